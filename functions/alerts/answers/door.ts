import type * as z from "zod";
import { Reported } from "../../../shared/affairs/door-codes/events.ts";
import type { contract } from "../../../shared/alerts/answers/contract.ts";
import { say } from "../../../shared/contract/language.ts";
import { doorReport } from "../../affairs/door-codes/reads.ts";
import { hear, put, type Change, type Heard, type HeardGiven } from "../../core/implement.ts";
import { houseHere, warningHere } from "./here.ts";
import { Unplaced } from "./rows.ts";
import { take } from "./take.ts";

/**
 * Somebody at a door, who need not be of the house. "Help is needed here" is a call for help of that house at once: one too many costs a
 * walk. "I saw them leave" accounts for nobody: it goes to the duty officers as a word to be placed by a person.
 */
export const doorListener = hear(Reported, async (given: HeardGiven<typeof contract>, { data, at, by }: Heard<z.infer<typeof Reported.data>>): Promise<Change | null> => {
  const { table, village, now, newId, words, facts, change } = given;
  const [alert, report] = await Promise.all([warningHere(given, data.warning), doorReport(table, data.report)]);
  const house = alert && (await houseHere(table, alert, data.house, now));
  if (!alert || !house || !report) return null;
  const language = facts.languages[0]!;
  const text = [say(words, language, `door.${data.fact}`), report.words].filter(Boolean).join(" · ");
  if (data.fact === "help") {
    const { writes, afterEnd, event } = take(alert, house, { fact: "help", people: null, words: text, channel: "door", saidBy: null, by, withThem: false, said: at }, { now, newId, emergency: facts.emergencyPhone });
    if (!afterEnd) return change({ writes, emits: event });
  }
  const where = [village.names[language] ?? village.id, house.no, text].join(" · ");
  const unplaced = { id: newId(), hash: "", phone: "", text: where, help: data.fact === "help", at, asked: false, placed: null };
  return change({ writes: [put(Unplaced, unplaced, "new")], emits: { name: "unplaced", data: { unplaced: unplaced.id, help: unplaced.help } } });
});
