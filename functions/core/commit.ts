import { createHash } from "node:crypto";
import { DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Act } from "../../shared/contract/event.ts";
import { dynamo } from "./clients.ts";
import { environment } from "./environment.ts";
import { dueShard, itemOf, partition, partitionFor, type Place } from "./keys.ts";
import { withFinds } from "./find.ts";
import { withUses } from "./media-use.ts";
import type { Write } from "./rows.ts";
import { sortKey } from "./rows.ts";
import { withShown } from "./shown.ts";

export interface EventRow {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly by: string;
  readonly office?: string | undefined;
  /** For whom it was done, where somebody acted for another. */
  readonly behalf?: string | undefined;
  /** On whose phone, where a household card was shown there. */
  readonly via?: string | undefined;
  readonly channel: string;
  readonly data: unknown;
  readonly villages?: readonly string[] | undefined;
  /** What changed in a public matter: anybody may read that it happened, when and by which office. */
  readonly public?: true | undefined;
  readonly act?: Act | undefined;
}
/** Judged first: the kept answer of a request, or a listener's mark. If it is already there, a twin has won. */
export interface Guard { readonly sk: string; readonly kept: Readonly<Record<string, unknown>>; readonly ttl: number }
export interface Limiter { readonly sk: string; readonly max: number; readonly ttl: number }
export interface Commit { readonly place: Place; /** Where guard and limit stand, if not where the change does. */ readonly guardAt?: Place; readonly guard?: Guard | undefined; readonly moreGuards?: readonly Guard[]; readonly limiter?: Limiter | undefined; readonly writes: readonly Write[]; readonly event?: EventRow | undefined }
export type Outcome = "done" | "twin" | "limited" | "conflict" | { readonly stale: Write };

type Item = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
const MAX_ROWS = 98;
/** Unsealed after this, an event is routed again. */
export const REROUTE_AFTER = 5 * 60_000;

/** A row that has expired is read as absent, so it may be made anew before the table has cleaned it up. */
const condition = (when: "new" | "over" | { version: number }, expiredAt?: number): Partial<NonNullable<Item["Put"]>> =>
  when === "over" ? {}
    : when === "new" ? expiredAt === undefined ? { ConditionExpression: "attribute_not_exists(pk)" }
      : { ConditionExpression: "attribute_not_exists(pk) OR #ttl <= :now", ExpressionAttributeNames: { "#ttl": "ttl" }, ExpressionAttributeValues: { ":now": expiredAt } }
      : { ConditionExpression: "version = :seen", ExpressionAttributeValues: { ":seen": when.version } };

const itemFor = (write: Write, place: Place, now: number): Item => {
  const TableName = environment().table;
  const pk = partitionFor(write.kind, place);
  if (write.op === "put") {
    const version = typeof write.when === "object" ? write.when.version + 1 : 1;
    return { Put: { TableName, Item: itemOf(write.kind, write.value, pk, version, write.due), ...condition(write.when, write.kind.expires ? Math.floor(now / 1000) : undefined) } };
  }
  const Key = { pk, sk: sortKey(write.kind, write.id) };
  if (write.op === "remove") return { Delete: { TableName, Key, ...(write.version === undefined ? {} : condition({ version: write.version })) } };
  if (write.op === "check") {
    return { ConditionCheck: { TableName, Key, ...(write.version === null ? { ConditionExpression: "attribute_not_exists(pk)" } : { ConditionExpression: "version = :seen", ExpressionAttributeValues: { ":seen": write.version } }) } };
  }
  const names = Object.keys(write.counts);
  return { Update: {
    TableName, Key,
    UpdateExpression: `ADD version :one, ${names.map((_, i) => `#c${i} :c${i}`).join(", ")} SET v = :v${write.until ? ", #ttl = :ttl" : ""}`,
    ExpressionAttributeNames: { ...Object.fromEntries(names.map((name, i) => [`#c${i}`, name])), ...(write.until ? { "#ttl": "ttl" } : {}) },
    ExpressionAttributeValues: { ":one": 1, ":v": write.kind.v, ...(write.until ? { ":ttl": Math.ceil(Date.parse(write.until) / 1000) } : {}), ...Object.fromEntries(names.map((name, i) => [`:c${i}`, write.counts[name]])) },
  } };
};

/** Adds to one row become one add; any other second write to a row is the programmer's mistake. */
export const foldAdds = (writes: readonly Write[], place: Place): Write[] => {
  const byRow = new Map<string, Write>();
  for (const write of writes) {
    const id = write.op === "put" ? write.kind.id(write.value) : write.id;
    const key = `${partitionFor(write.kind, place)}|${sortKey(write.kind, id)}`;
    const before = byRow.get(key);
    if (!before) { byRow.set(key, write); continue; }
    if (before.op !== "add" || write.op !== "add") throw new Error(`a change writes ${write.kind.prefix}#${id} twice`);
    const counts = { ...before.counts };
    for (const [name, by] of Object.entries(write.counts)) counts[name] = (counts[name] ?? 0) + by;
    byRow.set(key, { ...before, counts });
  }
  return [...byRow.values()];
};

