import type { FeatureOptions } from "../../shared/contract/feature.ts";
import { refuse } from "../../shared/contract/problem.ts";
import { countyOf, townshipOf } from "../../shared/contract/region.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import { settingsInForce } from "../../shared/contract/settings.ts";
import { whoList, type Who } from "../../shared/contract/who.ts";
import { openByKey } from "./api-key.ts";
import { CardIn, County, Member, Person, Proxy, Region, Village } from "./access-rows.ts";
import type { Caller } from "./caller.ts";
import { clock } from "./clock.ts";
import { environment } from "./environment.ts";
import { partition, type Place } from "./keys.ts";
import type { Request } from "./request.ts";
import type { Kind, Stored } from "./rows.ts";
import { sortKey } from "./rows.ts";
import { batchGet } from "./row-reads.ts";
import { readItem } from "./table.ts";
import type { Session } from "./token.ts";

/** What one consistent BatchGet brought for a request. */
export interface Access {
  readonly caller: Caller;
  readonly village: Stored<Village> | null;
  readonly county: Stored<County> | null;
  readonly region: Stored<Region> | null;
  readonly kept: Readonly<Record<string, unknown>> | null;
  readonly used: number;
}
export interface Wanted { readonly who: Who | readonly Who[]; readonly guard?: string | undefined; readonly limiter?: string | undefined; readonly write: boolean; /** The feature asked, and whether its contract lets somebody act for another here. */ readonly feature?: string; readonly byProxy?: boolean; /** The route asked, and whether its contract lets another system's key in. */ readonly route?: string; readonly byKey?: boolean }

type Key = { pk: string; sk: string };
const KEEP_VILLAGE = 5_000;
const villages = new Map<string, { row: Stored<Village> | null; until: number }>();
/** Forgets kept village rows, for a test that changes one behind the dispatcher's back. */
export const forgetVillages = (): void => villages.clear();

const countyWanted = (who: readonly Who[]): boolean => who.some((each) => each.startsWith("county:") || each.startsWith("township:"));
const id = (kind: Pick<Kind<unknown>, "prefix">, name = ""): string => sortKey(kind, name);

const proxyId = (elder: string, proxy: string): string => `${elder}#${proxy}`;

const keysFor = (place: Place, wanted: Wanted, session: Session | null, actingFor: string | null): Key[] => {
  const [person, home] = [session?.person ?? null, session?.village ?? null];
  const pk = partition(place);
  const { region } = environment();
  const who = whoList(wanted.who);
  const county = place.at === "area" ? place.id : place.at === "village" && countyWanted(who) ? countyOf(region, place.id) : null;
  const own = place.at === "village" ? place.id : home;
  return [
    ...(own && (place.at === "village" || person) ? [{ pk: `V#${own}`, sk: id(Village) }] : []),
    ...(own && person ? [{ pk: `V#${own}`, sk: id(Member, actingFor ?? person) }] : []),
    ...(actingFor && person ? [{ pk, sk: id(Proxy, proxyId(actingFor, person)) }] : []),
    ...(session?.card && home ? [{ pk: `V#${home}`, sk: id(CardIn, session.card) }] : []),
    ...(county ? [{ pk: `A#${county}`, sk: id(County) }] : []),
    ...(place.at === "region" || who.includes("operator") ? [{ pk: "R#", sk: id(Region) }] : []),
    ...(person && !session?.card ? [{ pk: "R#", sk: id(Person, person) }] : []),
    ...(wanted.guard ? [{ pk, sk: wanted.guard }] : []),
    ...(wanted.limiter ? [{ pk, sk: wanted.limiter }] : []),
  ];
};

const officesOf = (rows: { village: Village | null; county: County | null; region: Region | null }, person: string): string[] => {
  const holding = (offices: Readonly<Record<string, readonly string[]>> | undefined, prefix: string): string[] =>
    Object.entries(offices ?? {}).filter(([, people]) => people.includes(person)).flatMap(([name]) => [`${prefix}:${name}`, ...(name.startsWith("department.") ? [`${prefix}:department`] : [])]);
  const township = rows.village ? rows.county?.townships[townshipOf(environment().region, rows.village.id)]?.offices : undefined;
  return [...holding(rows.village?.offices, "office"), ...holding(township, "township"), ...holding(rows.county?.offices, "county"),
    ...(rows.region?.operators.includes(person) ? ["operator"] : [])];
};

