import * as z from "zod";
import type { Scope } from "../../shared/contract/routes.ts";

export interface Due {
  readonly at: string;
  /** The name of the clock, or of the move a lifecycle makes. */
  readonly clock: string;
}

export interface KindOptions<T> {
  /** The part of the sort key after the prefix. */
  readonly id: (value: T) => string;
  readonly at?: Scope;
  /** The schema's version, raised when stored rows change shape; older ones pass through `upgrade`. */
  readonly v?: number;
  readonly upgrade?: (old: Readonly<Record<string, unknown>>, v: number) => unknown;
  /** Puts the row into the person index. */
  readonly person?: (value: T) => string | null;
  /** Puts a village's row into its county's index, sorted township, village, id. Summaries and public goods only. */
  readonly area?: true | ((value: T) => boolean);
  readonly due?: (value: T) => Due | null;
  /** Filtered when read from this instant; the table's TTL only cleans up. */
  readonly expires?: (value: T) => string | null;
}

/** What is stored under one sort-key prefix. */
export interface Kind<T> extends KindOptions<T> { readonly prefix: string; readonly schema: z.ZodType<T>; readonly at: Scope; readonly v: number }

const RESERVED = ["pk", "sk", "v", "version", "gp", "ga", "gas", "gd", "gds", "ttl"];

/**
 * Declares a kind of row. The first part of the prefix must stand in the feature's contract.
 * @example const Greeting = row("GUEST", z.object({ id: Id, words: Body }), { id: (g) => g.id })
 */
export const row = <S extends z.ZodObject>(prefix: string, schema: S, options: KindOptions<z.output<S>>): Kind<z.output<S>> => {
  for (const key of RESERVED) if (key in schema.shape) throw new Error(`${prefix}: "${key}" is a name the table keeps for itself`);
  return { at: "village", v: 1, ...options, prefix, schema: schema as unknown as z.ZodType<z.output<S>> };
};

/** A row as read: its value and the version to give back when saving. */
export type Stored<T> = T & { readonly version: number };

export type Condition = "new" | "over" | { readonly version: number; readonly fromClient?: true };
export type Write =
  | { readonly op: "put"; readonly kind: Kind<unknown>; readonly value: unknown; readonly when: Condition; readonly due?: Due | null }
  | { readonly op: "remove"; readonly kind: Kind<unknown>; readonly id: string; readonly version?: number }
  | { readonly op: "check"; readonly kind: Kind<unknown>; readonly id: string; readonly version: number | null }
  | { readonly op: "add"; readonly kind: Kind<unknown>; readonly id: string; readonly counts: Readonly<Record<string, number>>; readonly until?: string };

/** Saves a row: "new" must not exist, { version } must be the one read, "over" replaces whatever is there. */
export const put = <T>(kind: Kind<T>, value: T, when: Condition, due?: Due | null): Write =>
  ({ op: "put", kind: kind as Kind<unknown>, value, when, ...(due === undefined ? {} : { due }) });
/** Ends a row. */
export const remove = <T>(kind: Kind<T>, id: string, version?: number): Write =>
  ({ op: "remove", kind: kind as Kind<unknown>, id, ...(version === undefined ? {} : { version }) });
/** Fails the change unless the row still has this version (null: still does not exist). */
export const check = <T>(kind: Kind<T>, id: string, version: number | null): Write => ({ op: "check", kind: kind as Kind<unknown>, id, version });
/**
 * Adds to counters; adds to one row within a change, or within a batch of events, are summed.
 * @param until the instant from which the counter is no longer read (a day's count)
 */
export const add = <T>(kind: Kind<T>, id: string, counts: { readonly [K in keyof T]?: number }, until?: string): Write =>
  ({ op: "add", kind: kind as Kind<unknown>, id, counts: counts as Record<string, number>, ...(until ? { until } : {}) });

/** @example sortKey(Greeting, "01J…") // "GUEST#01J…" */
export const sortKey = (kind: Pick<Kind<unknown>, "prefix">, id: string): string => `${kind.prefix}#${id}`;
