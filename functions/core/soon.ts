import type { FeatureCode } from "./implement.ts";
import { partitionFor, type Place } from "./keys.ts";
import { log } from "./log.ts";
import { sortKey, type Write } from "./rows.ts";

/** A queue keeps a message back for fifteen minutes at most; what is due later is the sweeper's. */
const MOST_SECONDS = 900;

/**
 * The sweeper looks once a minute; sixty seconds for a second person, or two minutes for a call for help, must not become three. What comes due
 * soon is also put into the feature's own queue with a delay. If that fails, the sweeper is there all the same.
 */
export const remindSoon = async (feature: FeatureCode, place: Place, writes: readonly Write[], now: Date): Promise<void> => {
  const soon = writes.flatMap((write) => {
    // What a change tells somebody is another feature's to pass on, and the sweeper's to bring there.
    if (write.op !== "put" || ![feature.contract.prefix].flat().includes(write.kind.prefix)) return [];
    const due = write.due === undefined ? write.kind.due?.(write.value) : write.due;
    const seconds = due ? Math.ceil((Date.parse(due.at) - now.getTime()) / 1000) : Infinity;
    return due && seconds <= MOST_SECONDS ? [{ due, seconds: Math.max(0, seconds), pk: partitionFor(write.kind, place), sk: sortKey(write.kind, write.kind.id(write.value)) }] : [];
  });
  if (soon.length === 0) return;
  const { post, queueName } = await import("./queues.ts");
  await post(soon.map(({ due, seconds, pk, sk }) => ({ queue: queueName(feature.name), delaySeconds: seconds, message: { kind: "clock", pk, sk, gds: `${due.at}#${due.clock}` } })))
    .catch((error: unknown) => log("warn", "a reminder was not queued", { feature: feature.name, error: (error as Error).name }));
};
