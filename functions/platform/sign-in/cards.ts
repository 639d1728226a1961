import type { contract } from "../../../shared/platform/sign-in/contract.ts";
import { householdOf } from "../../affairs/households/reads.ts";
import { linkCode, rollOf } from "../../alerts/roll-call/reads.ts";
import { runningAlerts } from "../../alerts/warnings/reads.ts";
import { contactsOf, phonesOf } from "../../alerts/contacts/reads.ts";
import { say } from "../../../shared/contract/language.ts";
import { CardIn, enteredCookies, leftCookies, Member, put, signSession, type Caller, type Refusal, type RouteGiven, type Stored } from "../../core/implement.ts";
import { cardCode, secretText } from "./random.ts";
import { Card, CardKey, CardTry } from "./rows.ts";
import { CARD_MS, FORGET_MS, oneMoreWrong, REST_MS, restLeft, sameText } from "./rules.ts";
import { familyOf } from "./session.ts";

type Routes = (typeof contract)["routes"];
type For<R extends keyof Routes> = RouteGiven<typeof contract, Routes[R]>;
type Shown = Pick<For<"showCard">, "table" | "hash" | "now" | "facts" | "change" | "fail"> & { readonly body: { readonly code: string; readonly figures: string } };

const WHOLE_VILLAGE = ["office:secretary", "office:committee", "office:grid-worker"];
/** Whether this office works with that house: a leader with the own group. */
export const worksWith = (caller: Pick<Caller, "holds" | "member">, group: string): boolean =>
  caller.holds.some((each) => WHOLE_VILLAGE.includes(each)) || (caller.holds.includes("office:group-leader") && group !== "" && caller.member?.group === group);
export const cardView = ({ id, person, name, kind, state, at, version }: Stored<Card>) => ({ id, person, name, kind, state, at, version });
const plain = <T extends object>({ version: _version, ...value }: Stored<T>): T => value as unknown as T;

const codeHash = (hash: Shown["hash"], code: string): Promise<string> => hash(`card|${code}`);
const figuresHash = (hash: Shown["hash"], code: string, figures: string): Promise<string> => hash(`card|${code}|${figures}`);

/** Prints a card for one person of a house. The code leaves with this one answer; what is kept are keyed hashes. */
export const issueCard = async ({ table, village, caller, body, hash, now, newId, begin, change, fail }: For<"issueCard">) => {
  const house = await householdOf(table, body.household);
  if (!house || !worksWith(caller, house.group)) return fail("not-found");
  const person = house.people.find((each) => each.person === body.person);
  if (!person) return fail("not-of-this-house");
  const code = cardCode();
  const key = await codeHash(hash, code);
  const card = { id: newId(), person: person.person, name: person.name, household: house.id, group: house.group, kind: body.kind, hash: key, at: now.toISOString() };
  return change({
    writes: [begin(Card, card), put(CardKey, { hash: key, village: village.id, card: card.id, person: card.person, figures: null, state: "issued" }, "new")],
    emits: { name: "card-issued", data: { card: card.id, person: card.person } },
    answer: { card: cardView({ ...card, state: "issued", history: [], version: 1 }), code: `${code.slice(0, 5)}-${code.slice(5)}` },
  });
};
const cardsPage = async ({ table, query }: Pick<For<"ownCards">, "table" | "query">, household: string) => {
  const page = await table.byPerson(Card, household, { limit: query.limit, cursor: query.cursor });
  return { items: page.items.map(cardView), next: page.next };
};
export const ownCards = async (given: For<"ownCards">) => (given.caller.member?.household ? cardsPage(given, given.caller.member.household) : given.fail("not-found"));
export const cardsOf = async (given: For<"cardsOf">) => {
  const house = await householdOf(given.table, given.params.household);
  return house && worksWith(given.caller, house.group) ? cardsPage(given, house.id) : given.fail("not-found");
};

/** The card of a code whose figures are right; a wrong one is counted first, alike for codes there are and codes there are not. */
const judged = async ({ table, hash, now, facts, body, change, fail }: Shown): Promise<{ key: Stored<CardKey>; tried: Stored<CardTry> | null; given: string; right: boolean } | Refusal | ReturnType<typeof change>> => {
  const id = await codeHash(hash, body.code);
  const [key, tried, given] = await Promise.all([table.get(CardKey, id), table.get(CardTry, id), figuresHash(hash, body.code, body.figures)]);
  const resting = (seconds: number): Refusal => fail("resting", { retryAfter: seconds, detail: { minutes: Math.ceil(seconds / 60), phone: facts.helpPhone } });
  const rest = restLeft(tried ? { asks: [], code: null, wrong: tried.wrong, restUntil: tried.restUntil } : null, now);
  if (rest > 0) return resting(rest);
  const right = sameText(key?.figures ?? "", given) && key?.state === "active";
  if (key && (right || key.state === "issued")) return { key, tried, given, right };
  const more = oneMoreWrong(tried, now);
  const until = new Date(now.getTime() + FORGET_MS).toISOString();
  return change({
    writes: [put(CardTry, { hash: id, wrong: more.wrong, restUntil: more.restUntil, until }, tried ? { version: tried.version } : "new")],
    quiet: "wrong figures are counted on their card", refuse: more.restUntil ? resting(REST_MS / 1000) : fail("wrong-card", { detail: { left: more.left } }),
  });
};

