import type * as z from "zod";
import type { EventSpec } from "../../shared/contract/event.ts";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { Language, WordsFile } from "../../shared/contract/language.ts";
import type { LifecycleOptions, Move } from "../../shared/contract/lifecycle.ts";
import type { CommonProblem, ProblemExtra, Refusal } from "../../shared/contract/problem.ts";
import type { RegionFacts } from "../../shared/contract/region.ts";
import type { Route, Scope } from "../../shared/contract/routes.ts";
import type { SettingsOf } from "../../shared/contract/settings.ts";
import type { County, Region, Village } from "./access-rows.ts";
import type { Caller } from "./caller.ts";
import type { Change, Outgoing, Task } from "./change.ts";
import type { Kind, Stored, Write } from "./rows.ts";
import type { Place } from "./keys.ts";
import { lambdaFor } from "./lambda.ts";
import type { AreaTable, Table } from "./table.ts";
import type { Telling } from "./tell.ts";

export { add, check, ERASED, NO_NAME, put, remove, row, scrub } from "./rows.ts";
export { Find } from "./find.ts";
export type { Erasing, Found, FoundBy, Kind, Said, Sheet, Stored, Write } from "./rows.ts";
export { Change } from "./change.ts";
export { Acted, CardIn, County, Look, Member, Proxy, Offices, Person, Region, Village } from "./access-rows.ts";
export { look, lookerOf } from "./look.ts";
export { afterAnswer, Lot, LOT_ANSWERS, lotChain, lotPool, lotStands, openLot, stillAsked } from "./lot.ts";
export type { LotAnswer } from "./lot.ts";
export type { Looker } from "./look.ts";
export { ApiCall, ApiKey, ApiUse } from "./access-rows.ts";
export { markOfKey, useId } from "./api-key.ts";
export { hookSecret, hostAllowed, postHook } from "./webhook.ts";
export { holds } from "./caller.ts";
export { WaitIn, waitId } from "./wait.ts";
export type { Wait } from "./wait.ts";
export type { Caller } from "./caller.ts";
export type { Outgoing, Task } from "./change.ts";
export { afterReceipt, attempted, deliveryFields, later, onceMore, sendable, skipped, STUCK_AFTER } from "./delivery.ts";
export type { Delivering, Failure, Outcome, ReceiptFacts } from "./delivery.ts";
export { heedReceipt, lookOver, sendLane } from "./delivery-lane.ts";
export type { LaneMessage } from "./delivery-lane.ts";
export { openLedger } from "./delivery-ledger.ts";
export type { Ledger } from "./delivery-ledger.ts";
export { ownPace, partsOf } from "./delivery-pace.ts";
export { ownTurn } from "./delivery-turn.ts";
/** Web push, loaded by those who push and by nobody else. */
export const push = () => import("./push.ts");
export { stableId } from "./stable-id.ts";
export { Tell, TELL_TO } from "./tell.ts";
export type { Telling, TellHow, TellTo } from "./tell.ts";
export { objects } from "./media.ts";
export type { ObjectStore } from "./media.ts";
export { uploadFields } from "./media-policy.ts";
export { carriersOf } from "./media-use.ts";
export { Received, Receipt } from "./carrier.ts";
export { isSmall } from "./access.ts";
export { endedCookies, enteredCookies, leftCookies } from "./cookies.ts";
export { Erased } from "./erase-rows.ts";
export { EventIn, SealIn, VerdictIn, linkHolds } from "./event-rows.ts";
export { readPhone } from "./phone.ts";
export { isSetupCode } from "./setup.ts";
export { signSession } from "./token.ts";
export type { AreaTable, Table } from "./table.ts";

type ParamsOf<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? { readonly [K in N]: string } & ParamsOf<Rest> : unknown;
type Out<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType } ? z.output<S> : undefined;
export type AnswerOf<R> = R extends { readonly returns: infer S extends z.ZodType } ? z.input<S> : never;
type ScopeOf<R> = R extends { readonly at: infer S extends Scope } ? S : "village";
type OwnFails<R> = R extends { readonly fails: infer F } ? keyof F & string : never;
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

type Emits<C> = C extends { readonly emits: infer E extends Readonly<Record<string, EventSpec>> }
  ? { [K in keyof E & string]: { readonly name: K; readonly data: z.input<E[K]["data"]>; readonly villages?: readonly string[] } }[keyof E & string]
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
type RouteHandler<C extends FeatureOptions, R> = (given: RouteGiven<C, R>) => Promise<AnswerOf<R> | Change | Refusal> | AnswerOf<R> | Change | Refusal;

/** One step of a matter's history; stays on the item. */
export interface Step { readonly to: string; readonly at: string; readonly by: string; readonly office?: string | undefined; /** For whom, where somebody acted for another. */ readonly behalf?: string | undefined; readonly channel: string }
export interface Case { readonly state: string; readonly history: readonly Step[] }

type LifeOf<C> = C extends { readonly lifecycle: infer L extends LifecycleOptions } ? L : never;
type TargetsOf<M> = M extends { readonly to: infer T } ? (T extends readonly (infer One extends string)[] ? One : T & string) : never;
type ViewOf<L> = L extends { readonly view: infer V extends z.ZodType } ? z.input<V> : never;

