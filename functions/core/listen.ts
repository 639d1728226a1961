import { Village } from "./access-rows.ts";
import { settingsFor } from "./access.ts";
import { nobody } from "./caller.ts";
import { Change, type ChangeParts } from "./change.ts";
import { clock } from "./clock.ts";
import { commit, type Guard } from "./commit.ts";
import { eventOf } from "./dispatch.ts";
import { environment } from "./environment.ts";
import { givenFor } from "./given.ts";
import type { Case, FeatureCode, Heard } from "./implement.ts";
import { partition, placeOf, type Place } from "./keys.ts";
import { dueOf, moveCase, withDesk } from "./lifecycle-rows.ts";
import { count } from "./log.ts";
import { post, queueName, type Message, type Posted } from "./queues.ts";
import { Refusal } from "../../shared/contract/problem.ts";
import { targetsOf } from "../../shared/contract/lifecycle.ts";
import { sortKey, type Kind } from "./rows.ts";
import { remindSoon } from "./soon.ts";
import { batchGet } from "./row-reads.ts";
import { openTable, readItem } from "./table.ts";
import { tellWrites } from "./tell.ts";

export interface Delivery { readonly id: string; readonly message: Exclude<Message, { kind: "work" }> }
type Parts = ChangeParts;
interface Prepared { readonly place: Place; readonly guard: Guard; readonly parts: Parts; readonly delivery: Delivery }

const KEEP_HEARD = 35 * 86_400;
const TRIES = 8;
const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

type Item = Awaited<ReturnType<typeof batchGet>>[number];
/** Rows read at once for a whole batch: each message's mark and its village. */
type Read = ReadonlyMap<string, Item>;
const keysAt = (place: Place, guardSk: string) => {
  const pk = partition(place);
  return [{ pk, sk: guardSk }, ...(place.at === "village" ? [{ pk, sk: sortKey(Village, "") }] : [])];
};
const readAll = async (keys: readonly { pk: string; sk: string }[]): Promise<Read> => {
  const unique = [...new Map(keys.map((key) => [`${key.pk}|${key.sk}`, key])).values()];
  return new Map((await batchGet(unique)).map((item) => [`${item.pk}|${item.sk}`, item]));
};
const villageAt = async (place: Place, guardSk: string, read?: Read) => {
  const found = read ?? (await readAll(keysAt(place, guardSk)));
  const pk = partition(place);
  return { kept: found.get(`${pk}|${guardSk}`), village: readItem(Village, found.get(`${pk}|${sortKey(Village, "")}`)) };
};

/** What a listener asked for beyond its transaction; done again on every redelivery, so that a crash in between loses nothing. */
const after = (feature: FeatureCode, delivery: Delivery, parts: Pick<Parts, "tasks" | "next">, place: Place): Posted[] => {
  const { message } = delivery;
  return [
    ...(parts.tasks ?? []).map((task): Posted => ({ queue: queueName(feature.name, task.lane), message: { kind: "work", pk: partition(place), work: task.work, lane: task.lane, data: task.data }, ...(task.delaySeconds ? { delaySeconds: task.delaySeconds } : {}) })),
    ...(parts.next !== undefined && message.kind === "event" ? [{ queue: queueName(feature.name), message: { ...message, page: (message.page ?? 0) + 1, from: parts.next } } satisfies Posted] : []),
  ];
};

const keptOf = (parts: Parts): Guard["kept"] => ({ ...(parts.tasks?.length ? { tasks: parts.tasks } : {}), ...(parts.next === undefined ? {} : { next: parts.next }) });

const guardFor = (feature: FeatureCode, message: Delivery["message"], version: number): string =>
  message.kind === "event" ? `HEARD#${feature.name}#${message.event.id}#${message.page ?? 0}`
    : message.kind === "carrier" ? `HEARD#${feature.name}#${message.name}#${message.id}`
      : `HEARD#${feature.name}#${message.sk}#${version}#${message.gds.split("#")[1] ?? ""}`;

