import { mayMove, stepsFrom, targetsOf, type Move } from "../../shared/contract/lifecycle.ts";
import { PROFILES } from "../../shared/contract/profile.ts";
import { refuse, Refusal } from "../../shared/contract/problem.ts";
import { openAccess, settingsFor, type Access } from "./access.ts";
import { claimedKey } from "./api-key.ts";
import { Acted } from "./access-rows.ts";
import { behalfOf, holds, type Caller } from "./caller.ts";
import { Change, type ChangeParts } from "./change.ts";
import { clock } from "./clock.ts";
import { commit, fingerprint, type EventRow, type Guard } from "./commit.ts";
import { environment } from "./environment.ts";
import { givenFor } from "./given.ts";
import type { FeatureCode, Step } from "./implement.ts";
import { partition, type Place } from "./keys.ts";
import { beginCase, dueOf, moveCase, withDesk } from "./lifecycle-rows.ts";
import { limitNow } from "./limits.ts";
import { matchRoute, routesOf, type Found, type Matched } from "./match.ts";
import { parseAnswer, parseInput, parseJson } from "./parse.ts";
import { sendAll } from "./outgoing.ts";
import type { Request } from "./request.ts";
import { put } from "./rows.ts";
import { remindSoon } from "./soon.ts";
import { batchGet } from "./row-reads.ts";
import { tellWrites } from "./tell.ts";
import { readSession, type Session } from "./token.ts";

export interface Answer { readonly status: number; readonly body: unknown; readonly type?: string | undefined; readonly bytes?: true | undefined; readonly cookies: readonly string[]; readonly cache?: string | undefined; readonly route: string }

const MAX_BODY = 262_144;
const KEY = /^[\w-]{8,64}$/;
const KEEP_ANSWER = 7 * 86_400;
const TRIES = 6;

const tables = new WeakMap<FeatureCode, Matched[]>();
const routesFor = (feature: FeatureCode): Matched[] => {
  let routes = tables.get(feature);
  if (!routes) tables.set(feature, routes = routesOf(feature.contract));
  return routes;
};

const CACHE = { second: 1, minute: 60, hour: 3600 } as const;
const cacheSeconds = (cache: string | undefined): number | undefined => {
  if (!cache) return undefined;
  const [n, unit = ""] = cache.split(" ");
  return Number(n) * CACHE[unit.replace(/s$/, "") as keyof typeof CACHE];
};

/**
 * One request from start to end: match, authenticate, open, authorise, parse, handle, parse the answer, commit.
 * @throws Refusal for every refusal; anything else thrown is a blank 500
 */