/** The item of an event, unsealed: it stands in the due index until the sealer takes it out. */
export const eventItem = (event: EventRow, place: Place): Record<string, unknown> => {
  const pk = partition(place);
  const sk = `EVENT#${event.id}`;
  return { pk, sk, v: 1, ...event, gd: dueShard(pk, sk), gds: `${new Date(Date.parse(event.at) + REROUTE_AFTER).toISOString()}#reroute` };
};

/** What a body is remembered by: the same key with another body is refused. */
export const fingerprint = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

const build = (commit: Commit, now: number): { items: Item[]; writes: Write[]; first: number } => {
  const { table: TableName } = environment();
  const pk = partition(commit.guardAt ?? commit.place);
  const writes = foldAdds(withUses(withShown(withFinds(commit.writes))), commit.place);
  if (writes.length > MAX_ROWS) throw new Error(`a change of ${writes.length} rows; ${MAX_ROWS} is the most`);
  const items: Item[] = [];
  for (const guard of [...(commit.guard ? [commit.guard] : []), ...(commit.moreGuards ?? [])]) {
    items.push({ Put: { TableName, Item: { pk, sk: guard.sk, ...guard.kept, ttl: guard.ttl }, ConditionExpression: "attribute_not_exists(pk) OR #ttl < :now", ExpressionAttributeNames: { "#ttl": "ttl" }, ExpressionAttributeValues: { ":now": Math.floor(now / 1000) } } });
  }
  if (commit.limiter) {
    items.push({ Update: { TableName, Key: { pk, sk: commit.limiter.sk }, UpdateExpression: "ADD n :one SET #ttl = :ttl", ConditionExpression: "attribute_not_exists(n) OR n < :max", ExpressionAttributeNames: { "#ttl": "ttl" }, ExpressionAttributeValues: { ":one": 1, ":max": commit.limiter.max, ":ttl": commit.limiter.ttl } } });
  }
  const first = items.length;
  items.push(...writes.map((write) => itemFor(write, commit.place, now)));
  if (commit.event) items.push({ Put: { TableName, Item: eventItem(commit.event, commit.place), ConditionExpression: "attribute_not_exists(pk)" } });
  return { items, writes, first };
};

/** One row alone needs no transaction, which costs twice as much. */
const commitRow = async ({ Put, Update, Delete }: Item): Promise<Outcome> => {
  try {
    if (Put) await dynamo().send(new PutCommand(Put));
    else if (Update) await dynamo().send(new UpdateCommand(Update as ConstructorParameters<typeof UpdateCommand>[0]));
    else if (Delete) await dynamo().send(new DeleteCommand(Delete));
    return "done";
  } catch (error) {
    if (["ConditionalCheckFailedException", "TransactionConflictException"].includes((error as Error).name)) return "conflict";
    throw error;
  }
};

const fromClient = (write: Write | undefined): boolean => write?.op === "put" && typeof write.when === "object" && write.when.fromClient === true;

/**
 * One transaction of guard, limit, writes and event. Nothing or all of it.
 * @returns "twin" if the guard was there already; "conflict" if another writer was quicker (re-run: handlers only read)
 */
export const commit = async (what: Commit, now: number): Promise<Outcome> => {
  const { items, writes, first } = build(what, now);
  if (items.length === 0) return "done";
  if (items.length === 1 && writes.length === 1 && writes[0]!.op !== "check") {
    const outcome = await commitRow(items[0]!);
    return outcome === "conflict" && fromClient(writes[0]) ? { stale: writes[0]! } : outcome;
  }
  try {
    await dynamo().send(new TransactWriteCommand({ TransactItems: items }));
    return "done";
  } catch (error) {
    const reasons = (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons;
    if (!reasons) {
      if ((error as Error).name === "TransactionConflictException" || (error as Error).name === "TransactionInProgressException") return "conflict";
      throw error;
    }
    const failed = reasons.map((reason) => reason.Code === "ConditionalCheckFailed");
    const guards = (what.guard ? 1 : 0) + (what.moreGuards?.length ?? 0);
    if (failed.slice(0, guards).some(Boolean)) return "twin";
    if (what.limiter && failed[guards]) return "limited";
    const stale = writes.find((write, i) => failed[first + i] && fromClient(write));
    if (stale) return { stale };
    if (failed.some(Boolean) || reasons.some((reason) => reason.Code === "TransactionConflict" || reason.Code === "ThrottlingError" || reason.Code === "ProvisionedThroughputExceeded")) return "conflict";
    throw error;
  }
};
