import type * as z from "zod";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { Language } from "../../shared/contract/language.ts";
import type { LifecycleOptions } from "../../shared/contract/lifecycle.ts";
import type { Refusal } from "../../shared/contract/problem.ts";
import type { RegionFacts } from "../../shared/contract/region.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import type { SettingsOf } from "../../shared/contract/settings.ts";
import type { Caller } from "./caller.ts";
import type { Change, Outgoing, Task } from "./change.ts";
import type { Emits, Given, Out, OwnFails } from "./given-shape.ts";
import type { Kind, Stored, Write } from "./rows.ts";
import type { Telling } from "./tell.ts";

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

export interface DeskLine { readonly values?: Readonly<Record<string, string | number | Readonly<Record<Language, string>>>>; readonly where?: string; /** The line does not travel in a copy of the village: who holds the copy may not know of the matter. */ readonly stays?: true }

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