export const dispatch = async (feature: FeatureCode, request: Request): Promise<Answer> => {
  if (PROFILES[environment().region.profile].without.includes(feature.name)) throw refuse("not-found");
  const found = matchRoute(routesFor(feature), request.method, request.at, request.path);
  if (!found || (request.open && !found.route.cache)) throw refuse("not-found");
  const { route } = found;
  if (Buffer.byteLength(request.body) > (route.maxBody ?? MAX_BODY)) throw refuse("too-large");
  const write = request.method !== "GET" && !route.safe;
  if (write && !(request.key && KEY.test(request.key))) throw refuse("no-idempotency-key");
  const session = request.token && request.apiKey === null ? await readSession(request.token) : null;
  const place: Place = { at: request.at, id: request.place };
  const now = clock().now();
  const limit = route.limit ? limitNow(route.limit, now) : null;
  const machine = claimedKey(request.apiKey);
  const limiterSk = limit ? `LIMIT#${machine ?? session?.person ?? request.source}#${feature.name}.${found.name}#${limit.window}` : undefined;
  const guardSk = write ? `IDEM#${machine ?? session?.person ?? request.device}#${feature.name}.${found.name}#${request.key}` : undefined;
  const access = await openAccess(request, session, place, { who: route.who, guard: guardSk, limiter: limiterSk, write, feature: feature.name, byProxy: feature.contract.byProxy?.includes(found.name) === true, route: found.name, byKey: feature.contract.byKey?.includes(found.name) === true });
  // Only a write is remembered by what it said.
  const mark = write ? fingerprint(`${request.path}\n${request.body}${request.actingFor === null ? "" : `\nfor ${request.actingFor}`}`) : "";
  const cache = cacheSeconds(route.cache);
  const base = { cookies: [], route: found.name, type: route.type, bytes: route.bytes, ...(request.open && cache ? { cache: `public, max-age=${cache}, s-maxage=${cache}` } : {}) };
  if (access.kept) return { ...base, ...keptAnswer(access.kept, mark) };
  if (limit && access.used >= limit.max) throw refuse("too-many", { retryAfter: limit.retryAfter });

  const body = request.method === "GET" ? undefined : parseInput(route.body, parseJson(request.body));
  const query = parseInput(route.query, request.query);
  for (let attempt = 1; ; attempt++) {
    const cookies: string[] = [];
    const result = await run(feature, found, request, access, session, place, body, query, cookies, attempt === 1 ? now : clock().now());
    if (result instanceof Refusal) {
      // A twin with the same key may have won while this one was reading: its answer is the answer.
      const twin = guardSk ? (await batchGet([{ pk: partition(place), sk: guardSk }]))[0] : undefined;
      if (twin) return { ...base, ...keptAnswer(twin, mark) };
      throw result;
    }
    if (!(result instanceof Change)) return { ...base, status: 200, body: parseAnswer(route.returns, result), cookies };
    const { refuse: refused } = result.parts;
    const answer = refused ? undefined : parseAnswer(route.returns, result.parts.answer);
    const guard: Guard | undefined = guardSk ? { sk: guardSk, kept: { mark, ...(refused ? { refused: { code: refused.code, status: refused.status, extra: refused.extra } } : route.secret ? { secret: true } : { answer: JSON.stringify(answer) }) }, ttl: Math.floor(now.getTime() / 1000) + KEEP_ANSWER } : undefined;
    const outcome = await commit({ place: opened(place, result.parts), guardAt: place, guard, writes: [...withDesk(feature, withActed(feature, found.name, result.parts, access.caller, now), settingsFor(feature.name, feature.contract, access.village)), ...tellWrites(feature, result.parts.tells, result.parts.emits?.as ?? access.caller.key, now)], event: eventOf(feature, result.parts, access.caller, now),
      limiter: limit && limiterSk ? { sk: limiterSk, max: limit.max, ttl: limit.ends } : undefined }, now.getTime());
    if (outcome === "done") {
      await remindSoon(feature, opened(place, result.parts), result.parts.writes, now);
      await sendAll(result.parts.sends ?? []);
      if (refused) throw refused;
      return { ...base, status: 200, body: answer, cookies };
    }
    if (outcome === "twin") {
      const twin = (await batchGet([{ pk: partition(place), sk: guardSk! }]))[0];
      if (twin) return { ...base, ...keptAnswer(twin, mark) };
    }
    if (outcome === "limited") throw refuse("too-many", { retryAfter: limit!.retryAfter });
    if (typeof outcome === "object") throw refuse("stale-version", request.ifMatch === null ? {} : { yourVersion: request.ifMatch });
    if (attempt >= TRIES) throw refuse("busy", { retryAfter: 1 });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
  }
};

const keptAnswer = (kept: Readonly<Record<string, unknown>>, mark: string): Pick<Answer, "status" | "body"> => {
  if (kept["mark"] !== mark) throw refuse("key-used-with-another-body");
  const refused = kept["refused"] as Pick<Refusal, "code" | "status" | "extra"> | undefined;
  if (refused) throw new Refusal(refused.code, refused.status, refused.extra);
  if (kept["secret"]) throw refuse("not-allowed-now");
  return { status: 200, body: JSON.parse(String(kept["answer"])) as unknown };
};

