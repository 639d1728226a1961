import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { openapi } from "../../infra/build/openapi-document.ts";
import { routesOf } from "../../infra/build/openapi-parts.ts";
import { contracts } from "../../shared/registry.ts";
import { madeUp } from "./made-up.ts";

interface Operation { readonly operationId: string; readonly parameters: readonly { readonly $ref?: string }[]; readonly responses: Readonly<Record<string, unknown>>; readonly requestBody?: unknown }
const pathsOf = (document: object): Record<string, Record<string, Operation>> => (document as { paths: Record<string, Record<string, Operation>> }).paths;

test.each([["the real contracts", contracts], ["the made-up ones", madeUp]])("the API of %s is valid OpenAPI 3.1", async (_name, each) => {
  const verdict = await new Validator().validate(JSON.parse(JSON.stringify(openapi(each))) as Record<string, unknown>);
  expect(verdict.errors ?? []).toEqual([]);
  expect(verdict.valid).toBe(true);
});

test("every route and every move of every feature stands in it", () => {
  const written = Object.values(pathsOf(openapi(contracts))).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
  const wanted = Object.entries(contracts).flatMap(([feature, contract]) => routesOf(contract).flatMap(([name, route]) => [`${feature.replace("/", ".")}.${name}`, ...(route.cache ? [`open.${feature.replace("/", ".")}.${name}`] : [])]));
  expect(written.sort()).toEqual(wanted.sort());
});

test("a write carries its key, a read does not, and a move may be refused", () => {
  const paths = pathsOf(openapi(madeUp));
  const keyed = (operation: Operation): boolean => operation.parameters.some(({ $ref }) => $ref === "#/components/parameters/key");
  expect(keyed(paths["/v1/cadres/letters/villages/{village}/"]!["post"]!)).toBe(true);
  expect(keyed(paths["/v1/cadres/letters/villages/{village}/wall"]!["get"]!)).toBe(false);
  expect(keyed(paths["/v1/cadres/letters/villages/{village}/{id}/answer"]!["post"]!)).toBe(true);
  expect(paths["/v1/cadres/letters/villages/{village}/"]!["post"]!.responses).toHaveProperty("409");
  expect(paths["/open/cadres/letters/villages/{village}/wall"]).toBeDefined();
});

test("the document that others read is the one the contracts make today", () => {
  const kept = readFileSync(new URL("../../docs/api/openapi.json", import.meta.url), "utf8");
  expect(kept === `${JSON.stringify(openapi(contracts), null, 1)}\n`, "run: npm run openapi").toBe(true);
});
