import * as z from "zod";
import type { MediaRef } from "../../shared/contract/media.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import type { Showing } from "../../shared/contract/shown.ts";
import type { Caller } from "./caller.ts";

export interface Due {
  readonly at: string;
  /** The name of the clock, or of the move a lifecycle makes. */
  readonly clock: string;
}

/** Whom an erasure is about: everything by which their rows are found. */
export interface Erasing {
  readonly person: string;
  /** As the rolls and they themselves write it. */
  readonly names: readonly string[];
  /** E.164. */
  readonly phones: readonly string[];
  /** Keyed hashes of these numbers, as they stand in the region's keys. */
  readonly hashes: readonly string[];
  /** The phones they signed in with. */
  readonly devices: readonly string[];
  /** Households in whose record or contact book they stand. */
  readonly households: readonly string[];
}
/** What stands in the place of an erased text, readable in both languages; and of an erased name. */
export const ERASED = "已删除 · erased";
export const NO_NAME = "—";

/** Somebody's text about a matter of theirs, without their name and number. */
export const scrub = (text: string, { names, phones }: Pick<Erasing, "names" | "phones">): string =>
  [...names.filter((name) => [...name].length > 1), ...phones.flatMap((phone) => [phone, phone.replace(/^\+(86)?/, "")])]
    .reduce((clean, each) => (each === "" ? clean : clean.replaceAll(each, NO_NAME)), text);

/** Somebody's words as others read or hear them. `by`: the person, or a visitor's device. */
export interface Said { readonly words: string; readonly media: readonly MediaRef[]; readonly by: string; readonly audience: "public" | "village" }

/** What of a thing hangs on the wall: the words a sheet is checked by, in an order of their own, and who may read them. */
export interface Sheet {
  /** What it is called, for who may read it: as written, or in every language. */
  readonly title: string | Readonly<Record<string, string>>;
  readonly words: readonly string[];
  /** Since when it stands so; null where nobody wrote that down. */
  readonly since: string | null;
  readonly stands: "stands" | "withdrawn" | "over";
  readonly sees: (caller: Pick<Caller, "member" | "holds">) => boolean;
  /** The page that shows it, below the village. */
  readonly where: string;
}

/** Whom a search shows something to: a visitor, a villager, people of some groups or houses; offices, a group's leader among them for the own group. */
export type FoundBy = "public" | "village" | { readonly groups: string[] } | { readonly households: string[] } | { readonly offices: string[]; readonly leadersOf?: string | undefined };

/** What can be found of a row. */
export interface Found {
  /** As written, or in every language. */
  readonly title: string | Record<string, string>;
  readonly words?: string;
  /** What others said in it, by the ids under which it is reported and hidden. */
  readonly parts?: readonly { readonly id: string; readonly words: string; readonly by: string }[];
  /** The page that shows it, below the village. */
  readonly where: string;
  /** Whose words they are: a person, or a visitor's device. */
  readonly by?: string;
  readonly audience: FoundBy;
  readonly at: string;
  /** From then on it is not found any more. */
  readonly until?: string | null;
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
  /**
   * What is left of a row when somebody is erased: the row without their personal fields, null when nothing is worth keeping, the row as
   * it is when it does not concern them. Ids stay: they stand in events and name nobody.
   */
  readonly erase?: (value: T, who: Erasing) => T | null;
  /** Rows of the region or a county alone: which may concern somebody. Without it those the person index has, or else the whole kind. */
  readonly eraseAt?: (who: Erasing) => readonly string[];
  /**
   * What others read in a row as somebody's words, so that it can be reported where it stands and looked at (circle/moderation): of the whole,
   * or of one part of it (an answer). Null: nothing of it is there to be read.
   */
  readonly said?: (value: T, part: string | null) => Said | null;
  /** The row as a sheet of paper, so that what hangs on the wall can be checked against the screen (platform/paper). Null: it is not for the wall. */
  readonly sheet?: (value: T) => Sheet | null;
  /** What can be found of it by whom (platform/search), kept beside it by core. Null: nothing, or nothing any more. */
  readonly find?: (value: T) => Found | null;
  /**
   * What the village shows of it (functions/core/shown.ts): on the home, on the board of offers, with replies and likes. Kept beside it by core; its
   * id must be a ULID. Null: nothing of it is shown.
   */
  readonly shown?: (value: T) => Showing | null;
  /** Found after everything that is news: a record somebody looks up. */
  readonly findLast?: true;
  /** Who may hear and see what this row carries though its maker kept it to themselves (audience "mine"): the reader of a letter. */
  readonly hears?: (value: T, caller: Pick<Caller, "person" | "holds">) => boolean;
  /** The private objects (pictures, papers) a row stands for: they go when it goes, and stand in an export's list of media. */
  readonly files?: (value: T) => readonly string[];
  /**
   * Whether a village takes its rows along when it leaves. A village's rows go unless "never" (sessions, secrets, codes that only this
   * region's key can read). A county's or the region's stay, unless their id is a person of the village ("person"), the village ("village"),
   * or ends with it ("#village").
   */
  readonly carry?: "never" | "person" | "village" | "#village";
  /** The row as it travels: without devices, and without marks only this region's key can read; null: it stays. */
  readonly carried?: (value: T, village: string) => T | null;
}

/** What is stored under one sort-key prefix. */
export interface Kind<T> extends KindOptions<T> { readonly prefix: string; readonly schema: z.ZodType<T>; readonly at: Scope; readonly v: number }

const RESERVED = ["pk", "sk", "v", "version", "gp", "ga", "gas", "gd", "gds", "ttl"];

/**
 * Declares a kind of row. The first part of the prefix must stand in the feature's contract. Its shape is made when a row of the kind is first
 * read: a fresh process needs few of the hundreds it knows before it answers.
 * @example const Greeting = row("GUEST", () => z.object({ id: Id, words: Body }), { id: (g) => g.id })
 * @throws Error when the shape is first needed, if a field has a name the table keeps for itself
 */
export const row = <S extends z.ZodObject>(prefix: string, shape: () => S, options: KindOptions<z.output<S>>): Kind<z.output<S>> => {
  let made: z.ZodType<z.output<S>> | undefined;
  const make = (): z.ZodType<z.output<S>> => {
    const schema = shape();
    for (const key of RESERVED) if (key in schema.shape) throw new Error(`${prefix}: "${key}" is a name the table keeps for itself`);
    return schema as unknown as z.ZodType<z.output<S>>;
  };
  return { at: "village", v: 1, ...options, prefix, get schema() { return (made ??= make()); } };
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
