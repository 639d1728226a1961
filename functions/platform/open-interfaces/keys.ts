import { LANGUAGES } from "../../../shared/contract/language.ts";
import { ApiCall, ApiKey, ApiUse, EventIn, holds, markOfKey, put, useId, type Stored, type Table } from "../../core/implement.ts";
import { HOOKED } from "../../../shared/platform/open-interfaces/hooked.ts";
import type { For } from "./given.ts";

const DAY = 86_400_000;
const MOST_KEYS = 20;
/** The window core counts a key's day by. */
const today = (now: Date): number => Math.floor(now.getTime() / DAY);

/** Features that let keys in, with their routes. */
const keyed = async (): Promise<Map<string, readonly string[]>> => {
  const { contracts } = await import("../../../shared/registry.ts");
  return new Map(Object.entries(contracts).flatMap(([name, { byKey }]) => (byKey?.length ? [[name, byKey] as const] : [])));
};
export const scopes = async ({ village }: For<"scopes">) => {
  const { habits } = await import("../../../shared/habits.ts");
  const label = (name: string) => Object.fromEntries(LANGUAGES.map((language) => [language, habits[name]?.[language]["place.label"] ?? name]));
  return { items: [...(await keyed())].filter(([name]) => !village.off.includes(name)).map(([name, routes]) => ({ feature: name, label: label(name), routes: [...routes] })) };
};

const withUse = async (table: Table, keys: readonly Stored<ApiKey>[], now: Date) => {
  const [uses, lasts] = await Promise.all([
    table.many(ApiUse, keys.map((key) => useId(key.id, today(now)))), Promise.all(keys.map(async (key) => (await table.list(ApiCall, { under: `${key.id}#`, limit: 1 })).items[0]?.at ?? null)),
  ]);
  return keys.map((key, i) => ({ ...key, usedToday: uses[i]?.calls ?? 0, last: lasts[i] ?? null }));
};
export const keys = async ({ table, query, now }: For<"keys">) => {
  const page = await table.list(ApiKey, query);
  return { items: await withUse(table, page.items, now), next: page.next };
};

/** A key is 256 random bits, shown once; its mark alone is kept. */
export const makeKey = async ({ table, body, caller, now, newId, change, fail }: For<"makeKey">) => {
  if (!holds(caller, body.office)) return fail("not-your-post");
  const known = await keyed();
  if (body.scopes.some((each) => !known.has(each))) return fail("wrong-field", { field: "scopes", reason: "not-a-list-member" });
  const { items } = await table.list(ApiKey, { limit: 100 });
  if (items.filter((key) => key.ended === null && key.until > now.toISOString()).length >= MOST_KEYS) return fail("too-many-keys");
  const id = newId();
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  const until = new Date(now.getTime() + body.days * DAY).toISOString();
  const { name, office, perDay } = body;
  const wanted = [...new Set(body.scopes)];
  return change({
    writes: [put(ApiKey, { id, mark: markOfKey(secret), name, office, scopes: wanted, perDay, by: caller.person!, at: now.toISOString(), until, ended: null }, "new")],
    emits: { name: "key-made", data: { key: id, office, scopes: wanted } }, answer: { id, key: `${id}.${secret}`, until },
  });
};
export const endKey = async ({ table, params, now, change, fail }: For<"endKey">) => {
  const key = await table.get(ApiKey, params.id);
  if (!key) return fail("not-found");
  if (key.ended !== null) return { done: true as const };
  const { version, ...rest } = key;
  return change({ writes: [put(ApiKey, { ...rest, ended: now.toISOString() }, { version })], emits: { name: "key-ended", data: { key: key.id } }, answer: { done: true as const } });
};
export const calls = async ({ table, params, query, fail }: For<"calls">) => ((await table.get(ApiKey, params.id)) ? table.list(ApiCall, { ...query, under: `${params.id}#` }) : fail("not-found"));

export const self = async ({ table, caller, now, fail }: For<"self">) => {
  const key = caller.scopes ? await table.get(ApiKey, caller.key.replace(/^api:/, "")) : null;
  return key ? (await withUse(table, [key], now))[0]! : fail("not-found");
};

const READS = 10;
/** Public matters after an event one knows; data only where it is known to hold ids and codes of public things. */
export const events = async ({ table, query }: For<"events">) => {
  const items = [];
  let [from, more] = [query.after ?? "", true];
  for (let read = 0; read < READS && more && items.length < query.limit; read++) {
    const page = await table.list(EventIn.village, { from, limit: query.limit + 1, oldestFirst: true });
    const fresh = page.items.filter((each) => each.id !== from).slice(0, query.limit);
    more = page.items.length > query.limit;
    for (const each of fresh) {
      if (items.length === query.limit) { more = true; break; }
      from = each.id;
      if (each.public) items.push({ id: each.id, name: each.name, at: each.at, office: each.office ?? null, data: (HOOKED as readonly string[]).includes(each.name) ? (each.data as Record<string, unknown>) : null });
    }
    if (fresh.length === 0) more = false;
  }
  return { items, next: more ? from : null };
};