const everHeld = (rows: { village: Village | null; county: County | null }, person: string, who: readonly Who[]): boolean =>
  who.some((each) => {
    const [kind, name = ""] = each.split(":");
    return (kind === "office" ? rows.village : kind === "county" ? rows.county : null)?.ended[name]?.includes(person) === true;
  });

/**
 * Authenticates, opens the place and authorises, all from one BatchGet.
 * @throws Refusal 401, 403 or 404 as SECURITY says: another village's thing and an unknown one answer alike
 */
export const openAccess = async (request: Request, session: Session | null, place: Place, wanted: Wanted): Promise<Access> => {
  if (request.apiKey !== null) return openByKey(request, place, wanted);
  const who = whoList(wanted.who);
  const open = who.includes("anyone");
  const visitor = who.includes("visitor");
  const { actingFor } = request;
  if (!session && ((!open && !visitor) || actingFor !== null)) throw refuse(request.token ? "session-ended" : "sign-in-needed");
  if (actingFor !== null && (!wanted.byProxy || place.at !== "village" || session?.card)) throw refuse("not-by-proxy");
  const now = clock().now().getTime();
  const cached = place.at === "village" && !session && !wanted.write ? villages.get(place.id) : undefined;
  if (cached && cached.until > now && open) {
    if (!cached.row) throw refuse("not-found");
    return { caller: visitorCaller(request), village: cached.row, county: null, region: null, kept: null, used: 0 };
  }
  const keys = keysFor(place, wanted, session, actingFor);
  const items = new Map((keys.length ? await batchGet(keys) : []).map((item) => [`${item.pk}|${item.sk}`, item]));
  const own = place.at === "village" ? place.id : session?.village;
  const find = <T>(kind: Kind<T>, pk: string, name = "") => readItem(kind, items.get(`${pk}|${id(kind, name)}`));
  // A village's offices count in its own county alone.
  const inCounty = place.at !== "area" || (own !== null && own !== undefined && countyOf(environment().region, own) === place.id);
  const village = own && inCounty ? find(Village, `V#${own}`) : null;
  const county = [...items.values()].flatMap((item) => (item.sk === id(County) ? readItem(County, item) ?? [] : []))[0] ?? null;
  const region = find(Region, "R#");
  if (place.at === "village" && !session) villages.set(place.id, { row: village, until: now + KEEP_VILLAGE });
  if (place.at === "village" && !village) throw refuse("not-found");
  if (place.at === "area" && !county) throw refuse("not-found");
  const pk = partition(place);
  const rest = { village, county, region, kept: wanted.guard ? items.get(`${pk}|${wanted.guard}`) ?? null : null, used: wanted.limiter ? Number(items.get(`${pk}|${wanted.limiter}`)?.["n"] ?? 0) : 0 };
  if (!session) return { caller: visitorCaller(request), ...rest };

  const card = session.card ? cardHeld(find(CardIn, `V#${session.village}`, session.card), session, request, now) : null;
  const known = session.card ? card !== null : find(Person, "R#", session.person)?.devices[session.device] !== undefined;
  if (!known) {
    if (open || visitor) return { caller: visitorCaller(request), ...rest };
    throw refuse("session-ended");
  }
  const proxy = actingFor === null ? null : proxyHeld(find(Proxy, pk, proxyId(actingFor, session.person)), wanted.feature, now);
  // A card opens its own village and no other place.
  const row = own && (!card || (place.at === "village" && own === session.village)) ? find(Member, `V#${own}`, actingFor ?? session.person) : null;
  const member = row && row.state === "verified" ? { name: row.name, household: row.household, group: row.group } : null;
  // Whoever does not act for another, or says so by what is not so, is told no more than a stranger.
  if (actingFor !== null && (!proxy || !member)) throw refuse("not-found");
  // An office is never used for another, and four figures open none.
  const held = actingFor !== null || card ? [] : officesOf(rest, session.person);
  const caller: Caller = {
    person: actingFor ?? session.person, actor: actingFor === null ? null : session.person, actorName: proxy?.says ?? null, via: card ? card.helper ?? card.device : null, shown: card?.id ?? null,
    key: session.person, device: session.device, language: request.language, member, holds: held, office: null,
    homeVillage: actingFor === null ? session.village : place.id, channel: card ? "card" : "web", source: request.source, refresh: request.refresh,
  };
  const office = who.find((each) => held.includes(each)) ?? null;
  const villagerWanted = who.includes("villager") || who.includes("household");
  if (open || visitor || office !== null
    || (place.at === "village" && member !== null && (who.includes("villager") || (who.includes("household") && member.household !== null)))
    || (place.at !== "village" && !card && who.includes("villager"))) return { caller: { ...caller, office }, ...rest };

  if (actingFor !== null) throw refuse("not-found");
  if (!card && everHeld(rest, session.person, who)) throw refuse("office-ended");
  if (place.at === "village" && !row && !held.some((each) => each !== "operator")) {
    throw who.some((each) => each.startsWith("county:")) && (await holdsElsewhere(session.person)) ? refuse("role-missing") : refuse("not-found");
  }
  throw refuse(villagerWanted && !member ? "not-verified" : "role-missing");
};