const placeFor = (message: Delivery["message"]): Place =>
  message.kind === "carrier" ? { at: "region", id: environment().region.name }
    : message.kind === "event" && message.village ? { at: "village", id: message.village } : placeOf(message.pk);

const opener = (feature: FeatureCode) => async (id: string) => {
  const place: Place = { at: "village", id };
  const { village } = await villageAt(place, "-");
  if (!village) return null;
  const base = givenFor(feature, place, { village, county: null, region: null }, "system", clock().now());
  return { table: base.table, county: base.county, village, settings: settingsFor(feature.name, feature.contract, village) };
};

/** Runs the listener, move or clock of one message; null when there is nothing (any more) to do. */
const prepare = async (feature: FeatureCode, delivery: Delivery, read?: Read): Promise<Prepared | "done"> => {
  const { message } = delivery;
  const place = placeFor(message);
  const now = clock().now();
  if (message.kind === "clock") return prepareClock(feature, delivery, message, place, now);
  const guardSk = guardFor(feature, message, 0);
  const { kept, village } = await villageAt(place, guardSk, read);
  if (kept) { await post(after(feature, delivery, kept as unknown as Parts, place)); return "done"; }
  const name = message.kind === "event" ? message.event.name : message.name;
  const listener = feature.on?.[name];
  if (!listener || (place.at === "village" && !village)) return "done";
  const event = message.kind === "event" ? { ...message.event, place: placeOf(message.pk) } : { id: message.id, name, at: message.at, by: "carrier", channel: "sms", data: message.data, place };
  const data = listener.spec.data.safeParse(event.data);
  if (!data.success) { count("unreadable-event", name); return "done"; }
  const given = { ...givenFor(feature, place, { village, county: null, region: null }, "system", now), from: message.kind === "event" ? message.from ?? null : null, open: opener(feature), change: (parts: Parts) => new Change(parts) };
  const change = await listener.run(given as never, { ...event, data: data.data } as Heard<unknown> as never);
  if (!change) return "done";
  const target: Place = change.parts.into ? { at: "village", id: change.parts.into } : place;
  return { place: target, guard: { sk: guardSk, kept: keptOf(change.parts), ttl: seconds(now) + KEEP_HEARD }, parts: { ...change.parts, writes: [...withDesk(feature, change.parts.writes, given.settings), ...tellWrites(feature, change.parts.tells, "system", now)] }, delivery };
};

const prepareClock = async (feature: FeatureCode, delivery: Delivery, message: Extract<Message, { kind: "clock" }>, place: Place, now: Date): Promise<Prepared | "done"> => {
  const name = message.gds.split("#")[1] ?? "";
  const own = feature.due?.[name];
  const kind = (own?.kind ?? feature.lifecycle?.kind) as Kind<Case> | undefined;
  if (!kind || !message.sk.startsWith(`${kind.prefix}#`)) return "done";
  const row = await openTable(place, "system").get(kind, message.sk.slice(kind.prefix.length + 1));
  if (!row) return "done";
  const guardSk = guardFor(feature, message, row.version);
  const { kept, village } = await villageAt(place, guardSk);
  if (kept) { await post(after(feature, delivery, kept as unknown as Parts, place)); return "done"; }
  const base = givenFor(feature, place, { village, county: null, region: null }, "system", now);
  const when = own ? kind.due?.(row) : dueOf(feature, row, base.settings);
  if (!when || when.clock !== name || when.at > now.toISOString()) return "done";
  const given = { ...base, from: null, open: opener(feature), change: (parts: Parts) => new Change(parts) };
  const change = own ? await own.run(given as never, row as never) : await moveByClock(feature, name, row as never, given, now);
  if (!change) return "done";
  return { place, guard: { sk: guardSk, kept: keptOf(change.parts), ttl: seconds(now) + KEEP_HEARD }, parts: { ...change.parts, writes: [...withDesk(feature, change.parts.writes, base.settings), ...tellWrites(feature, change.parts.tells, "clock", now)] }, delivery };
};

