import { hookSecret, hostAllowed, put, type Table } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Hook, Hosts, Sent } from "./rows.ts";

const MOST_HOOKS = 10;
export const hostsIn = async (region: Table): Promise<readonly string[]> => (await region.get(Hosts, ""))?.hosts ?? [];

export const hosts = async ({ region }: For<"hosts">) => (await region.get(Hosts, "")) ?? { hosts: [], version: 0 };
export const allowHosts = async ({ region, body, ifMatch, change, fail }: For<"allowHosts">) => {
  const before = await region.get(Hosts, "");
  if (ifMatch !== null && ifMatch !== (before?.version ?? 0)) return fail("stale-version", { yourVersion: ifMatch, version: before?.version ?? 0 });
  const all = [...new Set(body.hosts)].sort();
  return change({ writes: [put(Hosts, { hosts: all }, before ? { version: before.version } : "new")], emits: { name: "hosts-allowed", data: { hosts: all.length } }, answer: { hosts: all, version: (before?.version ?? 0) + 1 } });
};

export const hooks = async ({ table, query }: For<"hooks">) => table.list(Hook, query);
export const makeHook = async ({ table, region, village, body, caller, now, newId, change, fail }: For<"makeHook">) => {
  if (!hostAllowed(body.url, await hostsIn(region))) return fail("address-not-allowed");
  const { items } = await table.list(Hook, { limit: 100 });
  if (items.filter((hook) => hook.state !== "ended").length >= MOST_HOOKS) return fail("too-many-hooks");
  const id = newId();
  return change({
    writes: [put<Hook>(Hook, { id, name: body.name, url: body.url, events: [...new Set(body.events)], state: "active", failures: 0, by: caller.person!, at: now.toISOString() }, "new")],
    emits: { name: "hook-made", data: { hook: id } }, answer: { id, secret: await hookSecret(`${village.id}|${id}`) },
  });
};
const live = async (table: Table, id: string) => {
  const hook = await table.get(Hook, id);
  return hook && hook.state !== "ended" ? hook : null;
};
export const endHook = async ({ table, params, change, fail }: For<"endHook">) => {
  const hook = await live(table, params.id);
  if (!hook) return fail("not-found");
  const { version, ...rest } = hook;
  return change({ writes: [put<Hook>(Hook, { ...rest, state: "ended" }, { version })], emits: { name: "hook-ended", data: { hook: hook.id } }, answer: { done: true as const } });
};
export const resumeHook = async ({ table, region, params, change, fail }: For<"resumeHook">) => {
  const hook = await live(table, params.id);
  if (!hook) return fail("not-found");
  if (!hostAllowed(hook.url, await hostsIn(region))) return fail("address-not-allowed");
  const { version, ...rest } = hook;
  return change({ writes: [put<Hook>(Hook, { ...rest, state: "active", failures: 0 }, { version })], emits: { name: "resumed", data: { hook: hook.id } }, answer: { done: true as const } });
};
export const testHook = async ({ table, params, now, newId, change, fail }: For<"testHook">) => {
  const hook = await live(table, params.id);
  if (!hook) return fail("not-found");
  const event = newId();
  return change({
    writes: [put(Sent, { hook: hook.id, event, name: "test", at: now.toISOString(), data: {}, state: "waiting", tries: 0, status: null, why: "", lastAt: null }, "new")],
    emits: { name: "tested", data: { hook: hook.id, delivery: event } }, answer: { delivery: event },
  });
};
export const deliveries = async ({ table, params, query, fail }: For<"deliveries">) => {
  if (!(await table.get(Hook, params.id))) return fail("not-found");
  const page = await table.list(Sent, { ...query, under: `${params.id}#` });
  return { items: page.items.map(({ event, name, ...each }) => ({ ...each, id: event, event: name })), next: page.next };
};
