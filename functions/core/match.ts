import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { Move } from "../../shared/contract/lifecycle.ts";
import type { Route, Scope } from "../../shared/contract/routes.ts";

/** A route or a lifecycle's move, ready to be matched. */
export interface Matched { readonly name: string; readonly route: Route; readonly move?: Move }
export interface Found extends Matched { readonly params: Readonly<Record<string, string>> }

const PARAM = /^[\w.~:@-]{1,64}$/;

/** A contract's routes with its moves as `POST /{id}/<move>`; fixed paths before those with holes. */
export const routesOf = (contract: FeatureOptions): Matched[] => {
  const own = Object.entries(contract.routes).map(([name, route]): Matched => ({ name, route }));
  const life = contract.lifecycle;
  const moves = Object.entries(life?.moves ?? {}).map(([name, move]): Matched => ({
    name, move,
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
    const wanted = each.route.path.replace(/\/$/, "").split("/");
    if (wanted.length !== given.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((part, i) => {
      const hole = /^\{(\w+)\}$/.exec(part);
      if (!hole) return part === given[i];
      params[hole[1]!] = given[i]!;
      return PARAM.test(given[i]!);
    });
    if (fits) return { ...each, params };
  }
  return null;
};