/** The person chooses the four figures; other cards of theirs are good no more. The household's phone is told. */
export const setFigures = async (given: For<"setFigures">) => {
  const { region, inVillage, now, caller, words, facts, change, fail } = given;
  const found = await judged(given as unknown as Shown);
  if (!("key" in found)) return found as Refusal;
  if (found.right) return fail("figures-set");
  const { key } = found;
  const table = inVillage(key.village);
  const card = await table.get(Card, key.card);
  if (!card || card.state !== "issued") return fail("wrong-card", { detail: { left: 0 } });
  const at = now.toISOString();
  const step = (to: string) => ({ to, at, by: caller.key, channel: caller.channel });
  const [older, book] = await Promise.all([table.byPerson(Card, card.household, { limit: 50 }), contactsOf(table, card.household)]);
  const replaced = older.items.filter((each) => each.person === card.person && each.id !== card.id && (each.state === "active" || each.state === "lost" || (each.state === "issued" && each.id < card.id)));
  const keys = await region.many(CardKey, replaced.map((each) => each.hash));
  const phone = phonesOf(book, false)[0];
  const text = phone ? say(words, phone.language, "sms.card", { name: card.name, phone: facts.helpPhone }) : "";
  return change({
    writes: [
      put<Card>(Card, { ...plain(card), state: "active", history: [...card.history, step("active")] }, { version: card.version }, null),
      put(CardKey, { ...plain(key), figures: found.given, state: "active" }, { version: key.version }),
      ...replaced.map((each) => put<Card>(Card, { ...plain(each), state: "replaced", history: [...each.history, step("replaced")] }, { version: each.version }, null)),
      ...keys.flatMap((each) => (each ? [put(CardKey, { ...plain(each), state: "dead" as const, figures: null }, { version: each.version })] : [])),
    ],
    ...(phone ? { sends: [{ to: phone.phone, templateKey: "card-active", params: { name: card.name, phone: facts.helpPhone }, text, expiresAt: new Date(now.getTime() + 86_400_000).toISOString(), purpose: "notice" as const }] } : {}),
    opens: { at: "village", id: key.village }, emits: { name: "card-active", data: { card: card.id, person: card.person } }, answer: { done: true },
  });
};

/** A card on a helper's phone: a session of a quarter of an hour for its bearer. The helper's refresh token stays and brings their own back. */
export const showCard = async (given: For<"showCard">) => {
  const { region, inVillage, hash, now, newId, caller, cookies, change, fail } = given;
  const found = await judged(given as unknown as Shown);
  if (!("key" in found)) return found as Refusal;
  if (!found.right) return fail("figures-not-set");
  const { key, tried } = found;
  const member = await inVillage(key.village).get(Member, key.person);
  if (member?.state !== "verified") return fail("wrong-card", { detail: { left: 0 } });
  const helper = (await familyOf(region, hash, caller.refresh))?.person.id ?? null;
  const device = caller.device.startsWith("s-") ? secretText(16) : caller.device;
  const until = new Date(now.getTime() + CARD_MS).toISOString();
  const shown: CardIn = { id: newId(), card: key.card, person: key.person, device, helper, since: now.toISOString(), until, ended: false };
  cookies.push(...enteredCookies({ session: await signSession({ person: key.person, device, village: key.village, card: shown.id }, CARD_MS / 1000), device, seconds: CARD_MS / 1000 }));
  return change({
    writes: [put(CardIn, shown, "new"), ...(tried ? [put(CardTry, { ...plain(tried), wrong: 0, restUntil: null }, { version: tried.version })] : [])],
    opens: { at: "village", id: key.village }, emits: { name: "card-shown", data: { card: key.card, person: key.person, shown: shown.id } },
    answer: { person: key.person, name: member.name, village: key.village, household: member.household, until },
  });
};
/** One button ends the matter; the phone is its owner's again. */
export const leaveCard = async ({ caller, inVillage, cookies, change }: For<"leaveCard">) => {
  cookies.push(...leftCookies());
  const village = caller.channel === "card" ? caller.homeVillage : null;
  const shown = village && caller.shown ? await inVillage(village).get(CardIn, caller.shown) : null;
  if (!village || !shown) return change({ writes: [], quiet: "no card was shown", answer: { done: true } });
  return change({ writes: [put(CardIn, { ...plain(shown), ended: true }, { version: shown.version })], opens: { at: "village", id: village }, emits: { name: "card-left", data: { card: shown.card, person: shown.person, shown: shown.id } }, answer: { done: true } });
};
/** The running warnings of the house behind a code, each with its answering link. No figures, no rest: nothing stands before an answer. */
export const cardWarnings = async ({ region, inVillage, hash, now, body }: For<"cardWarnings">) => {
  const key = await region.get(CardKey, await codeHash(hash, body.code));
  if (!key || key.state === "dead") return { items: [] };
  const table = inVillage(key.village);
  const member = await table.get(Member, key.person);
  const household = member?.household ?? null;
  if (household === null) return { items: [] };
  const meant = await Promise.all((await runningAlerts(table, now)).map(async (alert) => ((await rollOf(table, alert.id, household)) ? [alert] : [])));
  return { items: await Promise.all(meant.flat().map(async (alert) => ({ link: `${key.village}/${await linkCode(hash, alert.id, household)}`, colour: alert.colour, headline: { zh: alert.texts.zh.headline, en: alert.texts.en.headline } }))) };
};
