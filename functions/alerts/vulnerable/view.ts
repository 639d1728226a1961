import { maskName } from "../../../shared/contract/text.ts";
import { headOf, householdsBy, type Household } from "../../affairs/households/reads.ts";
import { ableToAnswer } from "../../services/phone-lessons/reads.ts";
import type { Caller, Stored, Table } from "../../core/implement.ts";
import { nearOf } from "./near.ts";
import type { Buddy, Care } from "./rows.ts";
import { inSeason, isCheckDue, isHighRisk, knowsByName, nearBuddies, type Asker } from "./rules.ts";

export interface Habits { readonly wanted: number; readonly seasonFrom: number; readonly seasonTo: number; readonly checkEvery: number }
interface Around { readonly table: Table; readonly settings: Habits; readonly facts: { readonly zone: string }; readonly now: Date; readonly caller: Asker }

type ShortBuddy = Care["buddies"][number] & { readonly name: string; readonly near: boolean; readonly version: number };
const consentOf = (care: Pick<Care, "consent">) => care.consent && { given: care.consent.given, by: care.consent.by, at: care.consent.at };

const lineOf = ({ settings, facts, now, caller }: Around, care: Care, house: Household | undefined, buddies: ShortBuddy[], able: ReadonlySet<string>) => {
  const near = nearBuddies(buddies, (person) => buddies.some((each) => each.person === person && each.near)).length;
  return {
    household: care.household, no: care.no, group: care.group, reasons: care.reasons, highRisk: isHighRisk(care.reasons), consent: consentOf(care), buddies, near, wanted: settings.wanted,
    names: (house?.people ?? []).filter((each) => each.sleepsHere).map((each) => (knowsByName(caller, care.group) ? each.name : maskName(each.name))),
    red: care.reasons.length > 0 && care.highRisk && near === 0 && inSeason(facts.zone, settings, now), checkedAt: care.checkedAt, checkDue: isCheckDue(care.checkedAt, settings.checkEvery, now),
    answers: (house?.people ?? []).some((each) => each.sleepsHere && able.has(each.person)),
  };
};

/** These households as the asker's office may see them, buddies by name. */
export const linesOf = async (around: Around, cares: readonly Care[]) => {
  const { table, now } = around;
  const [houses, near] = await Promise.all([householdsBy(table, cares.map((care) => care.household)), nearOf(table, cares.flatMap((care) => care.buddies.map(({ person }) => person)), now)]);
  const home = houses.flatMap((house) => house.people.filter((each) => each.sleepsHere).map(({ person }) => person));
  const able = await ableToAnswer(table, home.slice(0, MOST_ASKED));
  return cares.map((care) => lineOf(around, care, houses.find((house) => house.id === care.household),
    care.buddies.map((each) => ({ ...each, name: near.get(each.person)?.name ?? "", near: near.get(each.person)?.near === true, version: 0 })), able));
};
/** More people than a page of houses has grown-ups in. */
const MOST_ASKED = 100;

/** Whether this person may say yes for the household: the head, or whom a reason concerns. */
export const mayConsent = (house: Household, person: string | null): boolean =>
  house.people.some((each) => each.person === person && (each.vulnerable.length > 0 || headOf(house)?.person === person));

/** The household as it sees itself. */
export const ownView = async (around: Around & { readonly caller: Caller }, care: Care, house: Household) => {
  const { table, now, settings, caller } = around;
  const near = await nearOf(table, care.buddies.map(({ person }) => person), now);
  return {
    household: care.household, reasons: care.reasons, consent: consentOf(care), wanted: settings.wanted, mayConsent: mayConsent(house, caller.person), checkedAt: care.checkedAt, checkDue: isCheckDue(care.checkedAt, settings.checkEvery, now),
    buddies: care.buddies.map((each) => ({ ...each, name: near.get(each.person)?.name ?? "", near: near.get(each.person)?.near === true, version: 0 })),
  };
};

/** A buddy's matter; whom it is about and why only once the buddy has said yes. */
export const buddyView = (buddy: Stored<Buddy>, facts: { readonly head: string; readonly reasons: Care["reasons"] } | null = null) => ({
  id: buddy.id, household: buddy.household, no: buddy.no, group: buddy.group, person: buddy.person, name: buddy.name, state: buddy.state, since: buddy.history.at(-1)!.at, version: buddy.version,
  head: facts?.head ?? null, reasons: buddy.state === "accepted" && facts ? facts.reasons : [],
});
