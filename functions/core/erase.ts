import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { countyOf } from "../../shared/contract/region.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import { dynamo } from "./clients.ts";
import { environment } from "./environment.ts";
import { pageOfPartition } from "./export.ts";
import { files } from "./files.ts";
import { itemOf } from "./keys.ts";
import { allKinds, kindOf, prefixOf } from "./kinds.ts";
import type { Due, Erasing, Kind } from "./rows.ts";

type Item = Record<string, unknown> & { pk: string; sk: string };
export interface ErasedPage { readonly changed: number; readonly removed: number; readonly unreadable: number; readonly next: string | null }

const PAGE = 150;
const TRIES = 6;

/** Answers kept for repeats: one that shows the person, whoever asked, is forgotten, and so are their own and their limits. */
const forgotten = (item: Item, who: Erasing): boolean => {
  const prefix = prefixOf(item.sk);
  if (prefix !== "IDEM" && prefix !== "LIMIT") return false;
  const by = item.sk.split("#")[1] ?? "";
  if (by === who.person || who.devices.includes(by)) return true;
  const text = JSON.stringify(item);
  return [who.person, ...who.names, ...who.phones].some((each) => each !== "" && text.includes(each));
};

const dueOf = (item: Item): Due | null => {
  const [at, clock] = String(item["gds"] ?? "").split("#");
  return item["gd"] && at && clock ? { at, clock } : null;
};
const unchanged = (item: Item) => (item["version"] === undefined ? { ConditionExpression: "attribute_not_exists(version)" } : { ConditionExpression: "version = :seen", ExpressionAttributeValues: { ":seen": item["version"] } });

const read = (kind: Kind<unknown>, item: Item): { value: unknown } | null => {
  const stored = Number(item["v"] ?? kind.v);
  const parsed = kind.schema.safeParse(stored < kind.v && kind.upgrade ? kind.upgrade(item, stored) : item);
  return parsed.success && stored <= kind.v ? { value: parsed.data } : null;
};

type Done = "same" | "changed" | "removed" | "unreadable";
const eraseItem = async (given: Item, at: Scope, who: Erasing): Promise<Done> => {
  const TableName = environment().table;
  const Key = { pk: given.pk, sk: given.sk };
  let item: Item | undefined = given;
  for (let attempt = 1; item; attempt++) {
    if (forgotten(item, who)) { await dynamo().send(new DeleteCommand({ TableName, Key })); return "removed"; }
    const kind = kindOf(at, item.sk);
    if (!kind?.erase) return "same";
    const found = read(kind, item);
    if (!found) return "unreadable";
    const after = kind.erase(found.value, who);
    if (after === found.value || JSON.stringify(after) === JSON.stringify(found.value)) return "same";
    const gone = (kind.files?.(found.value) ?? []).filter((key) => after === null || !kind.files!(after).includes(key));
    if (gone.length > 0) await (await files()).remove(gone);
    try {
      if (after === null) await dynamo().send(new DeleteCommand({ TableName, Key, ...unchanged(item) }));
      else await dynamo().send(new PutCommand({ TableName, Item: itemOf(kind, after, item.pk, Number(item["version"] ?? 0) + 1, dueOf(item)), ...unchanged(item) }));
      return after === null ? "removed" : "changed";
    } catch (error) {
      if ((error as Error).name !== "ConditionalCheckFailedException" || attempt >= TRIES) throw error;
      item = (await dynamo().send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item as Item | undefined;
    }
  }
  return "same";
};

const eraseAll = async (items: readonly Item[], at: Scope, who: Erasing): Promise<Omit<ErasedPage, "next">> => {
  const done: Done[] = [];
  for (let i = 0; i < items.length; i += 16) done.push(...(await Promise.all(items.slice(i, i + 16).map((item) => eraseItem(item, at, who)))));
  const many = (what: Done): number => done.filter((each) => each === what).length;
  return { changed: many("changed"), removed: many("removed"), unreadable: many("unreadable") };
};

/** One page of a village's rows without this person's fields. Twice is harmless. @param from the key the page before ended with */
export const eraseVillagePage = async (village: string, who: Erasing, from: string | null): Promise<ErasedPage> => {
  const { items, next } = await pageOfPartition(`V#${village}`, "", from, PAGE);
  return { ...(await eraseAll(items, "village", who)), next };
};

const underPrefix = async (pk: string, prefix: string): Promise<Item[]> => {
  const items: Item[] = [];
  for (let from: string | null = null, first = true; first || from !== null; first = false) {
    const page = await pageOfPartition(pk, prefix, from, 1000);
    items.push(...page.items);
    from = page.next;
  }
  return items;
};

const indexed = async (pk: string, prefix: string, person: string): Promise<Item[]> => {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const out = await dynamo().send(new QueryCommand({ TableName: environment().table, IndexName: "person", KeyConditionExpression: "gp = :gp AND begins_with(sk, :sk)", ExpressionAttributeValues: { ":gp": `${pk}#P#${person}`, ":sk": `${prefix}#` }, ExclusiveStartKey: start }));
    items.push(...((out.Items ?? []) as Item[]));
    start = out.LastEvaluatedKey;
  } while (start);
  return items;
};

