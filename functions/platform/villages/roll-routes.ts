import type { contract } from "../../../shared/platform/villages/contract.ts";
import { put, stableId, Village, type AnswerOf, type Change, type Refusal, type RouteGiven } from "../../core/implement.ts";
import { householdsBy } from "../../affairs/households/reads.ts";
import { inWords, listedAfter, rollOf, sampleOf, sharedMasked, SHOWN_BAD, withoutErased, type Roll } from "./read-roll.ts";
import { Import, ImportPart, Listed } from "./rows.ts";
import { inParts, MAX_LINES, type RollFault } from "./rules.ts";

type Routes = (typeof contract)["routes"];
type GivenFor<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;
/** Lines a part; fifty parts, thirty-two shards, the import and the village fit into one transaction. */
const PART = 100;

const refused = (given: Pick<GivenFor<"importRoll">, "fail">, roll: Roll | RollFault): Refusal | null =>
  typeof roll === "string" ? given.fail("wrong-field", { field: "csv", reason: roll })
    : roll.total > MAX_LINES ? given.fail("roll-too-long", { detail: { lines: roll.total, most: MAX_LINES } }) : null;

/** What the roll holds and what is wrong with it, line by line, before anything is stored. */
export const previewRoll = async (given: GivenFor<"previewRoll">): Promise<AnswerOf<Routes["previewRoll"]> | Refusal> => {
  const { table, village, facts, now, body, words, language } = given;
  const roll = await withoutErased(table, await rollOf(body.csv, village.id, facts, now));
  const no = refused(given, roll);
  if (no || typeof roll === "string") return no!;
  const { newPeople, newHouseholds } = await listedAfter(table, roll.lines);
  return {
    lines: roll.total, good: roll.lines.length, bad: inWords(roll.bad, words, language), moreBad: Math.max(0, roll.bad.length - SHOWN_BAD),
    newHouseholds, newPeople, shared: sharedMasked(roll.lines), ignored: [...roll.ignored], sample: sampleOf(roll.lines),
  };
};

/** Takes the good lines in; the bad ones are named and left. The same file again changes nothing. */
export const importRoll = async (given: GivenFor<"importRoll">): Promise<AnswerOf<Routes["importRoll"]> | Change | Refusal> => {
  const { table, village, facts, now, body, caller, words, language, change } = given;
  const roll = await withoutErased(table, await rollOf(body.csv, village.id, facts, now));
  const no = refused(given, roll);
  if (no || typeof roll === "string") return no!;
  const id = stableId(`${village.id}|import|${body.csv}`);
  const bad = { bad: inWords(roll.bad, words, language), moreBad: Math.max(0, roll.bad.length - SHOWN_BAD), shared: sharedMasked(roll.lines) };
  const before = await table.get(Import, id);
  if (before) return { import: id, repeated: true, lines: before.lines, good: before.good, ...bad, newHouseholds: 0, newPeople: 0 };
  const listed = await listedAfter(table, roll.lines);
  const parts = inParts(roll.lines, PART);
  const counts = { lines: roll.total, good: roll.lines.length, newHouseholds: listed.newHouseholds, newPeople: listed.newPeople };
  const last = parts.map((lines) => lines.at(-1)!.household);
  return change({
    writes: [
      put(Import, { id, at: now.toISOString(), by: caller.person!, ...counts, parts: parts.length, last, bad: roll.bad.slice(0, SHOWN_BAD), moreBad: bad.moreBad }, "new"),
      ...parts.map((lines, part) => put(ImportPart, { import: id, part, lines }, "new")),
      ...[...listed.changed].map(([shard, each]) => { const had = listed.before.get(shard); return put(Listed, { shard, ...each }, had ? { version: had.version } : "new"); }),
      ...(listed.newPeople + listed.newHouseholds > 0 ? [put(Village, { ...village, residents: village.residents + listed.newPeople, households: village.households + listed.newHouseholds }, { version: village.version })] : []),
    ],
    emits: { name: "roll-imported", data: { import: id, parts: parts.length } },
    answer: { import: id, repeated: false, ...counts, ...bad },
  });
};

/** How far a roll has been taken in: a part is in when its last household stands. */
export const importProgress = async ({ table, params, words, language, fail }: GivenFor<"import">): Promise<AnswerOf<Routes["import"]> | Refusal> => {
  const row = await table.get(Import, params.id);
  if (!row) return fail("not-found");
  const there = new Set((await householdsBy(table, row.last)).map((household) => household.id));
  return { ...row, bad: inWords(row.bad, words, language), takenIn: row.last.filter((household) => there.has(household)).length };
};
