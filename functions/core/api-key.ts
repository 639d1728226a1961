import { createHash, timingSafeEqual } from "node:crypto";
import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { refuse } from "../../shared/contract/problem.ts";
import type { Access, Wanted } from "./access.ts";
import { ApiCall, ApiKey, Village } from "./access-rows.ts";
import type { Caller } from "./caller.ts";
import { dynamo } from "./clients.ts";
import { clock } from "./clock.ts";
import { environment } from "./environment.ts";
import { itemOf, partition, type Place } from "./keys.ts";
import { limitNow } from "./limits.ts";
import type { Request } from "./request.ts";
import { sortKey, type Kind } from "./rows.ts";
import { batchGet } from "./row-reads.ts";
import { readItem } from "./table.ts";

/** What is kept of a key: 256 random bits need no slow hash. */
export const markOfKey = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
const SHAPE = /^([0-9A-HJKMNP-TV-Z]{26})\.([\w-]{43})$/;

/** How a key counts as a caller: in events, limits and kept answers. @example callerOfKey("01J…") // "api:01J…" */
export const callerOfKey = (id: string): string => `api:${id}`;
/** The caller a request's key claims to be, for counting; not yet believed. */
export const claimedKey = (header: string | null): string | null => (header === null ? null : callerOfKey(SHAPE.exec(header)?.[1] ?? "none"));

/** The count of a key's calls in one day, beside its row. */
export const useId = (key: string, window: number): string => `${key}#${window}`;

/** One call more; how many that makes today. */
const counted = async (pk: string, key: string, window: number, ends: number): Promise<number> => {
  const out = await dynamo().send(new UpdateCommand({
    TableName: environment().table, Key: { pk, sk: `APIUSE#${useId(key, window)}` }, UpdateExpression: "ADD calls :one, version :one SET v = :one, #ttl = :ttl",
    ExpressionAttributeNames: { "#ttl": "ttl" }, ExpressionAttributeValues: { ":one": 1, ":ttl": ends }, ReturnValues: "UPDATED_NEW",
  }));
  return Number(out.Attributes?.["calls"] ?? 0);
};

/**
 * Lets another system in by its key: only in the village the key is of, only to routes whose contract names them under `byKey`, only within
 * the key's scope and quota. Each call is counted and kept by ids. A key holds no office and is nobody.
 * @throws Refusal 403 not-by-key, 401 key-unknown or key-ended, 429 with the time
 */
export const openByKey = async (request: Request, place: Place, wanted: Wanted): Promise<Access> => {
  if (request.actingFor !== null) throw refuse("not-by-proxy");
  if (!wanted.byKey || place.at !== "village" || wanted.feature === undefined) throw refuse("not-by-key");
  const [, id, secret] = SHAPE.exec(request.apiKey ?? "") ?? [];
  if (!id || !secret) throw refuse("key-unknown");
  const pk = partition(place);
  const wantedKeys = [sortKey(Village, ""), sortKey(ApiKey, id), wanted.guard, wanted.limiter].flatMap((sk) => (sk ? [{ pk, sk }] : []));
  const items = new Map((await batchGet(wantedKeys)).map((item) => [item.sk, item]));
  const find = <T>(kind: Kind<T>, name: string) => readItem(kind, items.get(sortKey(kind, name)));
  const [village, key] = [find(Village, ""), find(ApiKey, id)];
  // A key of another village, one nobody made and a wrong secret answer alike.
  if (!village || !key || !same(key.mark, markOfKey(secret))) throw refuse("key-unknown");
  const now = clock().now();
  if (key.ended !== null || key.until <= now.toISOString()) throw refuse("key-ended");
  if (!key.scopes.includes(wanted.feature)) throw refuse("not-by-key");
  const { window, retryAfter, ends } = limitNow(`${key.perDay} a day`, now);
  if ((await counted(pk, id, window, ends + 40 * 86_400)) > key.perDay) throw refuse("too-many", { retryAfter });
  await dynamo().send(new PutCommand({ TableName: environment().table, Item: itemOf(ApiCall as unknown as Kind<unknown>, { id: clock().id(now), key: id, feature: wanted.feature, route: wanted.route ?? "", at: now.toISOString() }, pk, 1) }));
  const caller: Caller = {
    person: null, actor: null, actorName: null, via: null, shown: null, key: callerOfKey(id), device: "", language: request.language, member: null, holds: [], office: null, homeVillage: place.id,
    channel: "api", source: request.source, refresh: null, scopes: key.scopes,
  };
  return { caller, village, county: null, region: null, kept: wanted.guard ? items.get(wanted.guard) ?? null : null, used: Number(items.get(wanted.limiter ?? "")?.["n"] ?? 0) };
};
