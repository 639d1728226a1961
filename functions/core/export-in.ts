import { BatchWriteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { countyOf } from "../../shared/contract/region.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import { dynamo } from "./clients.ts";
import { environment } from "./environment.ts";
import type { Line } from "./export.ts";
import { indexAttributes, partition, dueShard } from "./keys.ts";
import { kindOf, prefixOf } from "./kinds.ts";
import type { Kind } from "./rows.ts";

export interface BadLine { readonly line: number; readonly reason: "not-json" | "not-a-row" | "unknown-kind" | "newer-row" | "wrong-shape" | "another-village" }
export interface ReadLines { readonly lines: Line[]; readonly bad: BadLine[] }

/** Core's own rows, which no kind describes. */
const BARE = ["SEALHEAD"];
const SCOPES = ["area", "region"];
const isLine = (value: unknown): value is Line => {
  const line = value as Line | null;
  return typeof line === "object" && line !== null && typeof line.sk === "string" && line.sk.includes("#") && line.sk.length < 1000
    && (line.at === undefined || SCOPES.includes(line.at)) && Number.isInteger(line.v) && Number.isInteger(line.version) && typeof line.value === "object" && line.value !== null;
};

const idOf = (kind: Kind<unknown>, value: unknown): string | null => { try { return kind.id(value); } catch { return null; } };

const judge = (line: Line, village: string): BadLine["reason"] | null => {
  const at: Scope = line.at ?? "village";
  const prefix = prefixOf(line.sk);
  if (at === "village" && BARE.includes(prefix)) return null;
  const kind = kindOf(at, line.sk);
  if (!kind || kind.carry === "never" || (at !== "village" && kind.carry === undefined)) return "unknown-kind";
  if (line.v > kind.v) return "newer-row";
  const read = kind.schema.safeParse(line.v < kind.v && kind.upgrade ? kind.upgrade(line.value, line.v) : line.value);
  if (!read.success) return "wrong-shape";
  // A row says by itself where it stands: a line whose key says otherwise was made by hand.
  const id = idOf(kind, read.data);
  if (id !== null && line.v === kind.v && line.sk !== `${prefix}#${id}`) return "not-a-row";
  if (at !== "village" && kind.carry === "village" && line.sk !== `${prefix}#${village}`) return "another-village";
  if (kind.carry === "#village" && !line.sk.endsWith(`#${village}`)) return "another-village";
  return prefix === "VILLAGE" && line.value["id"] !== village ? "another-village" : null;
};

/** The lines of a file that this version can take in, and the number and reason of each it cannot. */
export const readLines = (text: string, village: string): ReadLines => {
  const bad: BadLine[] = [];
  const lines = text.split("\n").flatMap((each, i): Line[] => {
    if (each === "") return [];
    let value: unknown;
    try { value = JSON.parse(each); } catch { bad.push({ line: i + 1, reason: "not-json" }); return []; }
    if (!isLine(value)) { bad.push({ line: i + 1, reason: "not-a-row" }); return []; }
    const reason = judge(value, village);
    if (reason) { bad.push({ line: i + 1, reason }); return []; }
    return [value];
  });
  return { lines, bad };
};

/** The whole item of a line, with the keys this region's indexes want. */
const itemFor = (line: Line, village: string): Record<string, unknown> => {
  const at: Scope = line.at ?? "village";
  const pk = at === "region" ? "R#" : partition({ at, id: at === "village" ? village : countyOf(environment().region, village) });
  const kind = kindOf(at, line.sk);
  const read = kind && kind.v === line.v ? kind.schema.safeParse(line.value) : null;
  const indexed = kind && read?.success && idOf(kind, read.data) !== null ? indexAttributes(kind, read.data, pk, null) : {};
  const { ttl: _ttl, ...index } = indexed;
  const bare = ["EVENT", "SEAL", "SEALHEAD"].includes(prefixOf(line.sk));
  return {
    ...line.value, ...index, pk, sk: line.sk, v: line.v, ...(bare ? {} : { version: line.version }),
    ...(line.due ? { gd: dueShard(pk, line.sk), gds: `${line.due.at}#${line.due.clock}` } : {}), ...(line.ttl === undefined ? {} : { ttl: line.ttl }),
  };
};

/**
 * Writes lines as they stood: ids, versions, due times and seals included. The same lines twice are the same rows. What the region already
 * knows of a person stays as it is.
 * @returns how many rows of the region were there before
 */
export const writeLines = async (lines: readonly Line[], village: string): Promise<{ kept: number }> => {
  const TableName = environment().table;
  const own = lines.filter((line) => line.at !== "region").map((line) => itemFor(line, village));
  for (let i = 0; i < own.length; i += 25) {
    let rest: { PutRequest: { Item: Record<string, unknown> } }[] = own.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
    for (let round = 0; rest.length > 0; round++) {
      if (round > 8) throw new Error("the table took no more rows");
      if (round > 0) await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** round));
      const out = await dynamo().send(new BatchWriteCommand({ RequestItems: { [TableName]: rest } }));
      rest = (out.UnprocessedItems?.[TableName] ?? []) as typeof rest;
    }
  }
  let kept = 0;
  for (const line of lines.filter((each) => each.at === "region")) {
    try {
      await dynamo().send(new PutCommand({ TableName, Item: itemFor(line, village), ConditionExpression: "attribute_not_exists(pk)" }));
    } catch (error) {
      if ((error as Error).name !== "ConditionalCheckFailedException") throw error;
      kept += 1;
    }
  }
  return { kept };
};
