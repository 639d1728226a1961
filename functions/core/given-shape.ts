import type * as z from "zod";
import type { EventSpec } from "../../shared/contract/event.ts";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { Language, WordsFile } from "../../shared/contract/language.ts";
import type { CommonProblem, ProblemExtra, Refusal } from "../../shared/contract/problem.ts";
import type { RegionFacts } from "../../shared/contract/region.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import type { SettingsOf } from "../../shared/contract/settings.ts";
import type { County, Region, Village } from "./access-rows.ts";
import type { Caller } from "./caller.ts";
import type { Change, Outgoing, Task } from "./change.ts";
import type { Place } from "./keys.ts";
import type { Kind, Stored, Write } from "./rows.ts";
import type { AreaTable, Table } from "./table.ts";
import type { Telling } from "./tell.ts";

type ParamsOf<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? { readonly [K in N]: string } & ParamsOf<Rest> : unknown;
export type Out<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType } ? z.output<S> : undefined;
export type AnswerOf<R> = R extends { readonly returns: infer S extends z.ZodType } ? z.input<S> : never;
type ScopeOf<R> = R extends { readonly at: infer S extends Scope } ? S : "village";
export type OwnFails<R> = R extends { readonly fails: infer F } ? keyof F & string : never;
type Row = Readonly<Record<string, unknown>>;

/** What every piece of a feature gets as its one argument. */
export interface Given<C extends FeatureOptions, S extends Scope, Codes extends string> {
  readonly table: S extends "area" ? AreaTable : Table;
  /** The county's table, from a village or a county. */
  readonly county: AreaTable;
  readonly region: Table;
  readonly village: S extends "village" ? Stored<Village> : Stored<Village> | null;
  readonly countyRow: Stored<County> | null;
  readonly regionRow: Stored<Region> | null;
  /** A village of this county, read from a county's handler. @throws Refusal not-found for one of another county */
  readonly inVillage: (id: string) => Table;
  /** The page's own origin, for links. */
  readonly origin: string;
  readonly facts: RegionFacts;
  readonly place: { readonly at: Scope; readonly id: string };
  readonly settings: SettingsOf<C["settings"]>;
  readonly words: WordsFile;
  readonly now: Date;
  readonly newId: () => string;
  /** Keyed hash of a phone number or a code (the contract names `needs: ["phones"]`). */
  readonly hash: (text: string) => Promise<string>;
  /** A refusal by a declared code; write `return fail(…)`. */
  readonly fail: (code: Codes | CommonProblem, extra?: ProblemExtra) => Refusal;
}

export type Emits<C> = C extends { readonly emits: infer E extends Readonly<Record<string, EventSpec>> }
  ? { [K in keyof E & string]: { readonly name: K; readonly data: z.input<E[K]["data"]>; readonly villages?: readonly string[]; readonly as?: string } }[keyof E & string]
  : never;

/** A change leaves exactly one event, or says why it leaves none. */
export type Parts<C, A> = {
  readonly writes: readonly Write[];
  readonly sends?: readonly Outgoing[];
  readonly tasks?: readonly Task[];
  readonly tells?: readonly Telling[];
  readonly opens?: Place;
} & ({ readonly emits: Emits<C>; readonly quiet?: never } | { readonly quiet: string; readonly emits?: never })
  & (A extends undefined ? { readonly answer?: never } : { readonly answer: A; readonly refuse?: never } | { readonly refuse: Refusal; readonly answer?: never });

export interface RouteGiven<C extends FeatureOptions, R> extends Given<C, ScopeOf<R>, OwnFails<R>> {
  readonly caller: Caller;
  readonly body: Out<R, "body">;
  readonly query: Out<R, "query">;
  readonly params: R extends { readonly path: infer P extends string } ? ParamsOf<P> : unknown;
  readonly language: Language;
  readonly change: (parts: Parts<C, AnswerOf<R>>) => Change;
  /** The version the client saw (If-Match), if it said one. */
  readonly ifMatch: number | null;
  /** The due time of a new row of the feature's lifecycle is worked out by core: put(...begin(value)). */
  readonly begin: <T extends Row>(kind: Kind<T>, value: Omit<T, "state" | "history">) => Write;
  /** Sets cookies: sign-in alone. */
  readonly cookies: string[];
}
export type RouteHandler<C extends FeatureOptions, R> = (given: RouteGiven<C, R>) => Promise<AnswerOf<R> | Change | Refusal> | AnswerOf<R> | Change | Refusal;

