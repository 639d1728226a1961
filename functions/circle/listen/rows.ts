import * as z from "zod";
import { RECORDING_STATES } from "../../../shared/circle/listen/listen.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { row } from "../../core/implement.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });

/** Somebody spoke a notice or a warning, so that others hear a neighbour instead of a machine. Who spoke is named: the voice goes with them. */
export const Recording = row("VOICE", () => z.object({
  id: Id, state: z.enum(RECORDING_STATES), history: z.array(Step), thing: z.string(), language: z.string(), title: z.string(), media: z.array(MediaRef), person: Id, name: z.string(), at: Instant,
  /** Until when an office may listen first; null once it has, or where one holds such an office and takes its time. */
  listenBy: Instant.nullable(), unheard: z.boolean(), reason: z.string().nullable(),
}), { id: (recording) => recording.id, person: (recording) => recording.person, erase: (recording, who) => (recording.person === who.person ? null : recording) });
export type Recording = z.infer<typeof Recording.schema>;

/** What may be heard, by the thing it is of: the newest of a thing and language is played. */
export const Voiced = row("VOICED", () => z.object({ thing: z.string(), recording: Id, language: z.string(), person: Id, name: z.string(), media: z.array(MediaRef) }), {
  id: (voiced) => `${voiced.thing}#${voiced.recording}`, erase: (voiced, who) => (voiced.person === who.person ? null : voiced),
});
export type Voiced = z.infer<typeof Voiced.schema>;
