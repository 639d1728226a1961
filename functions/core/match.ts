import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { Move } from "../../shared/contract/lifecycle.ts";
import type { Route, Scope } from "../../shared/contract/routes.ts";

/** A route or a lifecycle's move, ready to be matched. */
export interface Matched { readonly name: string; readonly route: Route; readonly move?: Move; /** The path's parts; a hole is { hole }. */ readonly parts: readonly (string | { readonly hole: string })[] }
export interface Found extends Matched { readonly params: Readonly<Record<string, string>> }

const PARAM = /^[\w.~:@-]{1,64}$/;

const partsOf = (path: string): Matched["parts"] =>
  path.replace(/\/$/, "").split("/").map((part) => { const hole = /^\{(\w+)\}$/.exec(part)?.[1]; return hole ? { hole } : part; });

/** A contract's routes with its moves as `POST /{id}/<move>`; fixed paths before those with holes. */
export const routesOf = (contract: FeatureOptions): Matched[] => {
  const own = Object.entries(contract.routes).map(([name, route]): Matched => ({ name, route, parts: partsOf(route.path) }));
  const life = contract.lifecycle;
  const moves = Object.entries(life?.moves ?? {}).map(([name, move]): Matched => ({
    name, move, parts: partsOf(`/{id}/${name}`),
    route: { method: "POST", path: `/{id}/${name}`, who: move.who, at: life!.at ?? "village", returns: life!.view, ...(move.body ? { body: move.body } : {}), ...(move.fails ? { fails: move.fails } : {}), ...(move.limit ? { limit: move.limit } : {}) },
  }));
  const holes = (each: Matched): number => each.route.path.split("{").length;
  return [...own, ...moves].sort((a, b) => holes(a) - holes(b));
};

/** The route a request means, or null: an unknown path, or an id of an impossible shape. */
export const matchRoute = (routes: readonly Matched[], method: string, at: Scope, path: string): Found | null => {
  const given = path.replace(/\/$/, "").split("/");
  for (const each of routes) {
    if (each.route.method !== method || (each.route.at ?? "village") !== at) continue;
    if (each.parts.length !== given.length) continue;
    const params: Record<string, string> = {};
    const fits = each.parts.every((part, i) => {
      if (typeof part === "string") return part === given[i];
      params[part.hole] = given[i]!;
      return PARAM.test(given[i]!);
    });
    if (fits) return { ...each, params };
  }
  return null;
};
