import { createHash } from "node:crypto";
import { countyOf, townshipOf } from "../../shared/contract/region.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import { environment } from "./environment.ts";
import type { Due, Kind } from "./rows.ts";
import { sortKey } from "./rows.ts";

/** Where a change happens: a village, a county, or the region. */
export interface Place { readonly at: Scope; readonly id: string }

/** @example partition({ at: "village", id: "431228103205" }) // "V#431228103205" */
export const partition = (place: Place): string => ({ village: `V#${place.id}`, area: `A#${place.id}`, region: "R#" })[place.at];

/** The place a partition key names. */
export const placeOf = (pk: string): Place =>
  pk.startsWith("V#") ? { at: "village", id: pk.slice(2) } : pk.startsWith("A#") ? { at: "area", id: pk.slice(2) } : { at: "region", id: environment().region.name };

/** The partition a kind of row stands in, seen from a place: county rows of a village stand under its county. */
export const partitionFor = (kind: Pick<Kind<unknown>, "at" | "prefix">, place: Place): string => {
  if (kind.at === "region") return "R#";
  if (kind.at === place.at) return partition(place);
  if (kind.at === "area" && place.at === "village") return `A#${countyOf(environment().region, place.id)}`;
  throw new Error(`${kind.prefix} rows cannot be reached from a ${place.at}`);
};

const SHARDS = 16;
/** The sixteen partitions of the due index. */
export const dueShards = Array.from({ length: SHARDS }, (_, i) => `D#${String(i).padStart(2, "0")}`);
export const dueShard = (pk: string, sk: string): string =>
  dueShards[createHash("sha256").update(pk).update(sk).digest()[0]! % SHARDS]!;

/** The index attributes of a row. */
export const indexAttributes = (kind: Kind<unknown>, value: unknown, pk: string, due: Due | null | undefined): Record<string, unknown> => {
  const sk = sortKey(kind, kind.id(value));
  const person = kind.person?.(value);
  const inArea = kind.area === true || (typeof kind.area === "function" && kind.area(value));
  const when = due === undefined ? kind.due?.(value) : due;
  const expires = kind.expires?.(value);
  const village = placeOf(pk).id;
  const { region } = environment();
  return {
    ...(person ? { gp: `${pk}#P#${person}` } : {}),
    ...(inArea ? { ga: `A#${countyOf(region, village)}#${kind.prefix}`, gas: `${townshipOf(region, village)}#${village}#${kind.id(value)}` } : {}),
    ...(when ? { gd: dueShard(pk, sk), gds: `${when.at}#${when.clock}` } : {}),
    ...(expires ? { ttl: Math.ceil(Date.parse(expires) / 1000) } : {}),
  };
};

/** The whole item of a row, ready to be stored. */
export const itemOf = (kind: Kind<unknown>, value: unknown, pk: string, version: number, due?: Due | null): Record<string, unknown> => ({
  ...(value as Record<string, unknown>), ...indexAttributes(kind, value, pk, due),
  pk, sk: sortKey(kind, kind.id(value)), v: kind.v, version,
});
