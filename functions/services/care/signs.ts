import { dayIn } from "../../../shared/contract/days.ts";
import { WellSaid } from "../../../shared/alerts/answers/events.ts";
import type { contract, HOWS } from "../../../shared/services/care/contract.ts";
import { hear, put, type Listener, type Stored, type Telling, type Write } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { insideOf } from "./insiders.ts";
import { goesOn, Well } from "./rows.ts";
import { lookAgain, type Here } from "./rules.ts";
import { careView, hereFor } from "./view.ts";

/** The row after a sign of life, and whom to tell that all is well again: those who were told of today's silence. */
const seenNow = ({ version, ...before }: Stored<Well>, how: (typeof HOWS)[number], here: Here): { well: Well; write: Write; tells: Telling[] } => {
  const day = dayIn(here.zone, here.now);
  const facts = { ...before, seen: { at: here.now.toISOString(), day, how } };
  const well: Well = { ...facts, next: lookAgain(facts, here) };
  const worried = before.told?.day === day ? before.told.steps : [];
  return { well, write: put(Well, well, { version }), tells: worried.flatMap(({ person }) => (person ? [{ person, key: "well-again", where: `services/care/${well.person}`, how: "now" as const, stays: true as const }] : [])) };
};

/** "I am well today", or the word of somebody who saw or reached them. */
export const well = async (given: For<"well">) => {
  const { table, caller, params, body, facts, now, fail, change } = given;
  const found = await insideOf(table, caller, params.person);
  if (!found?.well) return fail("not-found");
  const here = (await hereFor(given, [params.person]))(params.person);
  if (found.well.seen?.day === dayIn(facts.zone, now)) return careView(found.well, found.as, caller.person!, here);
  const themselves = found.as === "self" && caller.actor === null;
  const how = themselves ? "tap" : body.how ?? (caller.actor === null ? "seen" : "call");
  const sign = seenNow(found.well, how, here);
  return change({ writes: [sign.write], tells: sign.tells, emits: { name: "seen", data: { care: sign.well.care, how }, as: sign.well.care }, answer: careView({ ...sign.well, version: found.well.version + 1 }, found.as, caller.person!, here) });
};

/** A "1" by text while no warning means the house: everybody behind that number who gives a sign of life here, one after the other. */
export const smsListener: Listener<typeof contract> = hear(WellSaid, async (given, { data }) => {
  const turn = Number(given.from ?? 0);
  const one = data.people[turn];
  const at = one && (await given.open(one.village));
  if (!one || !at) return null;
  const next = turn + 1 < data.people.length ? { next: String(turn + 1) } : {};
  const found = goesOn(await at.table.get(Well, one.person));
  const here = (await hereFor({ ...given, ...at }, [one.person]))(one.person);
  if (!found || found.seen?.day === dayIn(given.facts.zone, given.now)) return given.change({ writes: [], into: one.village, ...next });
  const sign = seenNow(found, "sms", here);
  return given.change({ writes: [sign.write], into: one.village, emits: { name: "seen", data: { care: sign.well.care, how: "sms" }, as: sign.well.care }, tells: sign.tells, ...next });
});
