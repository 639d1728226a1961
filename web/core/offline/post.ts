import { ask } from "../client/ask.ts";
import { refusedBy } from "../client/refused.ts";
import { routeOf, urlOf } from "../client/routes.ts";
import type { QueuedAct } from "./store.ts";

/** Answers after which the same thing may be sent again later; any other 4xx is a refusal to be shown. */
const LATER: readonly number[] = [401, 408, 425, 429];
/** Not now. `away`: no answer came at all, so nothing else will go either. */
export class Later extends Error {
  readonly away: boolean;
  constructor(away = false) { super("later"); this.away = away; }
}

interface What {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  /** Left out: this may be done again under a new key, because it is the same by its id. */
  readonly key?: string;
  readonly ifMatch?: number | undefined;
  /** Further answers after which it is tried again. */
  readonly again?: readonly number[];
}

/** Sends one thing of the outbox to where its act belongs. @throws Later, or Refused with what the server objects to */
export const post = async (feature: string, route: string, { place, actingFor = "" }: Pick<QueuedAct, "place" | "actingFor">, { params, body, key, ifMatch, again = [] }: What): Promise<unknown> => {
  const data = await routeOf(feature, route).catch(() => { throw new Later(); });
  const answer = await ask({ method: data.method, url: urlOf(feature, data, { ...place, params }), body: JSON.stringify(body ?? {}), key, ifMatch, actingFor }).catch(() => { throw new Later(true); });
  if (answer.ok) return answer.json().catch(() => ({}));
  if ([...LATER, ...again].includes(answer.status) || answer.status >= 500) throw new Later();
  throw await refusedBy(answer);
};
