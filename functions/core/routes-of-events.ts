import * as generated from "../routing.ts";

/** Which features listen to an event, and which owns a sort-key prefix. */
export interface Routing {
  readonly listeners: Readonly<Record<string, readonly string[]>>;
  readonly owners: Readonly<Record<string, string>>;
}

let current: Routing = generated;
/** The generated routing of this region's features. */
export const routing = (): Routing => current;
/** Narrows it to the features a test's stack holds; null: all again. */
export const useRouting = (other: Routing | null): void => { current = other ?? generated; };
