import { createHash } from "node:crypto";
import { GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo } from "./clients.ts";
import { environment } from "./environment.ts";
import { batchGet } from "./row-reads.ts";

type Item = Readonly<Record<string, unknown>>;

/** One link of a partition's chain. `hash` = SHA-256 of the link before, and each event's id and content hash, in order. */
export interface Seal { readonly n: number; readonly prev: string; readonly events: readonly { readonly id: string; readonly hash: string }[]; readonly hash: string }

const OUTSIDE = new Set(["gd", "gds", "seal"]);
const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(sorted)
    : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]))
      : value;
const sha = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** The content hash of a stored event, without what the sealer itself changes. */
export const eventHash = (item: Item): string => sha(JSON.stringify(sorted(Object.fromEntries(Object.entries(item).filter(([key]) => !OUTSIDE.has(key))))));
/** The hash of a link. */
export const sealHash = (prev: string, events: Seal["events"]): string => sha([prev, ...events.map((each) => `${each.id} ${each.hash}`)].join("\n"));

export const sealKey = (n: number): string => `SEAL#${String(n).padStart(12, "0")}`;
const PER_SEAL = 90;
const TRIES = 12;

/**
 * Seals events of one partition into its hash chain; those sealed already are left.
 * @throws Error when others seal the same partition again and again; the caller is redelivered
 */
export const sealEvents = async (pk: string, ids: readonly string[]): Promise<void> => {
  for (let start = 0; start < ids.length; start += PER_SEAL) {
    const wanted = [...new Set(ids.slice(start, start + PER_SEAL))];
    let attempt = 0;
    while (!(await sealOnce(pk, wanted))) {
      if (++attempt >= TRIES) throw new Error(`${pk} could not be sealed`);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * attempt));
    }
  }
};

const sealOnce = async (pk: string, ids: readonly string[]): Promise<boolean> => {
  const TableName = environment().table;
  const open = (await batchGet(ids.map((id) => ({ pk, sk: `EVENT#${id}` })))).filter((item) => item["seal"] === undefined);
  if (open.length === 0) return true;
  const head = (await dynamo().send(new GetCommand({ TableName, Key: { pk, sk: "SEALHEAD#" }, ConsistentRead: true }))).Item as { n: number; hash: string } | undefined;
  const n = (head?.n ?? 0) + 1;
  const prev = head?.hash ?? "";
  const events = open.map((item) => ({ id: String(item["id"]), hash: eventHash(item) })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const hash = sealHash(prev, events);
  try {
    await dynamo().send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName, Item: { pk, sk: "SEALHEAD#", n, hash, v: 1 }, ...(head ? { ConditionExpression: "n = :seen", ExpressionAttributeValues: { ":seen": head.n } } : { ConditionExpression: "attribute_not_exists(pk)" }) } },
      { Put: { TableName, Item: { pk, sk: sealKey(n), n, prev, events, hash, v: 1 }, ConditionExpression: "attribute_not_exists(pk)" } },
      ...events.map((each) => ({ Update: { TableName, Key: { pk, sk: `EVENT#${each.id}` }, UpdateExpression: "SET seal = :n REMOVE gd, gds", ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(seal)", ExpressionAttributeValues: { ":n": n } } })),
    ] }));
    return true;
  } catch (error) {
    if ((error as { CancellationReasons?: unknown }).CancellationReasons) return false;
    throw error;
  }
};
