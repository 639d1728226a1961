import type * as z from "zod";
import type { Limit, NoExtra, Scope } from "./routes.ts";
import { whoList, type Who } from "./who.ts";

export interface Move {
  readonly from: string | readonly string[];
  /** Where it leads; a list when the handler decides (it names the state it chose). */
  readonly to: string | readonly string[];
  readonly who: Who | readonly Who[];
  readonly body?: z.ZodType;
  readonly fails?: Readonly<Record<string, number>>;
  readonly limit?: Limit;
}

export interface Wait {
  /** A name whose function the feature supplies in `implement({ clocks })`: the row's due time, or null for "does not wait". */
  readonly until: string;
  /** The move made, by nobody, when the time has come. */
  readonly then: string;
}

export interface LifecycleOptions {
  readonly start: string;
  readonly moves: Readonly<Record<string, Move>>;
  readonly waits?: Readonly<Record<string, Wait>>;
  /** What a move returns; never the raw row. */
  readonly view: z.ZodType;
  readonly at?: Scope;
  /**
   * The states in which a matter waits for an office, with the moves that settle it there; an empty list says it does not. A state left out
   * waits where a clock runs, or has just run out, and offices alone have a choice: two moves or more, none of a villager's.
   */
  readonly desk?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A matter with states and clocks, as data. Its moves become routes `POST /{id}/<move>` by themselves, a move not allowed now
 * answers 409 with the steps that are, and its waits become entries in the due index.
 * @example lifecycle({ start: "left", moves: { answer: { from: ["left", "answered"], to: "answered", who: "villager", body: Answer } }, view: Greeting })
 */
export const lifecycle = <const L extends LifecycleOptions>(options: L & NoExtra<L, LifecycleOptions>): L => options;

const many = (names: string | readonly string[]): readonly string[] => (typeof names === "string" ? [names] : names);

/** Every state the lifecycle knows, in the order its moves name them. */
export const statesOf = (life: LifecycleOptions): string[] =>
  [...new Set([life.start, ...Object.values(life.moves).flatMap((move) => [...many(move.from), ...many(move.to)])])];

/** The moves allowed from a state. @example stepsFrom(letter, "replied") // ["close", "reopen"] */
export const stepsFrom = (life: LifecycleOptions, state: string): string[] =>
  Object.entries(life.moves).filter(([, move]) => many(move.from).includes(state)).map(([name]) => name);

const byOffice = (who: Move["who"]): boolean => whoList(who).every((each) => each.includes(":") || each === "operator");
/** The moves by which an office settles a matter in this state; none where it waits for no office. @example deskMoves(notice, "draft") */
export const deskMoves = (life: LifecycleOptions, state: string): readonly string[] => {
  const named = life.desk?.[state];
  if (named) return named;
  const timed = life.waits?.[state] !== undefined || Object.values(life.moves).some((move) => whoList(move.who).includes("clock") && many(move.to).includes(state));
  const moves = timed ? stepsFrom(life, state).filter((name) => !whoList(life.moves[name]!.who).includes("clock")) : [];
  return moves.length >= 2 && moves.every((name) => byOffice(life.moves[name]!.who)) ? moves : [];
};

/** Whether a move may leave this state, and the states it may lead to. */
export const mayMove = (move: Move, state: string): boolean => many(move.from).includes(state);
export const targetsOf = (move: Move): readonly string[] => many(move.to);

/** The states as a Mermaid diagram, for docs. */
export const stateDiagram = (life: LifecycleOptions): string =>
  ["stateDiagram-v2", `  [*] --> ${life.start}`,
    ...Object.entries(life.moves).flatMap(([name, move]) =>
      many(move.from).flatMap((from) => many(move.to).map((to) => `  ${from} --> ${to}: ${name}`)))].join("\n");
