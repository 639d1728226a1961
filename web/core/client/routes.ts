import { boot } from "../boot.ts";

/** One route as plain data, generated from the contracts. */
export interface RouteData { readonly method: string; readonly path: string; readonly at: string; readonly open?: boolean }
export type RouteTable = Readonly<Record<string, Readonly<Record<string, RouteData>>>>;

const known: Record<string, Readonly<Record<string, RouteData>>> = {};

/** Keeps the routes a page's file brought along. */
export const addRoutes = (table: RouteTable): void => { Object.assign(known, table); };

/** The route's data; the whole table is fetched once, for a feature no file brought. */
export const routeOf = async (feature: string, route: string): Promise<RouteData> => {
  if (!known[feature]?.[route]) addRoutes((await (await fetch(boot.routes)).json()) as RouteTable);
  const found = known[feature]?.[route];
  if (!found) throw new Error(`no route ${feature} ${route}`);
  return found;
};

const SCOPES: Readonly<Record<string, (where: { village?: string; area?: string }) => string>> = {
  village: ({ village }) => `villages/${village ?? ""}`,
  area: ({ area }) => `areas/${area ?? ""}`,
  region: () => "region",
};

/**
 * The address of a call. @example urlOf("circle/guestbook", route, { village: "v1", params: { id } }) // "/v1/circle/guestbook/villages/v1/…"
 */
export const urlOf = (feature: string, route: RouteData, call: { village?: string; area?: string; params?: Readonly<Record<string, string>> | undefined; query?: object | undefined }): string => {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.params?.[name] ?? ""));
  const query = new URLSearchParams(Object.entries(call.query ?? {}).filter(([, value]) => value !== undefined && value !== null).map(([name, value]) => [name, String(value)])).toString();
  return `/${route.open ? "open" : "v1"}/${feature}/${(SCOPES[route.at] ?? SCOPES["village"]!)(call)}${path}${query ? `?${query}` : ""}`;
};
