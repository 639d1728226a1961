import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo } from "./clients.ts";
import { clock } from "./clock.ts";
import { openCursor, sealCursor } from "./cursor.ts";
import { environment } from "./environment.ts";
import { partitionFor, type Place } from "./keys.ts";
import { count } from "./log.ts";
import { batchGet, getRow, type Item } from "./row-reads.ts";
import type { Kind, Stored } from "./rows.ts";
import { sortKey } from "./rows.ts";

export interface ListOptions {
  /** Narrows the list to ids that begin so. */
  readonly under?: string;
  /** Ids from here on (inclusive), for a range. */
  readonly from?: string;
  readonly limit?: number;
  readonly cursor?: string | undefined;
  readonly oldestFirst?: boolean;
}
export interface Listed<T> { readonly items: Stored<T>[]; readonly next: string | null }

/** What handlers may read: already bound to the place in the path, so that another village cannot be named. */
export interface Table {
  get<T>(kind: Kind<T>, id: string): Promise<Stored<T> | null>;
  /** Up to 100 rows at once, in the order asked; null where there is none. */
  many<T>(kind: Kind<T>, ids: readonly string[]): Promise<(Stored<T> | null)[]>;
  /** One page, newest first, with a cursor signed for this reader. */
  list<T>(kind: Kind<T>, options?: ListOptions): Promise<Listed<T>>;
  byPerson<T>(kind: Kind<T>, person: string, options?: ListOptions): Promise<Listed<T>>;
}
/** A county's table: also the summaries its villages put into the area index, sorted township, village, id. */
export interface AreaTable extends Table {
  byArea<T>(kind: Kind<T>, options?: ListOptions): Promise<{ items: (Stored<T> & { readonly in: string })[]; next: string | null }>;
}

/** A stored item as the kind's value; null if expired or unreadable (then counted and alarmed, never a 500 for the whole list). */
export const readItem = <T>(kind: Kind<T>, item: Item | undefined): Stored<T> | null => {
  if (!item) return null;
  if (typeof item["ttl"] === "number" && item["ttl"] * 1000 <= clock().now().getTime()) return null;
  const stored = Number(item["v"] ?? kind.v);
  const old = stored < kind.v && kind.upgrade ? kind.upgrade(item, stored) : item;
  const parsed = kind.schema.safeParse(old);
  if (!parsed.success || stored > kind.v) { count("unreadable-row", kind.prefix); return null; }
  return { ...parsed.data, version: Number(item["version"] ?? 0) };
};

const keep = <T>(kind: Kind<T>, items: readonly Record<string, unknown>[] | undefined): Stored<T>[] =>
  (items ?? []).flatMap((item) => readItem(kind, item as Item) ?? []);

const query = async (pk: { name: string; value: string }, sk: { name: string; value: string; from?: string }, options: ListOptions, reader: string, index?: string) => {
  const start = options.cursor ? await openCursor(options.cursor, `${reader}|${pk.value}|${sk.value}`) : undefined;
  const out = await dynamo().send(new QueryCommand({
    TableName: environment().table, ...(index ? { IndexName: index } : { ConsistentRead: true }),
    KeyConditionExpression: sk.from ? "#pk = :pk AND #sk BETWEEN :from AND :sk" : "#pk = :pk AND begins_with(#sk, :sk)",
    ExpressionAttributeNames: { "#pk": pk.name, "#sk": sk.name },
    ExpressionAttributeValues: { ":pk": pk.value, ":sk": sk.from ? `${sk.value}\uffff` : sk.value, ...(sk.from ? { ":from": sk.from } : {}) },
    Limit: options.limit ?? 20, ScanIndexForward: options.oldestFirst ?? false, ExclusiveStartKey: start,
  }));
  const next = out.LastEvaluatedKey ? await sealCursor(out.LastEvaluatedKey, `${reader}|${pk.value}|${sk.value}`) : null;
  return { items: out.Items, next };
};

/**
 * Opens the table at a place.
 * @param reader who the cursors are signed for: a person, a device, or "anyone"
 */
export const openTable = (place: Place, reader: string): AreaTable => ({
  get: async (kind, id) => readItem(kind, await getRow({ pk: partitionFor(kind, place), sk: sortKey(kind, id) })),
  many: async (kind, ids) => {
    if (ids.length === 0) return [];
    const pk = partitionFor(kind, place);
    const found = new Map((await batchGet([...new Set(ids)].map((id) => ({ pk, sk: sortKey(kind, id) })))).map((item) => [item.sk, item]));
    return ids.map((id) => readItem(kind, found.get(sortKey(kind, id))));
  },
  list: async (kind, options = {}) => {
    const from = options.from === undefined ? {} : { from: sortKey(kind, options.from) };
    const out = await query({ name: "pk", value: partitionFor(kind, place) }, { name: "sk", value: sortKey(kind, options.under ?? ""), ...from }, options, reader);
    return { items: keep(kind, out.items), next: out.next };
  },
  byPerson: async (kind, person, options = {}) => {
    const out = await query({ name: "gp", value: `${partitionFor(kind, place)}#P#${person}` }, { name: "sk", value: sortKey(kind, options.under ?? "") }, options, reader, "person");
    return { items: keep(kind, out.items), next: out.next };
  },
  byArea: async (kind, options = {}) => {
    const out = await query({ name: "ga", value: `A#${place.id}#${kind.prefix}` }, { name: "gas", value: options.under ?? "" }, options, reader, "area");
    const items = (out.items ?? []).flatMap((item) => {
      const value = readItem(kind, item as Item);
      return value ? [{ ...value, in: String(item["pk"]).slice(2) }] : [];
    });
    return { items, next: out.next };
  },
});
