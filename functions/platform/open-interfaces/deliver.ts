import { hookSecret, postHook, put, type Task } from "../../core/implement.ts";
import type { Hearing, Working } from "./given.ts";
import { hostsIn } from "./hooks.ts";
import { afterFailure } from "./rules.ts";
import { Hook, sentId, Sent } from "./rows.ts";

const MOST_HOOKS = 100;
const task = (hook: string, event: string, delaySeconds?: number): Task => ({ work: "deliver", lane: "out", data: { hook, event }, ...(delaySeconds ? { delaySeconds } : {}) });

/** An event other systems may be told of: a delivery for each webhook of the village that wants it. */
export const tell = async ({ table, village, change }: Hearing, event: { readonly id: string; readonly name: string; readonly at: string; readonly data: unknown }) => {
  if (village.off.includes("platform/open-interfaces")) return null;
  const wanting = (await table.list(Hook, { limit: MOST_HOOKS })).items.filter((hook) => hook.state === "active" && (hook.events as readonly string[]).includes(event.name));
  if (wanting.length === 0) return null;
  return change({
    writes: wanting.map((hook) => put(Sent, { hook: hook.id, event: event.id, name: event.name, at: event.at, data: event.data as Record<string, unknown>, state: "waiting", tries: 0, status: null, why: "", lastAt: null }, "over")),
    tasks: wanting.map((hook) => task(hook.id, event.id)),
  });
};

/** The test somebody asked for goes out like any other delivery. */
export const tryOut = async ({ change }: Hearing, { data }: { readonly data: { readonly hook: string; readonly delivery: string } }) => change({ writes: [], tasks: [task(data.hook, data.delivery)] });

/** One delivery. Run twice it may arrive twice, under the same webhook-id. */
export const deliver = async ({ table, region, village, data, clock, commit, facts }: Working): Promise<void> => {
  const [hookId, event] = [String(data["hook"]), String(data["event"])];
  const [hook, sent] = [await table.get(Hook, hookId), await table.get(Sent, sentId(hookId, event))];
  if (!hook || sent?.state !== "waiting") return;
  const { version, ...row } = sent;
  const now = clock();
  // A test goes out while the webhook is paused: it is how one sees whether to resume it.
  if (hook.state === "ended" || (hook.state === "paused" && row.name !== "test")) {
    await commit({ writes: [put(Sent, { ...row, state: "failed", why: hook.state, lastAt: now.toISOString() }, { version })] });
    return;
  }
  const outcome = await postHook({
    url: hook.url, id: event, at: now, secret: await hookSecret(`${village.id}|${hook.id}`), hosts: await hostsIn(region),
    body: JSON.stringify({ type: row.name, timestamp: row.at, data: { id: event, village: village.id, region: facts.name, ...row.data } }),
  });
  const tried = { ...row, tries: row.tries + 1, status: outcome.status, why: outcome.why, lastAt: now.toISOString() };
  const { version: seen, ...rest } = hook;
  if (outcome.ok) {
    await commit({ writes: [put(Sent, { ...tried, state: "sent" }, { version }), ...(rest.failures > 0 ? [put<Hook>(Hook, { ...rest, failures: 0 }, { version: seen })] : [])] });
    return;
  }
  // A test is one try, and its failure is the person's to see.
  const next = row.name === "test" ? { then: "give-up" as const, pause: false } : afterFailure({ tries: tried.tries, status: outcome.status, failures: rest.failures });
  if (next.then === "again") {
    await commit({ writes: [put(Sent, tried, { version })], tasks: [task(hookId, event, next.seconds)] });
    return;
  }
  await commit({
    writes: [put(Sent, { ...tried, state: "failed" }, { version }), ...(row.name === "test" ? [] : [put<Hook>(Hook, { ...rest, failures: rest.failures + 1, state: next.pause ? "paused" : rest.state }, { version: seen })])],
    ...(next.pause ? { emits: { name: "paused" as const, data: { hook: hookId } } } : {}),
  });
};
