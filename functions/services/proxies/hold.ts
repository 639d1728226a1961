import { say, type Language, type WordsFile } from "../../../shared/contract/language.ts";
import { Proxy, put, type Caller, type Stored, type Table, type Write } from "../../core/implement.ts";
import { clashing } from "./rules.ts";
import { Consent } from "./rows.ts";

interface Around { readonly table: Table; readonly now: Date; readonly words: WordsFile; readonly facts: { readonly languages: readonly Language[] }; readonly caller: Pick<Caller, "key" | "channel"> }
/** One elder has so few who act for them that one page holds them. */
const MOST = 50;

const plain = <T extends object>({ version: _version, ...value }: Stored<T>): T => value as unknown as T;
/** Everybody who may act, or might once, for this elder. */
export const heldFor = async (table: Table, elder: string): Promise<Stored<Proxy>[]> => (await table.list(Proxy, { under: `${elder}#`, limit: MOST })).items;

/** What ends one consent beside the matter that is moved: its row and the right it gave. */
const endWrites = async ({ table, now, caller }: Around, held: Stored<Proxy>, right: boolean): Promise<Write[]> => {
  const row = await table.get(Consent, held.consent);
  const step = { to: "ended", at: now.toISOString(), by: caller.key, channel: caller.channel };
  return [
    ...(right ? [put(Proxy, { ...plain(held), ended: true }, { version: held.version })] : []),
    ...(row?.state === "active" ? [put(Consent, { ...plain(row), state: "ended", history: [...row.history, step] }, { version: row.version }, null)] : []),
  ];
};

/**
 * What the elder's word opens: the right itself, unless somebody else may already do the same: then the elder says whether both go on.
 * An older consent of the same two is over with the new one.
 */
export const open = async (around: Around, row: Stored<Consent>, keep: "both" | "new" | undefined): Promise<{ to: "active" | "waiting"; writes: Write[] }> => {
  const { table, now, words, facts } = around;
  const held = await heldFor(table, row.elder!);
  const others = clashing(held, row.proxy, row.scopes, now);
  if (others.length > 0 && keep === undefined) return { to: "waiting", writes: [] };
  const before = held.find((each) => each.proxy === row.proxy);
  const language = facts.languages[0] ?? "zh";
  const says = say(words, language, "says", { relation: say(words, language, `relation.${row.relation}`), name: row.proxyName });
  const right: Proxy = { elder: row.elder!, proxy: row.proxy, consent: row.id, scopes: row.scopes, says, since: now.toISOString(), until: row.until, ended: false };
  const gone = [...(keep === "new" ? others.map((each) => ({ each, right: true })) : []), ...(before && before.consent !== row.id ? [{ each: before, right: false }] : [])];
  const ends = await Promise.all(gone.map((each) => endWrites(around, each.each, each.right)));
  return { to: "active", writes: [put(Proxy, right, before ? { version: before.version } : "new"), ...ends.flat()] };
};

/** Ends the right this consent gave; a newer consent of the same two is left alone. */
export const close = async (table: Table, row: Consent): Promise<Write[]> => {
  const held = row.elder === null ? null : await table.get(Proxy, `${row.elder}#${row.proxy}`);
  return held && held.consent === row.id && !held.ended ? [put(Proxy, { ...plain(held), ended: true }, { version: held.version })] : [];
};
