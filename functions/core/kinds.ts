import type { Scope } from "../../shared/contract/routes.ts";
import * as generated from "../kinds.ts";
import * as access from "./access-rows.ts";
import * as erased from "./erase-rows.ts";
import * as events from "./event-rows.ts";
import * as find from "./find.ts";
import * as media from "./media-use.ts";
import type { Kind } from "./rows.ts";
import * as shown from "./shown.ts";
import * as tell from "./tell.ts";
import * as wait from "./wait.ts";

const isKind = (value: unknown): value is Kind<unknown> =>
  typeof value === "object" && value !== null && "prefix" in value && "schema" in value && "at" in value;
const kindsIn = (module: Readonly<Record<string, unknown>>): Kind<unknown>[] =>
  Object.values(module).flatMap((value) => (isKind(value) ? [value] : value && typeof value === "object" ? Object.values(value).filter(isKind) : []));

let known: ReadonlyMap<string, Kind<unknown>> | undefined;
/** Every kind of row there is, core's and the features', by "<scope>|<prefix>"; read only by what walks over all of them. */
export const allKinds = (): ReadonlyMap<string, Kind<unknown>> =>
  (known ??= new Map([access, erased, events, find, media, shown, tell, wait, ...generated.modules].flatMap((module) => kindsIn(module as Readonly<Record<string, unknown>>)).map((kind) => [`${kind.at}|${kind.prefix}`, kind])));

/** The kind whose rows stand under this sort key. */
export const kindOf = (at: Scope, sk: string): Kind<unknown> | null => allKinds().get(`${at}|${prefixOf(sk)}`) ?? null;
/** @example prefixOf("HH#01J…") // "HH" */
export const prefixOf = (sk: string): string => sk.slice(0, sk.indexOf("#"));
