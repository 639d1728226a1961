import type { Language } from "../../../shared/contract/language.ts";
import { maskPhone } from "../../../shared/contract/text.ts";
import type { BadLine, RollLine } from "../../../shared/platform/villages/roll.ts";
import { say, type WordsFile } from "../../../shared/contract/language.ts";
import { Erased, readPhone, stableId, type Stored, type Table } from "../../core/implement.ts";
import { Listed } from "./rows.ts";
import { mergeListed, readRoll, sharedTooWidely, type ReadRoll, type RollFault } from "./rules.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";

/** What a roll says once its numbers are judged and its people have their ids. */
export interface Roll { readonly lines: RollLine[]; readonly bad: BadLine[]; readonly ignored: readonly string[]; readonly total: number }

/** Reads a file for a village. A wrong number makes its line bad: a warning sent to it would reach a stranger. */
export const rollOf = async (csv: string, village: string, facts: RegionFacts, now: Date): Promise<Roll | RollFault> => {
  const read: ReadRoll | RollFault = readRoll(csv, now.getUTCFullYear(), facts.languages[0]!);
  if (typeof read === "string") return read;
  const lines: RollLine[] = [];
  const bad: BadLine[] = [...read.bad];
  for (const raw of read.lines) {
    const phone = raw.phone === "" ? null : await readPhone(raw.phone, facts.phoneCountries);
    if (phone && !phone.ok) { bad.push({ line: raw.line, field: "phone", reason: phone.reason }); continue; }
    lines.push({ ...raw, phone: phone?.ok ? phone.e164 : null, household: stableId(`${village}|${raw.house}`), person: stableId(`${village}|${raw.house}|${raw.name}`) });
  }
  return { lines, bad: bad.toSorted((a, b) => a.line - b.line), ignored: read.ignored, total: read.total };
};

/** The roll without whoever asked to be erased from this village: no list brings them back, and their line says why. */
export const withoutErased = async (table: Table, roll: Roll | RollFault): Promise<Roll | RollFault> => {
  if (typeof roll === "string") return roll;
  const erased = new Set<string>();
  for (let cursor: string | undefined, more = true; more;) {
    const page = await table.list(Erased, { limit: 100, ...(cursor ? { cursor } : {}) });
    for (const each of page.items) erased.add(each.person);
    more = page.next !== null;
    cursor = page.next ?? undefined;
  }
  const out = roll.lines.filter((line) => erased.has(line.person)).map((line): BadLine => ({ line: line.line, field: "name", reason: "erased" }));
  return out.length === 0 ? roll : { ...roll, lines: roll.lines.filter((line) => !erased.has(line.person)), bad: [...roll.bad, ...out].toSorted((a, b) => a.line - b.line) };
};

const SHARDS = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];

/** Whom the rolls named before, and what these lines add to it. */
export const listedAfter = async (table: Table, lines: readonly RollLine[]) => {
  const rows = (await table.many(Listed, SHARDS)).filter((row): row is Stored<Listed> => row !== null);
  return { before: new Map(rows.map((row) => [row.shard, row])), ...mergeListed(new Map(rows.map((row) => [row.shard, row])), lines) };
};

export const SHOWN_BAD = 200;
/** Bad lines with their reason as a sentence in the reader's language. */
export const inWords = (bad: readonly BadLine[], words: WordsFile, language: Language) =>
  bad.slice(0, SHOWN_BAD).map((each) => ({ ...each, text: say(words, language, `line.${each.reason}`, { line: each.line, column: say(words, language, `column.${each.field}`) }) }));
export const sharedMasked = (lines: readonly RollLine[]) => sharedTooWidely(lines).map((each) => ({ ...each, phone: maskPhone(each.phone) }));
export const sampleOf = (lines: readonly RollLine[]) => lines.slice(0, 5).map((line) => ({ ...line, phone: line.phone ? maskPhone(line.phone) : null }));
