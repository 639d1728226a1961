import * as z from "zod";
import { ENTRY_STATES } from "../../../shared/cadres/diary/entry.ts";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { NO_NAME, row, scrub } from "../../core/implement.ts";
import { lineOf } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
const said = { title: z.string(), words: z.string(), media: z.array(MediaRef) };

const RECORDING = { zh: "一段录音", en: "A recording" } as const;
const stands = (entry: { readonly publishedAt: string | null; readonly state: string }): boolean => entry.publishedAt !== null && entry.state !== "removed";

/** An entry of the diary. Erasing its writer leaves what was done in an office, without the name. */
export const Entry = row("DIARY", () => z.object({
  id: Id, state: z.enum(ENTRY_STATES), history: z.array(Step), day: Day, late: z.boolean(), ...said, links: z.array(z.string()), person: Id, name: z.string(), office: z.string(),
  publishedAt: Instant.nullable(), correctedAt: Instant.nullable(), versions: z.array(z.object({ ...said, at: Instant })), reason: z.string().nullable(),
}), {
  id: (entry) => entry.id, person: (entry) => entry.person,
  find: (entry) => (stands(entry) ? { title: lineOf(entry) ?? RECORDING, words: entry.words, where: `cadres/diary/${entry.id}`, by: entry.person, audience: "public", at: entry.publishedAt! } : null),
  said: (entry, part) => (part === null && stands(entry) ? { words: [entry.title, entry.words].filter(Boolean).join(" · "), media: entry.media, by: entry.person, audience: "public" } : null),
  sheet: (entry) => (entry.publishedAt === null || entry.state === "removed" ? null : {
    title: lineOf(entry) ?? RECORDING, words: [entry.title, entry.words, ...entry.media.map(({ id }) => id), entry.day], since: entry.correctedAt ?? entry.publishedAt, stands: entry.state === "archived" ? "over" : "stands", sees: () => true, where: `cadres/diary/${entry.id}`,
  }),
  shown: (entry) => (entry.publishedAt === null ? null : {
    kind: "diary", title: lineOf(entry) ?? RECORDING, where: `cadres/diary/${entry.id}`, by: entry.person, at: entry.publishedAt, until: entry.state === "archived" ? entry.publishedAt : null, audience: "public", talk: "all", gone: entry.state === "removed",
  }),
  erase: (entry, who) => ({
    ...entry, title: scrub(entry.title, who), words: scrub(entry.words, who), reason: entry.reason && scrub(entry.reason, who), versions: entry.versions.map((each) => ({ ...each, title: scrub(each.title, who), words: scrub(each.words, who) })),
    ...(entry.person === who.person ? { name: NO_NAME, media: entry.media.filter(({ kind }) => kind !== "voice") } : {}),
  }),
});
export type Entry = z.infer<typeof Entry.schema>;
