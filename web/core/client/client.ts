import { part } from "../part.ts";
import { prefs } from "../prefs.ts";
import { here, toSignIn } from "../router.ts";
import { ask, newKey } from "./ask.ts";
import { offline, Refused, refusedBy } from "./refused.ts";
import { routeOf, urlOf } from "./routes.ts";
import type { Answer, Args, Common, Feature, RouteName } from "./types.ts";

/** A call whose names are only known at run time: an answer button that came with the data. */
export interface LooseCall extends Common { params?: Readonly<Record<string, string>> | undefined; query?: object | undefined; body?: unknown; quiet?: boolean }

/** Elder mode keeps an act on the phone for ten seconds, in which it can be taken back, before `go` sends it. */
export type Hold = (feature: string, route: string, call: LooseCall & { readonly key: string }, go: () => Promise<unknown>) => Promise<unknown>;

/**
 * Calls a route by its names. Village or area are those of the page that is shown unless said.
 * `quiet` leaves a 401 to the caller instead of leading to the sign-in page.
 * @throws Refused
 */
export const callLoosely = async (feature: string, route: string, call: LooseCall = {}): Promise<unknown> => {
  const data = await routeOf(feature, route);
  const url = urlOf(feature, data, { ...here(), ...call });
  const body = data.method === "GET" ? undefined : JSON.stringify(call.body ?? {});
  const key = call.key ?? newKey();
  const go = async (): Promise<unknown> => {
    const answer = await ask({ method: data.method, url, body, key, ifMatch: call.ifMatch }).catch(() => { throw offline(); });
    if (answer.headers.has("x-kept")) dispatchEvent(new Event("wecountry-kept"));
    if (answer.ok) return answer.headers.get("content-type")?.includes("json") ? answer.json() : answer.text();
    const refused: Refused = await refusedBy(answer);
    if (answer.status === 401 && !call.quiet) toSignIn();
    throw refused;
  };
  if (body === undefined || prefs().mode !== "elder") return go();
  const hold = await part<Hold>("hold").catch(() => null);
  return hold ? hold(feature, route, { ...call, key }, go) : go();
};

/**
 * Calls a route of a feature, typed by its contract.
 * @example const wall = await call("circle/guestbook", "wall", { query: { limit: 5 } })
 * @throws Refused with the server's problem, or with type `offline`
 */
export const call = async <F extends Feature, R extends RouteName<F>>(feature: F, route: R, args: Args<F, R> & { quiet?: boolean }): Promise<Answer<F, R>> =>
  (await callLoosely(feature, route, args as LooseCall)) as Answer<F, R>;
