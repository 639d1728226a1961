/**
 * What the cloud and the embedded stack both stand on, as plain data read from the contracts: the table's keys and indexes, the queues,
 * the functions. Pure: give it contracts, get a list.
 */
import type { FeatureOptions } from "../shared/contract/feature.ts";

export type Contracts = Readonly<Record<string, FeatureOptions>>;

export interface IndexSpec {
  readonly name: "person" | "area" | "due";
  readonly pk: string;
  readonly sk: string;
  readonly projection: "ALL" | "KEYS_ONLY";
}

/** The one table: all keys are strings. `ttl` holds seconds since 1970; the stream carries new images. */
export const TABLE = {
  name: "wecountry",
  pk: "pk",
  sk: "sk",
  ttl: "ttl",
  stream: "NEW_IMAGE",
  indexes: [
    { name: "person", pk: "gp", sk: "sk", projection: "ALL" },
    { name: "area", pk: "ga", sk: "gas", projection: "ALL" },
    { name: "due", pk: "gd", sk: "gds", projection: "KEYS_ONLY" },
  ] satisfies readonly IndexSpec[],
} as const;

/** For every function's process: two memory arenas for its few threads. As many as glibc would take cost it a tenth of its memory (docs/measured.md). */
export const PROCESS = { MALLOC_ARENA_MAX: "2" } as const;

/** Seconds a function may work; queues hide a message six times as long. */
export const TIMEOUT_SECONDS = 30;
const HIDDEN_SECONDS = TIMEOUT_SECONDS * 6;

export interface QueueSpec {
  /** "<section>-<feature>", or "<section>-<feature>-<lane>". */
  readonly name: string;
  /** Where a message goes that failed `tries` times. */
  readonly deadLetters: string;
  readonly feature: string;
  /** Null for the queue of events and clocks. */
  readonly lane: string | null;
  readonly visibilitySeconds: number;
  readonly tries: number;
  /** Messages a function takes at once. */
  readonly batch: number;
}

/** @example queueName("alerts/delivery", "urgent") // "alerts-delivery-urgent" */
export const queueName = (feature: string, lane?: string | null): string => `${feature.replace("/", "-")}${lane ? `-${lane}` : ""}`;

const queue = (feature: string, lane: string | null): QueueSpec => {
  const name = queueName(feature, lane);
  return { name, deadLetters: `${name}-dead`, feature, lane, visibilitySeconds: HIDDEN_SECONDS, tries: lane ? 10 : 5, batch: 10 };
};

/** Whether events or due times come to it. */
export const hears = (contract: FeatureOptions): boolean =>
  (contract.on ?? []).length > 0 || (contract.clocks ?? []).length > 0 || Object.keys(contract.lifecycle?.waits ?? {}).length > 0;

const lanesOf = (contract: FeatureOptions): string[] => [...new Set(Object.values(contract.work ?? {}).flatMap((work) => work.lanes))];

/** The queues of one feature: one for what it hears, one per work lane. */
export const queuesOf = (feature: string, contract: FeatureOptions): QueueSpec[] =>
  [...(hears(contract) ? [queue(feature, null)] : []), ...lanesOf(contract).map((lane) => queue(feature, lane))];

/** All queues, in the order of the features. */
export const queues = (contracts: Contracts): QueueSpec[] => Object.entries(contracts).flatMap(([feature, contract]) => queuesOf(feature, contract));

export interface FunctionSpec {
  /** "<section>-<feature>" */
  readonly name: string;
  readonly feature: string;
  readonly section: string;
  /** The module, from the project's top folder; it exports `handler`. */
  readonly entry: string;
  readonly timeoutSeconds: number;
  /** "/v1/<section>/<feature>", and "/open/…" where a route may be cached. */
  readonly paths: readonly string[];
  readonly queues: readonly QueueSpec[];
}

const cacheable = (contract: FeatureOptions): boolean => Object.values(contract.routes).some((route) => route.cache !== undefined);

/** One function per feature. */
export const functions = (contracts: Contracts): FunctionSpec[] =>
  Object.entries(contracts).map(([feature, contract]) => ({
    name: queueName(feature),
    feature,
    section: feature.split("/")[0] ?? "",
    entry: `functions/${feature}/handlers.ts`,
    timeoutSeconds: TIMEOUT_SECONDS,
    paths: [`/v1/${feature}`, ...(cacheable(contract) ? [`/open/${feature}`] : [])],
    queues: queuesOf(feature, contract),
  }));

/** The functions that belong to no feature: one follows the table's stream, one wakes every minute. */
export const CORE_FUNCTIONS = [
  { name: "router", entry: "functions/core/lambdas/router.ts", timeoutSeconds: 60 },
  { name: "sweeper", entry: "functions/core/lambdas/sweeper.ts", timeoutSeconds: 55 },
  { name: "carrier", entry: "functions/core/lambdas/carrier.ts", timeoutSeconds: 30 },
] as const;

/** Where a carrier without a topic brings its receipts: below it stands a key that only the provider and the region's secret know. */
export const RECEIPTS_PATH = "/v1/carrier/receipts";

const CARRIER = ["carrier/received", "carrier/receipt"] as const;

/** The queues a message carrier's topic delivers to, with the events each wants. */
export const carrierQueues = (contracts: Contracts): { readonly queue: string; readonly events: readonly string[] }[] =>
  Object.entries(contracts).flatMap(([feature, contract]) => {
    const events = CARRIER.filter((name) => contract.on?.includes(name));
    return events.length > 0 ? [{ queue: queueName(feature), events }] : [];
  });
