import type { contract } from "../../../shared/alerts/answers/contract.ts";
import { Placed } from "../../../shared/alerts/answers/events.ts";
import { maskPhone } from "../../../shared/contract/text.ts";
import { hear, type Listener, type Stored, type Table } from "../../core/implement.ts";
import { houseHere, warningHere } from "./here.ts";
import { readAnswer } from "./read-answer.ts";
import { Unplaced } from "./rows.ts";
import { take } from "./take.ts";

const NEWEST = 100;

/** One unplaced answer as the duty officers see it; the whole number only for who has to call back. */
export const unplacedLine = (each: Stored<Unplaced>) =>
  ({ id: each.id, from: maskPhone(each.phone), phone: each.phone, text: each.text, at: each.at, help: each.help, placed: each.placed !== null });

/** A page of unplaced answers, newest first; the first page begins with every call for help nobody has placed among the newest hundred. */
export const unplacedPage = async (region: Table, query: { cursor?: string | undefined; limit: number }) => {
  const page = await region.list(Unplaced, { limit: query.limit, cursor: query.cursor });
  const calls = query.cursor ? [] : (await region.list(Unplaced, { limit: NEWEST })).items.filter((each) => each.help && !each.placed);
  const above = new Set(calls.map((each) => each.id));
  return { items: [...calls, ...page.items.filter((each) => !above.has(each.id))].map(unplacedLine), next: page.next };
};

/** A person found the house an unplaced word belongs to: it becomes that house's answer, by the number it came from. */
export const placedListener: Listener<typeof contract> = hear(Placed, async (given, { data, by }) => {
  const unplaced = await given.region.get(Unplaced, data.unplaced);
  const at = unplaced?.placed ? await given.open(unplaced.placed.village) : null;
  const alert = at && (await warningHere(at, data.warning));
  const house = at && alert && (await houseHere(at.table, alert, data.household, given.now));
  if (!unplaced || !at || !alert || !house) return null;
  const read = readAnswer(unplaced.text);
  const spoken = read && "fact" in read ? read : null;
  const fact = unplaced.help ? "help" : spoken?.fact ?? "something";
  const { writes, afterEnd, event } = take(alert, house, { fact, people: fact === "left" ? spoken?.people ?? null : null, words: unplaced.text, channel: "sms", saidBy: null, by, withThem: false, said: unplaced.at },
    { now: given.now, newId: given.newId, emergency: given.facts.emergencyPhone });
  return given.change({ writes, into: at.village.id, ...(afterEnd ? {} : { emits: event }) });
});
