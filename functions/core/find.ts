import * as z from "zod";
import { Instant } from "../../shared/contract/ids.ts";
import * as generated from "../routing.ts";
import { put, remove, row, scrub, type FoundBy, type Write } from "./rows.ts";

const By = z.union([z.enum(["public", "village"]), z.object({ groups: z.array(z.string()) }), z.object({ households: z.array(z.string()) }), z.object({ offices: z.array(z.string()), leadersOf: z.string().optional() })]) satisfies z.ZodType<FoundBy>;

/**
 * What can be found of a row, beside it, in the same transaction: one list is read for a search, whatever features there are, and none of them
 * is named anywhere. A kind of row says what (`find`), core keeps it.
 */
export const Find = row("FIND", () => z.object({
  /** Newest things first; what people look up by number (`last`) after them. */
  shelf: z.enum(["1", "0"]), feature: z.string(), prefix: z.string(), thing: z.string(),
  title: z.union([z.string(), z.record(z.string(), z.string())]), words: z.string(), parts: z.array(z.object({ id: z.string(), words: z.string(), by: z.string() })),
  where: z.string(), by: z.string().nullable(), audience: By, at: Instant, until: Instant.nullable(),
}), {
  id: (find) => `${find.shelf}#${find.thing}#${find.prefix}`,
  carried: (find) => ({ ...find, by: null, parts: find.parts.map((part) => ({ ...part, by: "" })) }),
  // Whose own words are gone has nothing to be found by; the row they stood in says what is left.
  erase: (find, who) => {
    const gone = (by: string | null): boolean => by !== null && (by === who.person || who.devices.includes(by));
    if (gone(find.by)) return null;
    const title = typeof find.title === "string" ? scrub(find.title, who) : Object.fromEntries(Object.entries(find.title).map(([language, said]) => [language, scrub(said, who)]));
    return { ...find, title, words: scrub(find.words, who), parts: find.parts.filter((part) => !gone(part.by)).map((part) => ({ ...part, words: scrub(part.words, who) })) };
  },
});
export type Find = z.infer<typeof Find.schema>;

/** As much of a text as is searched: the beginning says what it is about. */
const MOST_LETTERS = 400;
const MOST_PARTS = 20;
const cut = (text: string): string => [...text].slice(0, MOST_LETTERS).join("");

/** The writes of a change, with what can be found of its rows put or taken away beside them. */
export const withFinds = (writes: readonly Write[]): readonly Write[] => {
  const more = writes.flatMap((write): Write[] => {
    const { kind } = write;
    if (!kind.find || kind.at !== "village" || (write.op !== "put" && write.op !== "remove")) return [];
    const shelf = kind.findLast ? "0" as const : "1" as const;
    const thing = write.op === "put" ? kind.id(write.value) : write.id;
    const found = write.op === "put" ? kind.find(write.value) : null;
    if (!found) return write.op === "put" && write.when === "new" ? [] : [remove(Find, `${shelf}#${thing}#${kind.prefix}`)];
    return [put(Find, {
      shelf, feature: generated.owners[kind.prefix] ?? "", prefix: kind.prefix, thing, title: found.title, words: cut(found.words ?? ""),
      parts: (found.parts ?? []).slice(-MOST_PARTS).map((part) => ({ ...part, words: cut(part.words) })), where: found.where, by: found.by ?? null, audience: found.audience, at: found.at, until: found.until ?? null,
    }, "over")];
  });
  return more.length === 0 ? writes : [...writes, ...more];
};
