/** The only fields a log line may carry: never a name, a number, a code or a text. */
const ALLOWED = ["feature", "route", "status", "code", "ms", "correlation", "village", "attempt", "listener", "event", "count", "kind", "lane", "error"] as const;
export type LogFields = { readonly [K in (typeof ALLOWED)[number]]?: string | number | undefined };

type Sink = (line: string) => void;
let sink: Sink = (line) => { process.stdout.write(`${line}\n`); };
/** Sends lines elsewhere: tests read their own logs, the embedded stack keeps them in a file. */
export const useLog = (other: Sink): void => { sink = other; };

/** One structured line; a field outside the list is dropped, whoever passes it. */
export const log = (level: "info" | "warn" | "error", message: string, fields: LogFields = {}): void => {
  const kept = Object.fromEntries(ALLOWED.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
  sink(JSON.stringify({ time: new Date().toISOString(), level, message, ...kept }));
};

/** One line that is also a metric (CloudWatch embedded metric format): per route and per refusal, nothing sent over the network. */
export const metric = (name: string, value: number, dimensions: Readonly<Record<string, string>>, unit: "Count" | "Milliseconds" = "Count"): void => {
  sink(JSON.stringify({
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: [{ Namespace: "WeCountry", Dimensions: [[], Object.keys(dimensions)], Metrics: [{ Name: name, Unit: unit }] }] },
    ...dimensions, [name]: value,
  }));
};

/** Counts something that should not happen; an alarm watches it. */
export const count = (name: string, kind: string): void => metric(name, 1, { kind });
