import type { CopyFile } from "../../../shared/platform/exports/format.ts";
import { DAYS, FRESH_MINUTES } from "../../../shared/platform/exports/format.ts";

const DAY = 86_400_000;
/** Until when a file lies there, or an erasure may be taken back. */
export const inDays = (now: Date): string => new Date(now.getTime() + DAYS * DAY).toISOString();

/** Whether somebody came in on this phone just now: a phone left on the table opens no whole file. A card opens for a quarter of an hour at most. */
export const isFresh = (devices: Readonly<Record<string, { readonly since: string }>> | undefined, caller: { readonly device: string; readonly channel: string }, now: Date): boolean => {
  if (caller.channel === "card") return true;
  const since = devices?.[caller.device]?.since;
  return since !== undefined && now.getTime() - Date.parse(since) <= FRESH_MINUTES * 60_000;
};

/** The others who may agree: any post of the village, else the township's head. */
export const othersWho = (village: Readonly<Record<string, readonly string[]>>, township: readonly string[], offices: readonly string[], asker: string): string[] => {
  const here = new Set(offices.flatMap((office) => village[office] ?? []).filter((each) => each !== asker));
  return here.size > 0 ? [...here] : township.filter((each) => each !== asker);
};

const holds = (value: unknown, needles: readonly string[]): boolean => { const text = JSON.stringify(value); return needles.some((each) => text.includes(each)); };
type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The part of a row that is about somebody: of lists only the entries that name them, so that their own file holds nobody else's data.
 * @param needles their id and numbers
 */
export const ownPart = (value: unknown, needles: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.filter((each) => holds(each, needles)).map((each) => ownPart(each, needles));
  if (!isRow(value)) return value;
  const mine = Object.values(value).some((each) => typeof each === "string" && needles.includes(each));
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => {
    if (typeof each !== "object" || each === null) return [[key, each]];
    if (holds(each, needles)) return [[key, ownPart(each, needles)]];
    return mine && isRow(each) ? [[key, each]] : [];
  }));
};

const lines = (value: unknown, say: (key: string) => string, deep: string): string[] =>
  Object.entries(isRow(value) ? value : {}).flatMap(([key, each]): string[] => {
    if (each === null || each === "" || (Array.isArray(each) && each.length === 0)) return [];
    if (Array.isArray(each)) return [`${deep}${say(key)}:`, ...each.flatMap((one) => (isRow(one) ? [...lines(one, say, `${deep}  `), ""] : [`${deep}  ${String(one)}`]))];
    if (isRow(each)) return [`${deep}${say(key)}:`, ...lines(each, say, `${deep}  `)];
    return [`${deep}${say(key)}: ${String(each)}`];
  });

/** A file as people read it: one heading a kind, one line a field. @param say what a kind or a field is called */
export const readable = (title: readonly string[], sections: Readonly<Record<string, readonly unknown[]>>, kind: (prefix: string) => string, field: (key: string) => string): string =>
  [...title, "", ...Object.entries(sections).flatMap(([prefix, rows]) => [`== ${kind(prefix)} (${rows.length}) ==`, ...rows.flatMap((row) => [...lines(row, field, ""), ""])])].join("\n");

/** The files an import needs, the village's own row last: until it stands, nobody finds the village. */
export const inOrder = (files: readonly CopyFile[]): CopyFile[] => {
  const rows = files.filter((file) => file.name.endsWith(".jsonl"));
  const last = (file: CopyFile): number => Number(/^(VILLAGE|OPENED|HOMENAME)-/.test(file.name));
  return [...rows].sort((a, b) => last(a) - last(b) || (a.name < b.name ? -1 : 1));
};

const MOST = 50;
/** The first problems by name, the others by number. */
export const withProblems = (before: { readonly problems: readonly Problem[]; readonly moreProblems: number }, found: readonly Problem[]): { problems: Problem[]; moreProblems: number } => {
  const all = [...before.problems, ...found];
  return { problems: all.slice(0, MOST), moreProblems: before.moreProblems + Math.max(0, all.length - MOST) };
};
interface Problem { readonly file: string; readonly line: number; readonly reason: string }

export const added = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
