import * as z from "zod";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import { PROBLEMS } from "../../shared/contract/problem.ts";
import { Problem } from "../../shared/contract/problem-schema.ts";
import type { Route, Scope } from "../../shared/contract/routes.ts";

export type Json = Readonly<Record<string, unknown>>;

/** A schema as OpenAPI 3.1 has it: JSON Schema 2020-12, everything in place. */
export const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _dialect, "~standard": _standard, ...json } = z.toJSONSchema(schema, { io, target: "draft-2020-12", unrepresentable: "any", reused: "inline", cycles: "throw" }) as Record<string, unknown>;
  return json;
};

/** A contract's routes with its moves as `POST /{id}/<move>`. */
export const routesOf = (contract: FeatureOptions): readonly (readonly [name: string, route: Route])[] => [
  ...Object.entries(contract.routes),
  ...Object.entries(contract.lifecycle?.moves ?? {}).map(([name, move]): readonly [string, Route] => [name, {
    method: "POST", path: `/{id}/${name}`, who: move.who, at: contract.lifecycle!.at ?? "village", returns: contract.lifecycle!.view,
    about: `Moves it from ${[move.from].flat().join(" or ")} to ${[move.to].flat().join(" or ")}.`,
    ...(move.body ? { body: move.body } : {}), ...(move.fails ? { fails: move.fails } : {}), ...(move.limit ? { limit: move.limit } : {}),
  }]),
];

const PLACE: Readonly<Record<Scope, string>> = { village: "villages/{village}", area: "areas/{area}", region: "region" };
/** @example pathOf("v1", "cadres/letters", route) // "/v1/cadres/letters/villages/{village}/wall" */
export const pathOf = (first: "v1" | "open", feature: string, route: Route): string =>
  `/${first}/${feature}/${PLACE[route.at ?? "village"]}${route.path === "/" ? "/" : route.path}`;

const reference = (kind: string, name: string): Json => ({ $ref: `#/components/${kind}/${name}` });

/** The holes of a path, the fields of a query, and the headers a write carries. */
export const parametersOf = (route: Route, path: string): Json[] => {
  const holes = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const own = holes.map((name) => (name === "village" || name === "area" ? reference("parameters", name) : { name, in: "path", required: true, schema: { type: "string", maxLength: 64 } }));
  const query = route.query ? schemaOf(route.query, "input") : {};
  const fields = Object.entries((query["properties"] ?? {}) as Record<string, Json>)
    .map(([name, schema]) => ({ name, in: "query", required: ((query["required"] ?? []) as string[]).includes(name), schema }));
  const write = route.method !== "GET" && !route.safe;
  return [...own, ...fields, reference("parameters", "language"), ...(write ? [reference("parameters", "key"), reference("parameters", "version")] : [])];
};

const common = Object.keys(PROBLEMS);
/** The refusals of a route by status: the common ones, then its own. */
export const refusalsOf = (route: Route): Json => {
  const own = Object.entries(route.fails ?? {});
  const byStatus = Map.groupBy(own, ([, status]) => status);
  return Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [String(status), {
    description: [...codes.map(([code]) => code), ...common.filter((code) => PROBLEMS[code as keyof typeof PROBLEMS] === status)].join(", "),
    content: { "application/problem+json": { schema: reference("schemas", "Problem") } },
  }]));
};

/** What every operation refers to. */
export const components = (): Json => ({
  schemas: { Problem: schemaOf(Problem, "output") },
  responses: { Refused: { description: `A refusal (RFC 9457). Common codes: ${common.join(", ")}.`, content: { "application/problem+json": { schema: reference("schemas", "Problem") } } } },
  parameters: {
    village: { name: "village", in: "path", required: true, description: "The village's administrative code.", schema: { type: "string", pattern: "^[0-9a-z][0-9a-z-]{1,23}$" } },
    area: { name: "area", in: "path", required: true, description: "The county's administrative code.", schema: { type: "string", pattern: "^[0-9a-z][0-9a-z-]{1,23}$" } },
    language: { name: "Accept-Language", in: "header", required: false, description: "Of the sentences in a refusal.", schema: { type: "string" } },
    key: { name: "Idempotency-Key", in: "header", required: true, description: "Made on the phone. The same key and body answer the same again; the same key with another body is 409.", schema: { type: "string", pattern: "^[\\w-]{8,64}$" } },
    version: { name: "If-Match", in: "header", required: false, description: "The version the reader saw; another one now is 409 with both.", schema: { type: "string", pattern: "^\"?\\d{1,9}\"?$" } },
  },
  securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "Authorization", description: "“Key <id>.<secret>”: made by a village's office under platform/open-interfaces, for some features, so many calls a day." }, session: { type: "apiKey", in: "cookie", name: "session", description: "A short-lived token in an HttpOnly cookie." } },
});
