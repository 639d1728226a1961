import type { Language } from "../../../shared/contract/language.ts";
import type { contract } from "../../../shared/alerts/answers/contract.ts";
import { contactsOf, peopleBehind } from "../contacts/reads.ts";
import { Alert, isRunning, runningAlerts } from "../warnings/reads.ts";
import { put, readPhone, Received, hear, type Change, type HeardGiven, type Listener } from "../../core/implement.ts";
import { answerBySms, nothingOpen, signOfLife } from "./sms-answers.ts";
import { houseHere } from "./here.ts";
import { readAnswer, type Spoken } from "./read-answer.ts";
import { Asked, Unplaced } from "./rows.ts";
import { byGravity, justOver, LETTERS, readChoice, speaksFromHouse } from "./rules.ts";
import { houseName, offered, reply } from "./sms-words.ts";
import type { Choice, Sms } from "./sms-types.ts";
import { strangerSays } from "./strangers.ts";

type Given = HeardGiven<typeof contract>;
const TWO_HOURS = 2 * 3_600_000;
const LONGEST = 1_600;

/** Every house behind a number, with the gravest of the warnings that mean it: those that hold, else those just over. */
const choicesFor = async (given: Given, behind: readonly { person: string; village: string; household: string }[]): Promise<Choice[]> => {
  const houses = [...new Map(behind.map((each) => [`${each.village}|${each.household}`, each])).values()];
  const found = await Promise.all(houses.map(async ({ village, household }): Promise<Choice | null> => {
    const at = await given.open(village);
    if (!at) return null;
    const recent = (await at.table.list(Alert, { limit: 20 })).items.filter((alert) => !isRunning(alert, given.now) && justOver(alert, given.now));
    for (const alert of [...(await runningAlerts(at.table, given.now)).sort(byGravity), ...recent.sort(byGravity)]) {
      const house = await houseHere(at.table, alert, household, given.now);
      if (!house) continue;
      const people = behind.filter((each) => each.village === village && each.household === household).map((each) => each.person);
      return { village, table: at.table, alert, house, people, fromHouse: people.some((person) => speaksFromHouse(house.people, person)), running: isRunning(alert, given.now) };
    }
    return null;
  }));
  const all = found.filter((each) => each !== null);
  const running = all.filter((each) => each.running);
  return (running.length ? running : all).sort((a, b) => byGravity(a.alert, b.alert));
};

const languageFor = async (given: Given, phone: string, behind: readonly { village: string; household: string }[]): Promise<Language> => {
  const first = behind[0]!;
  const at = await given.open(first.village);
  return (at && (await contactsOf(at.table, first.household))?.entries.find((each) => each.phone === phone)?.language) ?? given.facts.languages[0]!;
};

/**
 * Several houses on one phone: kept with the duty officers until it is clear whose word it is, and asked back where answers arrive. What
 * is written before the letter comes is added; a machine that only says "I am busy" is not asked again.
 */
const askForWhom = async (given: Given, sms: Sms, spoken: Spoken | null, choices: readonly Choice[], asked: Asked | null): Promise<Change> => {
  const pending = asked?.about === "for-whom" && asked.unplaced ? await given.region.get(Unplaced, asked.unplaced) : null;
  const before = pending && !pending.placed && pending.text.length + sms.text.length < LONGEST ? pending : null;
  const labels = choices.slice(0, LETTERS.length).map((each) => houseName(each.house, given.words, sms.language));
  const asks = given.facts.answers.includes("sms");
  const help = spoken?.fact === "help";
  const { version = 0, ...kept } = before ?? { id: given.newId(), hash: sms.hash, phone: sms.phone, text: "", help: false, at: given.now.toISOString(), asked: asks, placed: null };
  const unplaced: Unplaced = { ...kept, text: [kept.text, sms.text].filter(Boolean).join(" / "), help: kept.help || help };
  const until = new Date(given.now.getTime() + TWO_HOURS).toISOString();
  const offers = labels.map((label, i) => ({ village: choices[i]!.village, warning: choices[i]!.alert.id, household: choices[i]!.house.id, label }));
  return given.change({
    writes: [
      put(Unplaced, unplaced, before ? { version } : "new"),
      ...(asks ? [put(Asked, { hash: sms.hash, about: "for-whom", text: unplaced.text, until, unplaced: unplaced.id, choices: offers }, "over")] : []),
    ],
    emits: { name: "unplaced", data: { unplaced: unplaced.id, help: unplaced.help } },
    sends: before && !spoken ? [] : [reply(sms.phone, sms.language, help ? "for-whom.help.sms" : "for-whom.sms", { choices: offered(labels) }, given)],
  });
};

/** The word that was asked about goes to the house they named; a newer word with the letter ("A 2 4") counts instead. */
const forWhom = async (given: Given, sms: Sms, asked: Asked, behind: readonly { person: string; village: string; household: string }[]): Promise<Change | null> => {
  const picked = readChoice(sms.text, asked.choices.map((each) => each.label), readAnswer(sms.text) === null);
  const choice = picked && asked.choices[picked.index];
  if (!choice) return null;
  const found = (await choicesFor(given, behind.filter((each) => each.village === choice.village && each.household === choice.household)))[0];
  if (!found) return null;
  const text = readAnswer(picked.rest) ? picked.rest : asked.text;
  const unplaced = asked.unplaced ? await given.region.get(Unplaced, asked.unplaced) : null;
  const { version = 0, ...rest } = unplaced ?? {};
  const placed = unplaced && !unplaced.placed ? [put(Unplaced, { ...(rest as Unplaced), placed: { village: choice.village, warning: found.alert.id, household: choice.household } }, { version })] : [];
  return answerBySms(given, { ...sms, text }, found, placed);
};

/**
 * An answer that came by SMS. Its number finds the people, they their house, the house its gravest running warning; whatever cannot be
 * placed is kept and shown.
 */
export const smsListener: Listener<typeof contract> = hear(Received, async (given: Given, { data }) => {
  const read = await readPhone(data.from, given.facts.phoneCountries);
  const phone = read.ok ? read.e164 : data.from;
  const hash = await given.hash(phone);
  const text = data.text.slice(0, LONGEST);
  const spoken = readAnswer(text);
  const behind = await peopleBehind(given.region, hash);
  const asked = await given.region.get(Asked, hash);
  if (behind.length === 0) return strangerSays(given, { hash, phone, text, canAnswer: read.ok }, spoken && "fact" in spoken ? spoken : null, asked);
  const sms: Sms = { hash, phone, text, language: await languageFor(given, phone, behind) };
  if (spoken && "stop" in spoken) {
    const people = [...new Set(behind.map((each) => each.person))];
    const houses = [...new Map(behind.map(({ village, household }) => [`${village}|${household}`, { village, household }])).values()];
    return given.change({ writes: [], emits: { name: "stopped", data: { number: hash, people, houses } }, sends: [reply(phone, sms.language, "stopped", {}, given)] });
  }
  const placed = asked?.about === "for-whom" ? await forWhom(given, sms, asked, behind) : null;
  if (placed) return placed;
  const choices = await choicesFor(given, behind);
  if (choices.length === 0) return (await signOfLife(given, sms, spoken, behind)) ?? nothingOpen(given, sms, spoken, asked);
  return choices.length > 1 ? askForWhom(given, sms, spoken, choices, asked) : answerBySms(given, sms, choices[0]!, []);
});
