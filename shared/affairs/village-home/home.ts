import * as z from "zod";
import { AreaCode, Day, Id, Instant } from "../../contract/ids.ts";
import { text } from "../../contract/text.ts";
import { COLOURS } from "../../alerts/warnings/hazards.ts";

/** A text as it was written, or in every language. */
const Spoken = z.union([z.string(), z.record(z.string(), z.string())]);
const both = (max: number) => z.strictObject({ zh: text(max), en: text(max) });

/** What a village says of itself: who we are, what we are known for, and one line on what is in season until a day. */
export const NewProfile = z.strictObject({
  about: both(600).nullable(),
  specialities: z.array(both(30)).max(8),
  season: z.strictObject({ line: both(60), until: Day }).nullable(),
});
export type NewProfile = z.infer<typeof NewProfile>;
const ProfileText = z.object({ about: z.record(z.string(), z.string()).nullable(), specialities: z.array(z.record(z.string(), z.string())) });
/** The profile as its writers see it; version 0 before anything was written. */
export const Profile = ProfileText.extend({ season: z.object({ line: z.record(z.string(), z.string()), until: Day }).nullable(), version: z.number().int() });

/** A running warning in one line; `id` leads to its page. */
const HomeWarning = z.object({
  id: Id, colour: z.enum(COLOURS), hazard: Spoken, what: Spoken, headline: Spoken, until: Instant.nullable(), sent: Instant, from: Spoken,
});

/** What everybody sees of a village: counts, never lists of people; of people only who holds a post. */
export const PublicHome = z.object({
  village: z.object({ id: AreaCode, names: z.record(z.string(), z.string()) }),
  /** The worst that runs, the newest of these. */
  warning: HomeWarning.nullable(),
  duty: z.object({ name: z.string(), phone: z.string() }).nullable(),
  /** At most five, one of a kind, newest first; `where` is a path below the village. */
  today: z.array(z.object({ kind: z.string(), id: Id, title: Spoken, at: Instant, where: z.string() })).max(5),
  doors: z.array(z.string()).max(6),
  counts: z.object({ residents: z.number().int(), households: z.number().int(), groups: z.number().int() }),
  officers: z.array(z.object({ office: z.string(), name: z.string() })),
  profile: ProfileText.nullable(),
  season: Spoken.nullable(),
  /** What is late or was loosened, in one text; null when there is nothing to say. */
  overdue: Spoken.nullable(),
  off: z.array(z.string()),
});
export type PublicHome = z.input<typeof PublicHome>;

const Action = z.object({ label: Spoken, route: z.string(), params: z.record(z.string(), z.string()).optional(), body: z.unknown().optional() });
/** What concerns the reader: what waits for an answer, the desk of a post, the people of the house, the warning for the house. */
export const MyHome = z.object({
  waiting: z.array(z.object({ feature: z.string(), id: Id, text: Spoken, where: z.string(), actions: z.array(Action) })).max(3),
  desk: z.array(z.object({ text: Spoken, where: z.string(), overdue: z.boolean() })).max(7),
  people: z.array(z.object({ text: Spoken, where: z.string() })),
  /** `link` is what stands behind /w/: "<village>/<code>"; it ends with the warning. */
  warning: HomeWarning.extend({ household: Id, sleepers: z.number().int(), link: z.string() }).nullable(),
});
export type MyHome = z.input<typeof MyHome>;

/** A village of the region, by name. */
export const VillageName = z.object({ id: AreaCode, names: z.record(z.string(), z.string()), township: z.record(z.string(), z.string()).optional() });
