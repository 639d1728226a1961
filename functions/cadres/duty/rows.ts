import * as z from "zod";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { NO_NAME, row, scrub } from "../../core/implement.ts";

const KEEP = 400 * 86_400_000;
const keptFrom = (at: string): string => new Date(Date.parse(at) + KEEP).toISOString();

/** What an officer says of themselves: what they do, and whether everybody may have their own number. */
export const Card = row("DUTYCARD", () => z.object({ person: Id, matters: z.string(), phone: z.string().nullable(), agrees: z.boolean() }), { id: ({ person }) => person, erase: (card, who) => (card.person === who.person ? null : card) });
export type Card = z.infer<typeof Card.schema>;

/** Hours somebody has; ids begin with the time, so that a list is in its order. */
export const Shift = row("DUTYSHIFT", () => z.object({ id: z.string(), person: Id, name: z.string(), from: Instant, to: Instant }), {
  id: ({ id }) => id, expires: ({ to }) => keptFrom(to), erase: (shift, who) => (shift.person === who.person ? { ...shift, name: NO_NAME } : shift),
});
export type Shift = z.infer<typeof Shift.schema>;
/** @example shiftId("2026-05-01T00:00:00.000Z", "01J…") // "202605010000-01J…" */
export const shiftId = (from: string, id = ""): string => `${from.slice(0, 16).replace(/\D/g, "")}${id ? `-${id}` : ""}`;

export const Note = row("DUTYNOTE", () => z.object({ id: Id, person: Id, name: z.string(), text: z.string(), at: Instant }), {
  id: ({ id }) => id, expires: ({ at }) => keptFrom(at), erase: (note, who) => (note.person === who.person ? { ...note, name: NO_NAME, text: scrub(note.text, who) } : { ...note, text: scrub(note.text, who) }),
});
export type Note = z.infer<typeof Note.schema>;

/** Hours of one day that nobody has, as the secretary finds them the day before. */
export const Gap = row("DUTYGAP", () => z.object({
  id: Id, state: z.enum(["open", "covered", "left"]), history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() })),
  day: Day, hours: z.array(z.object({ from: Instant, to: Instant })),
}), { id: ({ id }) => id });
export type Gap = z.infer<typeof Gap.schema>;

/** The day to be looked at next, and when. */
export const Clock = row("DUTYCLOCK", () => z.object({ day: Day, at: Instant, gap: Id.nullable() }), { id: () => "", due: ({ at }) => ({ at, clock: "look" }) });
export type Clock = z.infer<typeof Clock.schema>;

export const Phones = row("DUTYPHONE", () => z.object({ office: z.string(), night: z.string().nullable() }), { id: () => "" });
export type Phones = z.infer<typeof Phones.schema>;
