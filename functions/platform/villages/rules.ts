import { holdsIdentityNumber } from "../../../shared/contract/text.ts";
import type { Language } from "../../../shared/contract/language.ts";
import type { BadLine, Field, RollLine } from "../../../shared/platform/villages/roll.ts";
import { readCare, readHeader, readLanguage, readYear, readYesNo } from "./columns.ts";
import { readCsv, type CsvRecord } from "./csv.ts";

/** A line before its number is judged and its ids are made. */
export type RawLine = Omit<RollLine, "household" | "person" | "phone"> & { readonly phone: string };
export interface ReadRoll { readonly lines: readonly RawLine[]; readonly bad: readonly BadLine[]; readonly ignored: readonly string[]; readonly total: number }
export type RollFault = "empty" | "no-house-column" | "no-name-column" | "not-utf8";

const MAX = { house: 20, group: 20, name: 40 } as const;
const CONTROL = /[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;
/** Longer rolls are taken in as several files. */
export const MAX_LINES = 5_000;

const short = (text: string, field: "house" | "group" | "name"): string | null => (text.length > MAX[field] || CONTROL.test(text) ? null : text);

const readLine = (record: CsvRecord, columns: ReadonlyMap<Field, number>, usual: { year: number; language: Language; order: number }): RawLine | BadLine => {
  const cell = (field: Field): string => (record.cells[columns.get(field) ?? -1] ?? "").trim();
  const bad = (field: string, reason: string): BadLine => ({ line: record.line, field, reason });
  const identity = record.cells.findIndex(holdsIdentityNumber);
  if (identity >= 0) return bad([...columns].find(([, i]) => i === identity)?.[0] ?? "other", "identity-number");
  for (const field of ["house", "name"] as const) if (cell(field) === "") return bad(field, "required");
  for (const field of ["house", "group", "name"] as const) if (short(cell(field), field) === null) return bad(field, "too-long-or-unreadable");
  const [head, sleepsHere] = [cell("head") === cell("name") ? true : readYesNo(cell("head"), false), readYesNo(cell("sleeps-here"), true)];
  const bornIn = readYear(cell("born"), usual.year);
  const vulnerable = readCare(cell("vulnerable"));
  const language = readLanguage(cell("language"), usual.language);
  if (head === null) return bad("head", "not-yes-or-no");
  if (sleepsHere === null) return bad("sleeps-here", "not-yes-or-no");
  if (bornIn === undefined) return bad("born", "not-a-year");
  if (vulnerable === null) return bad("vulnerable", "unknown-word");
  if (language === null) return bad("language", "unknown-word");
  if (!/^\d{0,6}$/.test(cell("order"))) return bad("order", "not-a-number");
  const order = cell("order") === "" ? usual.order : Number(cell("order"));
  return { line: record.line, house: cell("house"), group: cell("group"), order, name: cell("name"), head, bornIn, phone: cell("phone"), sleepsHere, vulnerable, language };
};

/**
 * Reads a roll: good lines are kept, each bad one is named by number, column and reason. The same person twice in one house is one line.
 * @param year the region's current year, for years of birth
 */
export const readRoll = (csv: string, year: number, language: Language): ReadRoll | RollFault => {
  if (csv.includes("\uFFFD")) return "not-utf8";
  const [header, ...records] = readCsv(csv);
  if (!header || records.length === 0) return "empty";
  const { columns, ignored } = readHeader(header.cells);
  if (!columns.has("house")) return "no-house-column";
  if (!columns.has("name")) return "no-name-column";
  const lines: RawLine[] = [];
  const bad: BadLine[] = [];
  const houses = new Map<string, number>();
  const seen = new Set<string>();
  for (const record of records) {
    const house = (record.cells[columns.get("house")!] ?? "").trim();
    if (!houses.has(house)) houses.set(house, (houses.size + 1) * 10);
    const read = readLine(record, columns, { year, language, order: houses.get(house)! });
    if ("reason" in read) { bad.push(read); continue; }
    const key = `${read.house}|${read.name}`;
    if (seen.has(key)) bad.push({ line: read.line, field: "name", reason: "listed-twice" });
    else { seen.add(key); lines.push(read); }
  }
  return { lines, bad, ignored, total: records.length };
};

/** Lines in parts of at most `size`, a household never torn apart unless it alone is larger. */
export const inParts = <T extends { readonly house: string }>(lines: readonly T[], size: number): T[][] => {
  const parts: T[][] = [];
  for (const house of Map.groupBy(lines, (line) => line.house).values()) {
    for (let i = 0; i < house.length; i += size) {
      const piece = house.slice(i, i + size);
      const last = parts.at(-1);
      if (last && last.length + piece.length <= size) last.push(...piece);
      else parts.push([...piece]);
    }
  }
  return parts;
};

const HOUSEHOLDS_A_NUMBER = 10;
/** Numbers that stand in more than ten households of one roll. */
export const sharedTooWidely = (lines: readonly { readonly phone: string | null; readonly household: string }[]): { phone: string; households: number }[] =>
  [...Map.groupBy(lines.filter((line) => line.phone !== null), (line) => line.phone!)]
    .map(([phone, those]) => ({ phone, households: new Set(those.map((line) => line.household)).size })).filter((each) => each.households > HOUSEHOLDS_A_NUMBER);

/** Who stood on a roll before, in thirty-two rows by the id's second letter, so that people are counted once however often a roll comes. */
export const shardOf = (id: string): string => id[1] ?? "0";
export interface Listed { readonly people: readonly string[]; readonly houses: readonly string[] }

/** The shards as they are after these lines, and how many people and households are new. */
export const mergeListed = (before: ReadonlyMap<string, Listed>, lines: readonly { readonly person: string; readonly household: string }[]) => {
  const people = Map.groupBy(new Set(lines.map((line) => line.person)), shardOf);
  const houses = Map.groupBy(new Set(lines.map((line) => line.household)), shardOf);
  const changed = new Map<string, { people: string[]; houses: string[] }>();
  let [newPeople, newHouseholds] = [0, 0];
  for (const shard of new Set([...people.keys(), ...houses.keys()])) {
    const had = before.get(shard) ?? { people: [], houses: [] };
    const [knownPeople, knownHouses] = [new Set(had.people), new Set(had.houses)];
    const fresh = { people: (people.get(shard) ?? []).filter((id) => !knownPeople.has(id)), houses: (houses.get(shard) ?? []).filter((id) => !knownHouses.has(id)) };
    if (fresh.people.length + fresh.houses.length === 0) continue;
    newPeople += fresh.people.length;
    newHouseholds += fresh.houses.length;
    changed.set(shard, { people: [...had.people, ...fresh.people], houses: [...had.houses, ...fresh.houses] });
  }
  return { changed, newPeople, newHouseholds };
};
