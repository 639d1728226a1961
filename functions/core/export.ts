import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Scope } from "../../shared/contract/routes.ts";
import { countyOf } from "../../shared/contract/region.ts";
import { dynamo } from "./clients.ts";
import { environment } from "./environment.ts";
import { allKinds, kindOf, prefixOf } from "./kinds.ts";
import type { Due, Kind } from "./rows.ts";
import { batchGet } from "./row-reads.ts";

/** One row as it travels. Keys of indexes are worked out anew where it arrives; a due time, a version and an end travel along. */
export interface Line {
  /** Where it stood, if not in the village. */
  readonly at?: "area" | "region";
  readonly sk: string;
  readonly v: number;
  readonly version: number;
  readonly value: Readonly<Record<string, unknown>>;
  readonly due?: Due;
  readonly ttl?: number;
}
export interface Head { readonly n: number; readonly hash: string }
/** A page of a village: its lines, what was left behind and why, and where the next one begins. */
export interface Walked { readonly lines: Line[]; readonly left: Readonly<Record<string, number>>; readonly people: string[]; readonly next: string | null }
type Item = Record<string, unknown> & { pk: string; sk: string };

/** What belongs to this deployment and its last days alone. */
const LOCAL = ["IDEM", "HEARD", "LIMIT", "KEYS"];
const KEYS = new Set(["pk", "sk", "v", "version", "gp", "ga", "gas", "gd", "gds", "ttl"]);
const PAGE = 200;

const expired = (item: Item, now: Date): boolean => typeof item["ttl"] === "number" && item["ttl"] * 1000 <= now.getTime();
const dueOf = (item: Item): Due | undefined => {
  const [at, clock] = String(item["gds"] ?? "").split("#");
  return item["gd"] && at && clock ? { at, clock } : undefined;
};

/** A stored item as a line; null when it stays here. Rows are taken as they stand, not as a schema reads them: nothing is lost. */
export const lineOf = (item: Item, at: Scope, village: string): Line | null => {
  const kind = kindOf(at, item.sk);
  if (kind?.carry === "never") return null;
  let value: Record<string, unknown> = Object.fromEntries(Object.entries(item).filter(([key]) => !KEYS.has(key)));
  if (kind?.carried) {
    const stored = Number(item["v"] ?? kind.v);
    const read = kind.schema.safeParse(stored < kind.v && kind.upgrade ? kind.upgrade(item, stored) : value);
    const carried = read.success ? kind.carried(read.data, village) : null;
    if (carried === null) return null;
    value = carried as Record<string, unknown>;
  }
  const isEvent = prefixOf(item.sk) === "EVENT";
  const due = isEvent ? undefined : dueOf(item);
  return {
    ...(at === "village" ? {} : { at }), sk: item.sk, v: Number(item["v"] ?? 1), version: Number(item["version"] ?? 0), value,
    ...(due ? { due } : {}), ...(typeof item["ttl"] === "number" ? { ttl: item["ttl"] } : {}),
  };
};

/** The last link of the village's chain, with which an export of its events ends. */
export const chainHead = async (village: string): Promise<Head> => {
  const out = await dynamo().send(new GetCommand({ TableName: environment().table, ConsistentRead: true, Key: { pk: `V#${village}`, sk: "SEALHEAD#" } }));
  return { n: Number(out.Item?.["n"] ?? 0), hash: String(out.Item?.["hash"] ?? "") };
};

/** Events that are not sealed yet, and links after the head, belong to the next export: a chain travels whole or not. */
const afterHead = (item: Item, head: Head): boolean => {
  const prefix = prefixOf(item.sk);
  return prefix === "EVENT" ? item["seal"] === undefined || Number(item["seal"]) > head.n : prefix === "SEAL" && Number(item["n"]) > head.n;
};

