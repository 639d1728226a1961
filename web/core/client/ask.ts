import { cardShown, forWhom, tellTime } from "../acting.ts";
import { part } from "../part.ts";
import { prefs } from "../prefs.ts";

interface Early { url: string; language: string; answer: Promise<Response> }
const scope = globalThis as unknown as { early?: Early };

/** A random name for one act: the same act sent twice carries the same name. */
export const newKey = (): string => crypto.randomUUID();
/** Longer than this is no network: rows of the outbox must not hold its lock. */
export const PATIENCE = 30_000;

export interface Request { readonly method: string; readonly url: string; readonly body?: string | undefined; readonly key?: string | undefined; readonly ifMatch?: number | undefined; /** Whom a kept act was for when it was written; left out: whom the page acts for now. */ readonly actingFor?: string | undefined }

/** One request as it is, sent once. */
export const once = ({ method, url, body, key, ifMatch, actingFor = forWhom(url) }: Request): Promise<Response> => {
  const { language } = prefs();
  const early = scope.early;
  if (early?.url === url && early.language === language) {
    delete scope.early;
    return early.answer;
  }
  return fetch(url, {
    method,
    // What is another's is not remembered on this phone.
    ...(actingFor || cardShown() ? { cache: "no-store" as const } : {}),
    credentials: url.startsWith("/open/") ? "omit" : "same-origin",
    headers: {
      "Accept-Language": language,
      ...(actingFor ? { "X-Acting-For": actingFor } : {}),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(method === "GET" ? {} : { "Idempotency-Key": key ?? newKey() }),
      ...(ifMatch === undefined ? {} : { "If-Match": String(ifMatch) }),
    },
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.timeout(PATIENCE),
  }).then(tellTime);
};

let refreshing: Promise<boolean> | undefined;
/**
 * Asks for a new session, once for however many calls found the old one ended; how, stands in a part of the frame that is fetched when needed.
 * A card that is over is not renewed: it hands the phone back.
 */
const refresh = (): Promise<boolean> =>
  (refreshing ??= part<() => Promise<boolean>>("renew").then((renew) => renew()).catch(() => false).finally(() => { refreshing = undefined; }));

/** Sends a request; a session that ended is renewed once and the request sent again with the same key. */
export const ask = async (request: Request): Promise<Response> => {
  const fixed = request.method === "GET" ? request : { ...request, key: request.key ?? newKey() };
  const answer = await once(fixed);
  return answer.status === 401 && fixed.url.startsWith("/v1/") && !fixed.url.includes("/sign-in/region/") && (await refresh()) ? once(fixed) : answer;
};
