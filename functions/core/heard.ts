import type { EventSpec } from "../../shared/contract/event.ts";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import type { SettingsOf } from "../../shared/contract/settings.ts";
import type { Village } from "./access-rows.ts";
import type { Change, Outgoing, Task } from "./change.ts";
import type { Emits, Given } from "./given-shape.ts";
import type { Kind, Stored, Write } from "./rows.ts";
import type { AreaTable, Table } from "./table.ts";
import type { Telling } from "./tell.ts";

/** What a listener or a due time gets. */
export interface HeardGiven<C extends FeatureOptions> extends Given<C, "village", never> {
  readonly change: (parts: { writes: readonly Write[]; emits?: Emits<C>; tasks?: readonly Task[]; tells?: readonly Telling[]; next?: string; into?: string; sends?: readonly Outgoing[] }) => Change;
  /** Where the page before stopped; null on the first. */
  readonly from: string | null;
  /** A region listener (a message from a phone): the table, row and settings of the village it found. */
  readonly open: (village: string) => Promise<{ table: Table; county: AreaTable; village: Stored<Village>; settings: SettingsOf<C["settings"]> } | null>;
}
export interface Heard<D> { readonly id: string; readonly name: string; readonly at: string; readonly by: string; readonly office?: string | undefined; readonly channel: string; readonly data: D; readonly place: { readonly at: Scope; readonly id: string } }
export interface Listener<C extends FeatureOptions> { readonly spec: EventSpec; readonly run: (given: HeardGiven<C>, event: Heard<unknown>) => Promise<Change | null> }

/** A listener with its event's shape: data that does not fit is counted and left. */
export const hear = <C extends FeatureOptions, D>(spec: EventSpec<D>, run: (given: HeardGiven<C>, event: Heard<D>) => Promise<Change | null>): Listener<C> =>
  ({ spec, run: run as Listener<C>["run"] });

/** What a piece of work gets: it alone may act on the outside, and commits as often as it must. */
export interface WorkGiven<C extends FeatureOptions> extends Given<C, "village", never> {
  readonly data: Readonly<Record<string, unknown>>;
  readonly lane: string;
  /** How many senders share the carrier's rate. */
  readonly senders: number;
  /** Commits; false when another was quicker (a claim that was lost). */
  readonly commit: (parts: { writes: readonly Write[]; emits?: Emits<C>; tasks?: readonly Task[] }) => Promise<boolean>;
  /** Hands a message to the carrier. @throws MessagingError */
  readonly send: (message: Outgoing & { context?: string }) => Promise<{ id: string }>;
  /** The time now, asked again before each message. */
  readonly clock: () => Date;
  readonly wait: (ms: number) => Promise<void>;
}

/** A due time outside the lifecycle, with the kind of its row. */
export const due = <C extends FeatureOptions, T>(kind: Kind<T>, run: (given: HeardGiven<C>, row: Stored<T>) => Promise<Change | null>) =>
  ({ kind: kind as unknown as Kind<never>, run: run as unknown as (given: HeardGiven<C>, row: never) => Promise<Change | null> });