export interface MoveGiven<C extends FeatureOptions, T extends Case, M> extends Given<C, LifeOf<C> extends { readonly at: infer S extends Scope } ? S : "village", OwnFails<M>> {
  readonly row: Stored<T>;
  readonly caller: Caller;
  readonly body: Out<M, "body">;
  readonly language: Language;
  /** The row changed, in its next state, with history and due time; other writes go beside it. */
  readonly moved: (parts: { row?: Partial<T>; to?: TargetsOf<M>; writes?: readonly Write[]; emits: Emits<C>; sends?: readonly Outgoing[]; tasks?: readonly Task[]; tells?: readonly Telling[] }) => Change;
}
type MoveHandler<C extends FeatureOptions, T extends Case, M> = (given: MoveGiven<C, T, M>) => Promise<Change | Refusal> | Change | Refusal;

export interface DeskLine { readonly values?: Readonly<Record<string, string | number | Readonly<Record<Language, string>>>>; readonly where?: string }

export interface LifecycleCode<C extends FeatureOptions, T extends Case> {
  readonly kind: Kind<T>;
  /** Whether this caller may know the thing exists; false is a 404. */
  readonly sees: (row: Stored<T>, caller: Caller) => boolean;
  readonly view: (row: Stored<T>, caller: Caller) => ViewOf<LifeOf<C>>;
  /** What its line on a desk says beyond its state (holes of `waits.<state>`, never a name of a person; a title in both languages), and where it is settled, if not on its own page. */
  readonly about?: (row: T, facts: RegionFacts) => DeskLine;
  readonly moves: { readonly [K in keyof LifeOf<C>["moves"]]: MoveHandler<C, T, LifeOf<C>["moves"][K]> };
  readonly clocks: LifeOf<C> extends { readonly waits: infer W extends Readonly<Record<string, { readonly until: string }>> }
    ? { readonly [K in W[keyof W]["until"]]: (row: T, settings: SettingsOf<C["settings"]>) => Date | null } : Readonly<Record<never, never>>;
}

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

type Keys<C, K extends string, Else> = C extends { readonly [P in K]: infer V } ? V : Else;

export type Implementation<C extends FeatureOptions, T extends Case> = {
  readonly routes: { readonly [K in keyof C["routes"]]: RouteHandler<C, C["routes"][K]> };
} & (C extends { readonly lifecycle: LifecycleOptions } ? { readonly lifecycle: LifecycleCode<C, T> } : { readonly lifecycle?: never })
  & (Keys<C, "on", null> extends readonly (infer N extends string)[] ? { readonly on: { readonly [K in N]: Listener<C> } } : { readonly on?: never })
  & (Keys<C, "clocks", null> extends readonly (infer N extends string)[] ? { readonly due: { readonly [K in N]: { readonly kind: Kind<never>; readonly run: (given: HeardGiven<C>, row: never) => Promise<Change | null> } } } : { readonly due?: never })
  & ("work" extends keyof C ? { readonly work: { readonly [K in keyof C["work"]]: (given: WorkGiven<C>) => Promise<void> } } : { readonly work?: never });

/** A feature's code, unchecked by generics: what the dispatcher walks over. */
export interface FeatureCode {
  readonly name: string;
  readonly contract: FeatureOptions;
  readonly words: WordsFile;
  readonly routes: Readonly<Record<string, (given: never) => unknown>>;
  readonly lifecycle?: { kind: Kind<Case>; sees: (row: never, caller: Caller) => boolean; view: (row: never, caller: Caller) => unknown; about?: (row: never, facts: RegionFacts) => DeskLine; moves: Readonly<Record<string, (given: never) => unknown>>; clocks: Readonly<Record<string, (row: never, settings: never) => Date | null>> };
  readonly on?: Readonly<Record<string, { spec: EventSpec; run: (given: never, event: never) => Promise<Change | null> }>>;
  readonly due?: Readonly<Record<string, { kind: Kind<never>; run: (given: never, row: never) => Promise<Change | null> }>>;
  readonly work?: Readonly<Record<string, (given: never) => Promise<void>>>;
}

/** A due time outside the lifecycle, with the kind of its row. */
export const due = <C extends FeatureOptions, T>(kind: Kind<T>, run: (given: HeardGiven<C>, row: Stored<T>) => Promise<Change | null>) =>
  ({ kind: kind as unknown as Kind<never>, run: run as unknown as (given: HeardGiven<C>, row: never) => Promise<Change | null> });

/** A Lambda handler (HTTP, queues) that carries the code it was made of. */
export type FeatureHandler = ((event: unknown) => Promise<unknown>) & { readonly code: FeatureCode };

/**
 * Joins a contract and its code into the feature's Lambda. What the contract declares and the code lacks does not compile.
 * @param name the feature's folder, "<section>/<feature>"
 * @example export const handler = implement("circle/guestbook", contract, words, { routes: { … } });
 */
export const implement = <C extends FeatureOptions, T extends Case = Case>(name: string, contract: C, words: WordsFile, code: Implementation<C, T>): FeatureHandler => {
  const feature: FeatureCode = { name, contract, words, ...(code as unknown as Pick<FeatureCode, "routes">) };
  return Object.assign(lambdaFor(feature), { code: feature });
};

export type { Move, Refusal, Route };