/** @param limit rows read at most; a page of the table holds 1 MB. */
export const pageOfPartition = async (pk: string, under: string, from: string | null, limit: number): Promise<{ items: Item[]; next: string | null }> => {
  const out = await dynamo().send(new QueryCommand({
    TableName: environment().table, ConsistentRead: true, Limit: limit,
    KeyConditionExpression: under ? "pk = :pk AND begins_with(sk, :sk)" : "pk = :pk", ExpressionAttributeValues: { ":pk": pk, ...(under ? { ":sk": under } : {}) },
    ...(from === null ? {} : { ExclusiveStartKey: { pk, sk: from } }),
  }));
  return { items: (out.Items ?? []) as Item[], next: out.LastEvaluatedKey ? String(out.LastEvaluatedKey["sk"]) : null };
};

/**
 * One page of a village's own rows, in the order of their keys.
 * @param from the sort key the page before ended with; null for the first
 */
export const walkVillage = async (village: string, from: string | null, head: Head, now: Date): Promise<Walked> => {
  const { items, next } = await pageOfPartition(`V#${village}`, "", from, PAGE);
  const left: Record<string, number> = {};
  const people = new Set<string>();
  const holders = new Set<string>();
  const lines = items.flatMap((item): Line[] => {
    const prefix = prefixOf(item.sk);
    if (prefix === "MEMBER") people.add(String(item["person"]));
    if (prefix === "VILLAGE") for (const held of [item["offices"], item["ended"]]) for (const each of Object.values((held ?? {}) as Record<string, string[]>).flat()) holders.add(each);
    const line = LOCAL.includes(prefix) || expired(item, now) || afterHead(item, head) ? null : prefix === "SEALHEAD" ? { sk: item.sk, v: 1, version: 0, value: { ...head } } : lineOf(item, "village", village);
    if (line) return [line];
    left[prefix] = (left[prefix] ?? 0) + 1;
    return [];
  });
  // Whoever holds a post without standing on the roll has no row of a member to be found by.
  const members = new Set((await batchGet([...holders].map((each) => ({ pk: `V#${village}`, sk: `MEMBER#${each}` })))).map((item) => String(item["person"])));
  return { lines, left, people: [...people, ...[...holders].filter((each) => !members.has(each))], next };
};

const carriedAs = (carry: NonNullable<Kind<unknown>["carry"]>, at: Scope): Kind<unknown>[] => [...allKinds().values()].filter((kind) => kind.carry === carry && kind.at === at);

/** What the region knows of these people and what travels with their village. */
export const linesOfPeople = async (people: readonly string[], village: string): Promise<Line[]> => {
  const keys = carriedAs("person", "region").flatMap((kind) => people.map((person) => ({ pk: "R#", sk: `${kind.prefix}#${person}` })));
  const found: Item[] = [];
  for (let i = 0; i < keys.length; i += 100) {
    found.push(...(await batchGet(keys.slice(i, i + 100))));
  }
  return found.sort((a, b) => (a.sk < b.sk ? -1 : 1)).flatMap((item) => lineOf(item, "region", village) ?? []);
};

/** Rows of the region and the county that are the village's: its name in lists, its counts in a warning. */
export const linesAround = async (village: string): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const at of ["region", "area"] as const) {
    const pk = at === "region" ? "R#" : `A#${countyOf(environment().region, village)}`;
    for (const kind of carriedAs("village", at)) lines.push(...(await pageOfPartition(pk, `${kind.prefix}#${village}`, null, 1)).items.filter((item) => item.sk === `${kind.prefix}#${village}`).flatMap((item) => lineOf(item, at, village) ?? []));
    for (const kind of carriedAs("#village", at)) {
      for (let from: string | null = null, first = true; first || from !== null; first = false) {
        const page = await pageOfPartition(pk, `${kind.prefix}#`, from, 1000);
        lines.push(...page.items.filter((item) => item.sk.endsWith(`#${village}`)).flatMap((item) => lineOf(item, at, village) ?? []));
        from = page.next;
      }
    }
  }
  return lines;
};
