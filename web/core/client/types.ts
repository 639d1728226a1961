import type * as z from "zod";
import type { registry } from "../../../shared/registry.ts";

type Registry = typeof registry;
/** Every feature, once there is one; any name before that, so that the frame compiles in an empty tree. */
export type Feature = [keyof Registry] extends [never] ? string : keyof Registry;

type Contract<F> = F extends keyof Registry ? Registry[F] : never;
type Routes<F> = Contract<F> extends { readonly routes: infer R } ? R : never;
type Life<F> = Contract<F> extends { readonly lifecycle: infer L } ? L : never;
type Moves<F> = Life<F> extends { readonly moves: infer M } ? M : never;

/** The routes of a feature and the moves of its lifecycle. */
export type RouteName<F> = [keyof Registry] extends [never] ? string : (keyof Routes<F> | keyof Moves<F>) & string;
type RouteOf<F, R> = R extends keyof Routes<F> ? Routes<F>[R] : R extends keyof Moves<F> ? Moves<F>[R] & { readonly path: "/{id}/move" } : never;

type Holes<P> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type Params<R> = R extends { readonly path: infer P } ? ([Holes<P>] extends [never] ? { params?: undefined } : { params: Readonly<Record<Holes<P>, string>> }) : { params?: Readonly<Record<string, string>> };
type Body<R> = R extends { readonly body: infer B extends z.ZodType } ? { body: z.input<B> } : { body?: unknown };
type Query<R> = R extends { readonly query: infer Q extends z.ZodType } ? { query?: Partial<z.input<Q>> } : { query?: Readonly<Record<string, unknown>> };

/** Where the facts live, and what else a call may carry. */
export interface Common {
  village?: string;
  area?: string;
  /** The version seen: a stale one is refused with 409. */
  ifMatch?: number;
  /** The same key twice is the same act. Made here when left out. */
  key?: string;
}
export type Args<F, R> = Common & Params<RouteOf<F, R>> & Body<RouteOf<F, R>> & Query<RouteOf<F, R>>;
/** What a route answers, as its contract says. */
export type Answer<F, R> = [keyof Registry] extends [never] ? unknown
  : R extends keyof Routes<F>
    ? Routes<F>[R] extends { readonly returns: infer A extends z.ZodType } ? z.output<A> : never
    : Life<F> extends { readonly view: infer V extends z.ZodType } ? z.output<V> : never;
