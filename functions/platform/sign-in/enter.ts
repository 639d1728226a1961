import type { contract } from "../../../shared/platform/sign-in/contract.ts";
import { Person, put, readPhone, type Change, type Refusal, type RouteGiven } from "../../core/implement.ts";
import type { AnswerOf } from "../../core/implement.ts";
import { postsOf } from "../offices/reads.ts";
import { codeHash } from "./code.ts";
import { secretText } from "./random.ts";
import { peopleAt } from "./reads.ts";
import { NumberAsked } from "./rows.ts";
import { FORGET_MS, hinted, judgeCode, opensAlone, REST_MS, restLeft, sameText } from "./rules.ts";
import { doubted, numberMark } from "./doubts.ts";
import { endFamily, familyOf, letIn } from "./session.ts";

type Given = RouteGiven<typeof contract, (typeof contract)["routes"]["enter"]>;

/** A code is given: the right one opens, once; a wrong one is counted before it is refused. */
export const enter = async (given: Given): Promise<AnswerOf<(typeof contract)["routes"]["enter"]> | Change | Refusal> => {
  const { table, body, facts, caller, now, change, fail } = given;
  const phone = await readPhone(body.phone, facts.phoneCountries);
  if (!phone.ok) return fail("wrong-field", { field: "phone", reason: phone.reason });
  const key = await given.hash(phone.e164);
  const number = await table.get(NumberAsked, key);
  const resting = (seconds: number): Refusal => fail("resting", { retryAfter: seconds, detail: { minutes: Math.ceil(seconds / 60), phone: facts.helpPhone } });
  const rest = restLeft(number, now);
  if (rest > 0) return resting(rest);
  const judged = judgeCode(number, await codeHash(given.hash, key, body.code), now);
  const until = new Date(now.getTime() + FORGET_MS).toISOString();
  const when = number ? { version: number.version } : "new";
  if (judged.is === "old") return fail("code-too-old");
  if (judged.is === "wrong") {
    const over = judged.restUntil !== null;
    return change({
      writes: [put(NumberAsked, { hash: key, asks: number?.asks ?? [], wrong: over ? 0 : (number?.wrong ?? 0) + 1, restUntil: judged.restUntil, code: over ? null : number?.code ?? null, until }, when)],
      quiet: "a wrong code is counted on its number", refuse: over ? resting(REST_MS / 1000) : fail("wrong-code", { detail: { left: judged.left } }),
    });
  }
  const people = await peopleAt(table, key);
  const rows = await table.many(Person, people.map((each) => each.person));
  if (body.nobodyOfThese) return doubted(given, { number: number!, until, phone: phone.e164, people });
  if (!body.person && people.length > 0 && !opensAlone(rows, caller.device)) return { choose: people.map((each, i) => ({ person: each.person, name: hinted(rows[i]?.name ?? "") })) };
  const index = body.person ? people.findIndex((each) => each.person === body.person) : 0;
  const who = people[index];
  if (!who) return fail(body.person ? "wrong-field" : "wrong-code", body.person ? { field: "person", reason: "not-a-list-member" } : { detail: { left: 0 } });
  const row = rows[index] ?? null;
  const device = caller.device.startsWith("s-") ? secretText(16) : caller.device;
  const entered = await letIn(given, { id: who.person, village: who.village, row }, device, "", numberMark(key));
  // Another's session on the same phone ends: one phone speaks for one person at a time.
  const before = await familyOf(table, given.hash, caller.refresh);
  const ends = before && sameText(before.family.hash, before.given) && before.person.id !== who.person ? endFamily(before.family, before.person) : [];
  given.cookies.push(...entered.cookies);
  const operator = given.regionRow?.operators.includes(who.person) ? [{ at: "region" as const, id: given.regionRow.name, office: "operator" }] : [];
  return change({
    writes: [...entered.writes, ...ends, put(NumberAsked, { ...number!, code: null, wrong: 0, until }, { version: number!.version })],
    emits: { name: "entered", data: { person: who.person } },
    answer: { person: who.person, name: row?.name ?? "", village: row?.village ?? who.village, offices: [...operator, ...(await postsOf(table, who.person))] },
  });
};
