import type { contract } from "../../../shared/alerts/answers/contract.ts";
import { givesSigns } from "../../services/care/reads.ts";
import { put, type Change, type HeardGiven, type Write } from "../../core/implement.ts";
import { readAnswer, type Spoken } from "./read-answer.ts";
import { answersOf } from "./reads.ts";
import { Asked } from "./rows.ts";
import { heardFromAfar } from "./rules.ts";
import { houseName, reply } from "./sms-words.ts";
import type { Choice, Sms } from "./sms-types.ts";
import { cry, take } from "./take.ts";

type Given = HeardGiven<typeof contract>;
const HOUR = 3_600_000;

const replyKey = (fact: string, people: number | null, partly: boolean): string =>
  fact === "left" ? (people === null ? "taken.uncounted.sms" : partly ? "taken.partly.sms" : "taken.left") : fact === "got-it" || fact === "something" ? `taken.${fact}.sms` : `taken.${fact}`;

/** Whether this house was sent the short help text within the hour: two machines would else write to each other all night. */
const explainedLately = async (choice: Choice, now: Date): Promise<boolean> =>
  (await answersOf(choice.table, choice.alert.id, choice.house.id)).items.some((each) => each.fact === "something" && now.getTime() - Date.parse(each.at) < HOUR);

/** A known number's word for one house: kept in that village, told to the roll, and confirmed in the household's language. */
export const answerBySms = async (given: Given, sms: Sms, choice: Choice, beside: readonly Write[]): Promise<Change> => {
  const read = readAnswer(sms.text);
  const spoken = read && "fact" in read ? read : null;
  const fact = heardFromAfar(spoken?.fact ?? "something", choice.fromHouse);
  const word = { fact, people: spoken?.people ?? null, words: sms.text, channel: "sms" as const, saidBy: null, by: choice.people.length === 1 ? choice.people[0]! : "sms", withThem: choice.fromHouse, said: undefined };
  const taken = take(choice.alert, choice.house, word, { now: given.now, newId: given.newId, emergency: given.facts.emergencyPhone });
  const values = { house: houseName(choice.house, given.words, sms.language), people: word.people ?? "", sleepers: choice.house.sleepers };
  const say = (key: string) => reply(sms.phone, sms.language, key, values, given);
  if (taken.afterEnd) {
    const call = fact === "help" ? cry({ hash: sms.hash, phone: sms.phone, text: sms.text }, given) : null;
    return given.change({
      writes: [...taken.writes, ...beside, ...(call ? [call.write] : [])], into: choice.village,
      ...(call ? { emits: { name: "unplaced", data: { unplaced: call.unplaced.id, help: true } } } : {}), sends: [say(call ? "cry" : "over")],
    });
  }
  const quiet = fact === "something" && (await explainedLately(choice, given.now));
  return given.change({ writes: [...taken.writes, ...beside], into: choice.village, emits: taken.event, sends: quiet ? [] : [say(replyKey(fact, word.people, taken.shown.partly))] });
};

/** "1", and no warning means the house: the sign of life of whoever of this number gives one each day (services/care); null where nobody does. */
export const signOfLife = async (given: Given, sms: Sms, spoken: Spoken | null, behind: readonly { readonly person: string; readonly village: string }[]): Promise<Change | null> => {
  if (spoken?.fact !== "got-it") return null;
  const people = (await Promise.all([...new Set(behind.map((each) => each.village))].map(async (village) => {
    const at = await given.open(village);
    return at ? (await givesSigns(at.table, behind.filter((each) => each.village === village).map((each) => each.person))).map((person) => ({ village, person })) : [];
  }))).flat();
  return people.length === 0 ? null : given.change({ writes: [], emits: { name: "well-said", data: { people } }, sends: [reply(sms.phone, sms.language, "well", {}, given)] });
};

/** A known number, and no warning means its house: a cry is kept all the same; anything else is told so, once an hour. */
export const nothingOpen = (given: Given, sms: Sms, spoken: Spoken | null, asked: Asked | null): Change | null => {
  if (spoken?.fact === "help") {
    const call = cry({ hash: sms.hash, phone: sms.phone, text: sms.text }, given);
    return given.change({ writes: [call.write], emits: { name: "unplaced", data: { unplaced: call.unplaced.id, help: true } }, sends: [reply(sms.phone, sms.language, "cry", {}, given)] });
  }
  if (asked?.about === "nothing-open") return null;
  return given.change({
    writes: [put(Asked, { hash: sms.hash, about: "nothing-open", text: "", choices: [], until: new Date(given.now.getTime() + HOUR).toISOString(), unplaced: null }, "over")],
    sends: [reply(sms.phone, sms.language, "nothing-open", {}, given)],
  });
};
