import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { PHONE_KINDS } from "../../../shared/services/phone-book/contract.ts";
import { row, scrub } from "../../core/implement.ts";
import { figuresOf } from "./rules.ts";

export const Entry = row("PHONEBOOK", () => z.object({ id: Id, kind: z.enum(PHONE_KINDS), name: z.string(), number: z.string(), note: z.string(), checkedAt: Instant, flags: z.number().int() }), {
  id: (entry) => entry.id, findLast: true,
  find: (entry) => ({ title: entry.name, words: `${entry.number} ${figuresOf(entry.number)} ${entry.note}`, where: "services/phone-book", audience: "public", at: entry.checkedAt }),
  // A useful number that is somebody's own goes with them; a post's number only loses the name.
  erase: (entry, who) => (who.phones.some((phone) => figuresOf(phone).endsWith(figuresOf(entry.number)) && figuresOf(entry.number).length >= 7) ? null : { ...entry, name: scrub(entry.name, who), note: scrub(entry.note, who) }),
});
export type Entry = z.infer<typeof Entry.schema>;

/** Who said that a number is wrong, once for each since it was last checked. */
export const Flag = row("PHONEFLAG", () => z.object({ entry: Id, checkedAt: Instant, person: Id, why: z.string() }), {
  id: ({ entry, checkedAt, person }) => `${entry}#${checkedAt}#${person}`, erase: (flag, who) => (flag.person === who.person ? null : flag),
});
export type Flag = z.infer<typeof Flag.schema>;
