import type * as z from "zod";
import type { Who } from "./who.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";
/** Where a route's facts live: one village, one county, or the whole region. Decides the path and the table it gets. */
export type Scope = "village" | "area" | "region";
export type Period = "minute" | "hour" | "day";
export type Limit = `${number} a ${Period}` | `${number} in ${number} minutes`;

export interface RouteOptions {
  /** Who may ask; a route without it does not compile. */
  readonly who: Who | readonly Who[];
  readonly at?: Scope;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  /** Answers are parsed by this on the way out: a stored private field cannot leak. */
  readonly returns: z.ZodType;
  /** Per caller (person, or device and source for visitors). */
  readonly limit?: Limit;
  /** The codes this route may fail with beyond the common ones, and their HTTP status. Sentences stand in the feature's words.json under `fails`. */
  readonly fails?: Readonly<Record<string, number>>;
  /** A public read that the CDN may keep; it also gets a path under /open, without cookies. */
  readonly cache?: `${number} ${"second" | "minute" | "hour"}` | `${number} ${"seconds" | "minutes" | "hours"}`;
  /** The answer is a secret (a token, a code): it is never kept under the idempotency key. */
  readonly secret?: true;
  /** A POST that changes nothing (a preview): needs no Idempotency-Key. */
  readonly safe?: true;
  /** The answer is sent as this media type instead of JSON; `returns` is then a string. */
  readonly type?: "application/cap+xml" | "application/atom+xml" | "text/csv" | "text/plain";
  /** The answer is bytes, not JSON: `returns` is BytesAnswer of shared/contract/media.ts. */
  readonly bytes?: true;
  /** Largest body in bytes, if more than the common 262,144. */
  readonly maxBody?: number;
  /** One line for OpenAPI. */
  readonly about?: string;
}

export interface Route extends RouteOptions {
  readonly method: Method;
  /** Below the feature's place: "/", "/wall", "/{id}", "/{id}/answers". */
  readonly path: string;
}

const route = <const M extends Method>(method: M) =>
  <const P extends string, const O extends RouteOptions>(path: P, options: O & NoExtra<O, RouteOptions>) =>
    ({ ...options, method, path }) as { readonly method: M; readonly path: P } & O;

/** Refuses misspelled keys, which a `const` type parameter alone would accept. */
export type NoExtra<T, Shape> = { readonly [K in Exclude<keyof T, keyof Shape>]: never };

/** A read. @example wall: get("/wall", { who: "anyone", returns: pageOf(Letter), cache: "1 minute" }) */
export const get = route("GET");
/** A write. Every write carries an Idempotency-Key. @example send: post("/", { who: "villager", body: NewLetter, returns: Receipt }) */
export const post = route("POST");
/** A write that replaces a whole thing; send If-Match with the version seen. */
export const put = route("PUT");
/** A write that ends a thing. */
export const del = route("DELETE");
