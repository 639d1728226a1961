import type { MyHome } from "../../../shared/affairs/village-home/home.ts";
import type { WordsFile } from "../../../shared/contract/language.ts";
import { householdOf, type Household } from "../households/reads.ts";
import { unknownTo } from "../notices/reads.ts";
import { linkCode, Roll } from "../../alerts/roll-call/reads.ts";
import { runningAlerts } from "../../alerts/warnings/reads.ts";
import { signsFor, type CareLine } from "../../services/care/reads.ts";
import { unreadFor } from "../../platform/messages/reads.ts";
import { desk } from "./desk.ts";
import type { For } from "./given.ts";
import { spoken, warningLine, worstFirst } from "./rules.ts";

const MOST_WAITING = 3;
const MOST_PEOPLE = 8;

/** What was told the reader and they have not seen: answered in place by having seen it. */
const toldTo = async ({ table, caller, village, words }: For<"mine">, household: string | null): Promise<MyHome["waiting"]> =>
  village.off.includes("platform/messages") ? [] : (await unreadFor(table, { person: caller.person!, household }, MOST_WAITING)).map((tell) => ({
    feature: "platform/messages", id: tell.id, text: { zh: tell.text["zh"] ?? "", en: tell.text["en"] ?? "" }, where: tell.where,
    actions: [{ label: spoken(words, "know"), route: "read", params: {}, body: { to: tell.to === "household" ? "house" : "me", ids: [tell.id] } }],
  }));
const waitingOf = async ({ table, village, words, now }: For<"mine">, house: { household: string; group: string }): Promise<MyHome["waiting"]> =>
  village.off.includes("affairs/notices") ? [] : (await unknownTo(table, house, now)).slice(0, MOST_WAITING).map((notice) => ({
    feature: "affairs/notices", id: notice.id, text: spoken(words, "waiting.notice", { title: notice.title }), where: `affairs/notices/${notice.id}`,
    actions: [{ label: spoken(words, "know"), route: "know", params: { id: notice.id }, body: {} }],
  }));

/** Where the own house stands while it is warned, then who lives there. Only the household itself ever reads this. */
const peopleOf = (words: WordsFile, house: Household | null, me: string | null, roll: Roll | undefined, signs: Signs): MyHome["people"] => [
  ...(roll ? [{ text: spoken(words, roll.open ? "house.open" : "house.accounted", { no: roll.no }), where: `alerts/warnings/${roll.warning}` }] : []),
  ...signs.people,
  ...(house?.people ?? []).filter((each) => each.person !== me && !signs.names.includes(each.person)).slice(0, MOST_PEOPLE)
    .map((each) => ({ text: spoken(words, each.sleepsHere ? "person.here" : "person.away", { name: each.name }), where: "affairs/households" })),
];

interface Signs { readonly waiting: MyHome["waiting"]; readonly people: MyHome["people"]; readonly names: readonly string[] }
/** The reader's own sign of life, to be given with one press, and one line for everybody in whose circle they are (services/care). */
const signsOf = async ({ table, caller, village, words, now, facts }: For<"mine">): Promise<Signs> => {
  if (village.off.includes("services/care")) return { waiting: [], people: [], names: [] };
  const { own, others } = await signsFor(table, caller.person!, { zone: facts.zone, now });
  const line = (each: CareLine): MyHome["people"][number] => ({ text: spoken(words, `care.${each.today}`, { name: each.name }), where: `services/care/${each.person}` });
  const asks = own && (own.today === "waiting" || own.today === "silent");
  return {
    waiting: asks ? [{ feature: "services/care", id: own.person, text: spoken(words, "care.ask"), where: "services/care", actions: [{ label: spoken(words, "care.well-now"), route: "well", params: { person: own.person }, body: {} }] }] : [],
    people: [...(own?.today === "well" ? [{ text: spoken(words, "care.own"), where: "services/care" }] : []), ...others.map(line)], names: others.map(({ person }) => person),
  };
};

/** What concerns the reader. The warning shows once the house's line stands on the roll: from then on its link answers. */
export const mine = async (given: For<"mine">): Promise<MyHome> => {
  const { table, village, caller, words, now, hash } = given;
  const alerts = worstFirst(await runningAlerts(table, now));
  const household = caller.member?.household ?? null;
  if (household === null) {
    const [signs, told, lines] = await Promise.all([signsOf(given), toldTo(given, null), desk(given, alerts)]);
    return { waiting: [...signs.waiting, ...told].slice(0, MOST_WAITING), desk: lines, people: signs.people, warning: null };
  }
  const [signs, asked, told, lines, house, rolls] = await Promise.all([
    signsOf(given), waitingOf(given, { household, group: caller.member!.group }), toldTo(given, household), desk(given, alerts), householdOf(table, household), table.many(Roll, alerts.map((alert) => `${alert.id}#${household}`)),
  ]);
  const at = rolls.findIndex((each) => each !== null);
  const [alert, roll] = [alerts[at], rolls[at] ?? undefined];
  return {
    waiting: [...signs.waiting, ...asked, ...told].slice(0, MOST_WAITING), desk: lines, people: peopleOf(words, house, caller.person, roll, signs),
    warning: alert && roll ? { ...warningLine(alert, village.names), household, sleepers: roll.sleepers, link: `${village.id}/${await linkCode(hash, alert.id, household)}` } : null,
  };
};