/** What is done for another leaves a line that the other reads, in the same transaction. */
const withActed = (feature: FeatureCode, route: string, parts: ChangeParts, caller: Caller, now: Date): ChangeParts["writes"] => {
  if (caller.actor === null || caller.person === null || parts.refuse) return parts.writes;
  return [...parts.writes, put(Acted, { id: clock().id(now), elder: caller.person, proxy: caller.actor, feature: feature.name, route, at: now.toISOString() }, "new")];
};

/** Only a route of the region may write into a county or a village it opens. */
const opened = (place: Place, parts: ChangeParts): Place => {
  if (!parts.opens) return place;
  if (place.at !== "region") throw new Error(`a change at a ${place.at} cannot open another place`);
  return parts.opens;
};

const eventOf = (feature: FeatureCode, parts: ChangeParts, caller: Caller, now: Date): EventRow | undefined => {
  if (!parts.emits) return undefined;
  const spec = feature.contract.emits?.[parts.emits.name];
  if (!spec) throw new Error(`${feature.name} emits ${parts.emits.name}, which its contract does not name`);
  return {
    id: clock().id(now), name: `${feature.name}/${parts.emits.name}`, at: now.toISOString(),
    ...(parts.emits.as === undefined ? { by: caller.key, office: caller.office ?? undefined, behalf: behalfOf(caller), via: caller.via ?? undefined } : { by: parts.emits.as }),
    channel: caller.channel, data: spec.data.parse(parts.emits.data), villages: parts.emits.villages, public: spec.public, act: spec.act,
  };
};
export { eventOf };

const run = async (feature: FeatureCode, found: Found, request: Request, access: Access, session: Session | null, place: Place, body: unknown, query: unknown, cookies: string[], now: Date): Promise<unknown> => {
  const reader = access.caller.scopes ? access.caller.key : session?.person ?? "anyone";
  const base = givenFor(feature, place, access, reader, now, found.route.fails);
  const given = { ...base, caller: access.caller, body, query, params: found.params, language: request.language, ifMatch: request.ifMatch, cookies,
    begin: beginCase(feature, access.caller, base.settings, now), change: (parts: ChangeParts) => new Change(parts) };
  if (!found.move) return feature.routes[found.name]!(given as never);
  return runMove(feature, found.name, found.move, given, access.caller);
};

type MoveBase = ReturnType<typeof givenFor> & { params: Readonly<Record<string, string>>; ifMatch: number | null };

const runMove = async (feature: FeatureCode, name: string, move: Move, given: MoveBase, caller: Caller): Promise<unknown> => {
  const life = feature.lifecycle!;
  const row = await given.table.get(life.kind, given.params["id"] ?? "");
  if (!row || !life.sees(row as never, caller)) return refuse("not-found");
  if (given.ifMatch !== null && given.ifMatch !== row.version) return refuse("stale-version", { yourVersion: given.ifMatch, version: row.version });
  if (!mayMove(move, row.state)) return refuse("not-allowed-now", { state: row.state, steps: stepsFrom(feature.contract.lifecycle!, row.state).filter((step) => mayDo(feature, step, caller)) });
  const step: Step = { to: "", at: given.now.toISOString(), by: caller.key, office: caller.office ?? undefined, behalf: behalfOf(caller), channel: caller.channel };
  const moved = moveCase(feature, row, targetsOf(move), step, given.settings, (after) => life.view(after as never, caller));
  return life.moves[name]!({ ...given, row, moved } as never);
};

const mayDo = (feature: FeatureCode, step: string, caller: Caller): boolean => {
  const who = [feature.contract.lifecycle!.moves[step]!.who].flat();
  return who.includes("anyone") || who.includes("visitor") || (who.includes("villager") && caller.member !== null) || holds(caller, ...who);
};
export { dueOf };