const moveByClock = async (feature: FeatureCode, name: string, row: never, given: ReturnType<typeof givenFor>, now: Date): Promise<Change | null> => {
  const life = feature.lifecycle!;
  const move = feature.contract.lifecycle!.moves[name]!;
  const caller = nobody("clock", given.facts.languages[0]!);
  const step = { to: "", at: now.toISOString(), by: "clock", channel: "clock" };
  const moved = moveCase(feature, row, targetsOf(move), step, given.settings, (after) => life.view(after as never, caller));
  const change = await life.moves[name]!({ ...given, row, caller, body: {}, language: given.facts.languages[0], moved } as never);
  if (change instanceof Refusal) { count("clock-refused", `${feature.name}.${name}`); return null; }
  return change as Change;
};

const commitOne = async (feature: FeatureCode, prepared: Prepared): Promise<boolean> => {
  const { place, guard, parts, delivery } = prepared;
  const now = clock().now();
  const outcome = await commit({ place, guard, writes: parts.writes, event: eventOf(feature, parts, nobody("system", environment().region.languages[0]!), now) }, now.getTime());
  if (outcome !== "done" && outcome !== "twin") return false;
  if (outcome === "done") await remindSoon(feature, place, parts.writes, now);
  if (outcome === "done" && parts.sends?.length) await (await import("./outgoing.ts")).sendAll(parts.sends);
  await post(after(feature, delivery, outcome === "twin" ? await keptBefore(place, guard.sk) : parts, place));
  return true;
};
const keptBefore = async (place: Place, sk: string): Promise<Pick<Parts, "tasks" | "next">> =>
  ((await batchGet([{ pk: partition(place), sk }]))[0] ?? {}) as Pick<Parts, "tasks" | "next">;

const onlyAdds = ({ parts }: Prepared): boolean =>
  parts.writes.every((write) => write.op === "add") && !parts.emits && !parts.tasks?.length && parts.next === undefined && !parts.sends?.length;

/** Adds to counters of one place go into one transaction: on AWS, many small ones to a hot row conflict. False: do them one by one. */
const commitGroup = async (group: readonly Prepared[]): Promise<boolean> => {
  const guards = group.map((each) => each.guard);
  const writes = group.flatMap((each) => each.parts.writes);
  return (await commit({ place: group[0]!.place, moreGuards: guards, writes }, clock().now().getTime())) === "done";
};

const GROUP = 40;

/**
 * Everything heard in a batch: each effect exactly once (HEARD is judged first in the same transaction), in any order.
 * @param fail told of each message that must come again
 */
export const hearAll = async (feature: FeatureCode, deliveries: readonly Delivery[], fail: (id: string, error: unknown) => void): Promise<void> => {
  const grouped = new Map<string, Prepared[]>();
  const single = async (delivery: Delivery, first?: Prepared): Promise<void> => {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const prepared = attempt === 1 && first ? first : await prepare(feature, delivery);
      if (prepared === "done" || (await commitOne(feature, prepared))) return;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * 2 ** attempt));
    }
    throw new Error("another writer was quicker, again and again");
  };
  const ahead = deliveries.filter(({ message }) => message.kind !== "clock").flatMap(({ message }) => keysAt(placeFor(message), guardFor(feature, message, 0)));
  // Read ahead for all; if that fails, each reads for itself and fails for itself.
  const read = ahead.length > 0 && ahead.length <= 100 ? await readAll(ahead).catch(() => undefined) : undefined;
  for (const delivery of deliveries) {
    try {
      const prepared = await prepare(feature, delivery, read);
      if (prepared === "done") continue;
      if (!onlyAdds(prepared)) { await single(delivery, prepared); continue; }
      const key = partition(prepared.place);
      grouped.set(key, [...(grouped.get(key) ?? []), prepared]);
    } catch (error) { fail(delivery.id, error); }
  }
  for (const all of grouped.values()) {
    const unique = [...new Map(all.map((each) => [each.guard.sk, each])).values()];
    for (let i = 0; i < unique.length; i += GROUP) {
      const group = unique.slice(i, i + GROUP);
      const together = await commitGroup(group).catch(() => false);
      if (together) continue;
      for (const each of group) await single(each.delivery).catch((error: unknown) => fail(each.delivery.id, error));
    }
  }
};
