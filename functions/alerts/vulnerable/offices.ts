import { householdOf, householdsOf, isVulnerable, type Household } from "../../affairs/households/reads.ts";
import { Member, put, type Stored, type Table } from "../../core/implement.ts";
import { saved } from "./care.ts";
import type { For } from "./given.ts";
import { nearOf } from "./near.ts";
import { Bare, Buddy, Care } from "./rows.ts";
import { inSeason, isCheckDue, isGrown, neighboursFor, worksOn } from "./rules.ts";
import { linesOf } from "./view.ts";

/** More than this is said as "more than". */
const MOST_RED = 50;
const MOST_BUDDIES = 4;
const FEW = 8;
/** So many doors of neighbours are tried before the office is told that nobody near can come. */
const MOST_LOOKED_AT = 24;
const PAGES = 40;

type Office = For<"one"> | For<"ask"> | For<"consentFor"> | For<"checked"> | For<"candidates">;
const careHere = async ({ table, params, caller }: Pick<Office, "table" | "params" | "caller">): Promise<Stored<Care> | null> => {
  const care = await table.get(Care, params.household);
  return care && worksOn(caller, care.group) ? care : null;
};
const answered = async (given: Pick<Office, "table" | "settings" | "facts" | "now" | "caller">, care: Care) => (await linesOf(given, [care]))[0]!;

export const list = async (given: For<"list">) => {
  const { table, query, caller, settings, facts, now } = given;
  const season = inSeason(facts.zone, settings, now);
  const red = season ? await table.list(Bare, { limit: MOST_RED }) : null;
  const bares = query.show === "red" ? await table.list(Bare, { limit: query.limit, cursor: query.cursor, oldestFirst: true }) : null;
  const page = bares ? { items: (await table.many(Care, bares.items.map((bare) => bare.household))).filter((care) => care !== null), next: bares.next } : await table.list(Care, { limit: query.limit, cursor: query.cursor, oldestFirst: true });
  const own = page.items.filter((care) => care.reasons.length > 0 && worksOn(caller, care.group) && (query.show !== "check" || isCheckDue(care.checkedAt, settings.checkEvery, now)));
  const lines = await linesOf(given, own);
  return { items: lines.sort((a, b) => Number(b.red) - Number(a.red) || a.near - b.near), next: page.next, season, red: red?.items.length ?? 0 };
};
export const one = async (given: For<"one">) => {
  const care = await careHere(given);
  return care ? answered(given, care) : given.fail("not-found");
};

const helpsOf = async (table: Table, person: string): Promise<number> =>
  (await table.byPerson(Buddy, person, { limit: 30 })).items.filter((each) => each.state === "accepted" || each.state === "asked").length;

/** Every household, page by page, as long as the village is no town. */
const everyHouse = async (table: Table): Promise<Household[]> => {
  const all: Household[] = [];
  for (let at: string | null = null, page = 0; page < PAGES; page++) {
    const { items, next }: { items: Household[]; next: string | null } = await householdsOf(table, at);
    all.push(...items);
    if (!(at = next)) break;
  }
  return all;
};

export const candidates = async (given: For<"candidates">) => {
  const { table, now, settings, fail } = given;
  const care = await careHere(given);
  const house = care && (await householdOf(table, care.household));
  if (!care || !house) return fail("not-found");
  const year = now.getUTCFullYear();
  const people = (await everyHouse(table)).flatMap((each) => each.people.filter((one) => one.sleepsHere).map((one) => ({ household: each.id, no: each.no, group: each.group, order: each.order, vulnerable: one.vulnerable.length > 0 || isVulnerable(each, year), person: one.person, name: one.name, bornIn: one.bornIn, near: true, helps: 0 })));
  const asked = care.buddies.map(({ person }) => person);
  const fits = (some: typeof people) => neighboursFor({ ...house, household: house.id }, some, asked, year, settings.mostEach);
  const nearest = fits(people).slice(0, MOST_LOOKED_AT);
  // From the nearest door outwards, until enough can come: who helps already takes a query for each person.
  const fit: typeof people = [];
  for (let at = 0; at < nearest.length && fit.length < FEW; at += FEW) {
    const some = nearest.slice(at, at + FEW);
    const [near, helps] = await Promise.all([nearOf(table, some.map(({ person }) => person), now), Promise.all(some.map(({ person }) => helpsOf(table, person)))]);
    fit.push(...fits(some.map((each, i) => ({ ...each, near: near.get(each.person)?.near === true, helps: helps[i]! }))));
  }
  return { items: fit.slice(0, FEW).map(({ person, name, no, group, helps: n }) => ({ person, name, no, group, helps: n })) };
};