/** Rows of the region and of the village's county: those that may concern the person, by key where the kind says which. */
export const eraseAround = async (village: string | null, who: Erasing): Promise<Omit<ErasedPage, "next">> => {
  const TableName = environment().table;
  const total = { changed: 0, removed: 0, unreadable: 0 };
  for (const at of ["region", "area"] as const) {
    if (at === "area" && village === null) continue;
    const pk = at === "region" ? "R#" : `A#${countyOf(environment().region, village!)}`;
    const kinds = [...allKinds().values()].filter((kind) => kind.at === at && kind.erase);
    const items: Item[] = [];
    for (const by of [who.person, ...who.devices]) for (const prefix of ["IDEM", "LIMIT"]) items.push(...(await underPrefix(pk, `${prefix}#${by}#`)));
    for (const kind of kinds) {
      if (!kind.eraseAt && kind.person) { items.push(...(await indexed(pk, kind.prefix, who.person))); continue; }
      if (!kind.eraseAt) { items.push(...(await underPrefix(pk, `${kind.prefix}#`))); continue; }
      for (const id of kind.eraseAt(who)) {
        const found = (await dynamo().send(new GetCommand({ TableName, Key: { pk, sk: `${kind.prefix}#${id}` }, ConsistentRead: true }))).Item as Item | undefined;
        if (found) items.push(found);
      }
    }
    const each = await eraseAll(items, at, who);
    total.changed += each.changed; total.removed += each.removed; total.unreadable += each.unreadable;
  }
  return total;
};

/** One page of the rows of a village in which somebody is named by id or number, for their own file. */
export const rowsNaming = async (village: string, needles: readonly string[], from: string | null): Promise<{ items: { prefix: string; value: Record<string, unknown> }[]; next: string | null }> => {
  const { items, next } = await pageOfPartition(`V#${village}`, "", from, PAGE);
  const own = items.flatMap((item) => {
    const prefix = prefixOf(item.sk);
    const kind = kindOf("village", item.sk);
    if (!kind || ["SEAL", "VERDICT"].includes(prefix) || !needles.some((each) => JSON.stringify(item).includes(each))) return [];
    return [{ prefix, value: kind.carried ? kind.carried(kind.schema.parse(item), village) as Record<string, unknown> | null : withoutKeys(item) }].flatMap(({ value }) => (value ? [{ prefix, value }] : []));
  });
  return { items: own, next };
};
const withoutKeys = (item: Item): Record<string, unknown> => Object.fromEntries(Object.entries(item).filter(([key]) => !["pk", "sk", "gp", "ga", "gas", "gd", "gds", "ttl", "v", "version"].includes(key)));