/** The consent by which somebody acts for another here and now; null when there is none, it is over, or it does not name this feature. */
const proxyHeld = (row: Stored<Proxy> | null, feature: string | undefined, now: number): Stored<Proxy> | null =>
  row && !row.ended && Date.parse(row.until) > now && feature !== undefined && row.scopes.includes(feature) ? row : null;
/** The showing of a card that a session is for, if it still holds, on the phone it was shown on. */
const cardHeld = (row: Stored<CardIn> | null, session: Session, request: Request, now: number): Stored<CardIn> | null =>
  row && !row.ended && Date.parse(row.until) > now && row.person === session.person && row.device === session.device && request.device === session.device ? row : null;

/** A county officer outside their own county is told so (403); anyone else sees what a stranger sees (404). */
const holdsElsewhere = async (person: string): Promise<boolean> => {
  const [region] = (await batchGet([{ pk: "R#", sk: id(Region) }])).map((item) => readItem(Region, item));
  const counties = region?.counties.length ? await batchGet(region.counties.slice(0, 100).map((code) => ({ pk: `A#${code}`, sk: id(County) }))) : [];
  return counties.some((item) => Object.values(readItem(County, item)?.offices ?? {}).some((people) => people.includes(person)));
};

const visitorCaller = (request: Request): Caller => ({
  person: null, actor: null, actorName: null, via: null, shown: null, get key() { return request.device; }, get device() { return request.device; }, language: request.language, member: null, holds: [], office: null,
  homeVillage: null, channel: "web", get source() { return request.source; }, refresh: request.refresh,
});

/** A village of under 300 residents or with under 4 filled offices lives by the small defaults. */
export const isSmall = (village: Village): boolean =>
  village.residents < 300 || Object.values(village.offices).filter((people) => people.length > 0).length < 4;

const inForce = new WeakMap<Village, Map<string, Record<string, unknown>>>();
/** The feature's settings in force in this village; worked out once for a row as read. */
export const settingsFor = (feature: string, contract: FeatureOptions, village: Village | null): Record<string, unknown> => {
  if (!contract.settings) return {};
  if (!village) return settingsInForce(feature, contract.settings, {}, false);
  let known = inForce.get(village);
  if (!known) inForce.set(village, known = new Map());
  let settings = known.get(feature);
  if (!settings) known.set(feature, settings = settingsInForce(feature, contract.settings, village.settings, isSmall(village)));
  return settings;
};

export type { Scope };