/** Whole names only of those whose name was typed; else an office could read the roll through it. */
export const people = async ({ table, query, now }: For<"people">) => {
  const found: Stored<Member>[] = [];
  for (let cursor: string | undefined, page = 0; page < PAGES && found.length < FEW; page++) {
    const some = await table.list(Member, { limit: 100, ...(cursor ? { cursor } : {}) });
    found.push(...some.items.filter((each) => each.state === "verified" && isGrown(each.bornIn, now.getUTCFullYear()) && each.name === query.name));
    if (!(cursor = some.next ?? undefined)) break;
  }
  const some = found.slice(0, FEW);
  const [houses, helps] = await Promise.all([Promise.all(some.map((each) => (each.household ? householdOf(table, each.household) : null))), Promise.all(some.map((each) => helpsOf(table, each.person)))]);
  return { items: some.map((each, i) => ({ person: each.person, name: each.name, no: houses[i]?.no ?? "", group: each.group, helps: helps[i]! })) };
};

export const ask = async (given: For<"ask">) => {
  const { table, body, now, newId, settings, begin, change, fail } = given;
  const care = await careHere(given);
  if (!care) return fail("not-found");
  if (!care.consent?.given) return fail("no-consent");
  const [near, house] = await Promise.all([nearOf(table, [body.person], now), householdOf(table, care.household)]);
  const who = near.get(body.person);
  if (!who) return fail("wrong-field", { field: "person", reason: "not-a-list-member" });
  if (who.household === care.household || house?.people.some((each) => each.person === body.person)) return fail("own-household");
  if (care.buddies.some((each) => each.person === body.person)) return fail("already-asked");
  if (body.instead && !care.buddies.some((each) => each.id === body.instead)) return fail("wrong-field", { field: "instead", reason: "not-a-list-member" });
  if (!body.instead && care.buddies.length >= MOST_BUDDIES) return fail("buddies-enough");
  if (!who.near) return fail("not-near");
  if ((await helpsOf(table, body.person)) >= settings.mostEach) return fail("helps-enough");
  const id = newId();
  const buddies = [...care.buddies, { id, person: body.person, state: "asked" as const }];
  return change({
    writes: [begin(Buddy, { id, household: care.household, no: care.no, group: care.group, person: body.person, name: who.name, instead: body.instead ?? null, witness: null, reason: null }), ...(await saved(given, care, { buddies }))],
    emits: { name: "asked", data: { buddy: id, household: care.household, person: body.person, instead: body.instead ?? null } }, tells: [{ person: body.person, key: "asked", where: "alerts/vulnerable" }], answer: await answered(given, { ...care, buddies }),
  });
};

export const consentFor = async (given: For<"consentFor">) => {
  const { body, now, caller, change, fail } = given;
  const care = await careHere(given);
  if (!care) return fail("not-found");
  if (!body.witness) return fail("witness-needed", { field: "witness" });
  const consent = { given: body.given, by: body.by, at: now.toISOString(), said: caller.key, witness: body.witness };
  const gone = body.given ? [] : await endAll(given, care);
  const facts = { consent, ...(body.given ? {} : { buddies: [] }) };
  return change({ writes: [...(await saved(given, care, facts)), ...gone], emits: { name: "consented", data: { household: care.household, given: body.given, by: body.by } }, answer: await answered(given, { ...care, ...facts }) });
};

/** Consent taken back: what its buddies were asked or said yes to is over with it. */
export const endAll = async ({ table, now, caller }: Pick<For<"consent">, "table" | "now" | "caller">, care: Care) =>
  (await table.many(Buddy, care.buddies.map(({ id }) => id))).filter((each) => each !== null).map(({ version, ...buddy }) =>
    put<Buddy>(Buddy, { ...buddy, state: "ended", history: [...buddy.history, { to: "ended", at: now.toISOString(), by: caller.key, ...(caller.office ? { office: caller.office } : {}), channel: caller.channel }] }, { version }, null));

export const checked = async (given: For<"checked">) => {
  const care = await careHere(given);
  if (!care) return given.fail("not-found");
  const checkedAt = given.now.toISOString();
  return given.change({ writes: await saved(given, care, { checkedAt }), emits: { name: "checked", data: { household: care.household } }, answer: await answered(given, { ...care, checkedAt }) });
};
