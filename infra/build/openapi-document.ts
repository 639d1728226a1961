import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { Route } from "../../shared/contract/routes.ts";
import { whoList } from "../../shared/contract/who.ts";
import { components, type Json, parametersOf, pathOf, refusalsOf, routesOf, schemaOf } from "./openapi-parts.ts";

const OPEN = ["anyone", "visitor", "carrier"];

const bodyOf = (route: Route): Json => (route.method === "GET" ? {} : {
  requestBody: { required: route.body !== undefined, content: { "application/json": { schema: route.body ? schemaOf(route.body, "input") : { type: "object", additionalProperties: false } } } },
});

const operation = (feature: string, contract: FeatureOptions, name: string, route: Route, path: string, open: boolean): Json => {
  const who = whoList(route.who);
  const proxy = contract.byProxy?.includes(name);
  return {
    operationId: `${open ? "open." : ""}${feature.replace("/", ".")}.${name}`,
    tags: [feature],
    ...(route.about ? { summary: route.about } : {}),
    description: [`For ${who.join(", ")}${proxy ? ", or a proxy of theirs" : ""}.`, route.limit ? `At most ${route.limit} a caller.` : "", route.cache ? `May be kept ${route.cache}.` : ""].filter(Boolean).join(" "),
    "x-who": who,
    security: [...(who.some((each) => OPEN.includes(each)) ? [{}] : [{ session: [] }]), ...(contract.byKey?.includes(name) && !open ? [{ apiKey: [] }] : [])],
    parameters: parametersOf(route, path),
    ...bodyOf(route),
    responses: {
      200: route.bytes ? { description: "A picture or a voice", content: { "image/*": {}, "audio/*": {} } } : { description: route.type ? "As text" : "Done", content: { [route.type ?? "application/json"]: { schema: schemaOf(route.returns, "output") } } },
      ...refusalsOf(route),
      default: { $ref: "#/components/responses/Refused" },
    },
  };
};

/**
 * The API as an OpenAPI 3.1 document, read from the contracts: every route, every move, and the cacheable ones again under /open.
 * @param contracts by feature, in the order they appear
 */
export const openapi = (contracts: Readonly<Record<string, FeatureOptions>>): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [feature, contract] of Object.entries(contracts)) {
    for (const [name, route] of routesOf(contract)) {
      for (const first of route.cache ? (["v1", "open"] as const) : (["v1"] as const)) {
        const path = pathOf(first, feature, route);
        const method = route.method.toLowerCase();
        if (paths[path]?.[method]) throw new Error(`${feature}: two routes at ${route.method} ${path}`);
        (paths[path] ??= {})[method] = operation(feature, contract, name, route, path, first === "open");
      }
    }
  }
  return {
    openapi: "3.1.0",
    info: { title: "WeCountry", version: "1", description: "A village's warnings, notices, ledger, market and letters. Written from the contracts by `npm run openapi`.", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: "/", description: "One origin serves page and API." }],
    tags: Object.entries(contracts).map(([feature, contract]) => ({ name: feature, description: `If it fails: ${contract.ifItFails}` })),
    paths, components: components(),
  };
};
