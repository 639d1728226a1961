import { say, type Language, type WordsFile } from "../../../shared/contract/language.ts";
import type { ProblemExtra, Refusal } from "../../../shared/contract/problem.ts";
import type { OPEN_THINGS } from "../../../shared/affairs/households/household.ts";
import { Member, type Caller, type Table, type Village } from "../../core/implement.ts";
import { worksOn } from "./rules.ts";
import type { Fix } from "./rows.ts";
import type { Weighed } from "./weigh.ts";

type Offices = Village["offices"];
export const TOWNSHIP = "township:director";
const DECIDERS = ["secretary", "committee", "grid-worker", "group-leader"];

/**
 * How many people could decide on what concerns a household: holders of the deciding offices who work on its group, those who live in it
 * apart from the others. Where there are no others, one of its own or the township decides: nothing waits for somebody who is not there.
 * @param besides people who do not count, because it is about them
 */
export const deciders = async (table: Table, offices: Offices, house: { readonly id: string; readonly group: string }, besides: readonly string[] = []): Promise<{ own: number; others: number }> => {
  const people = [...new Set(DECIDERS.flatMap((name) => offices[name] ?? []))].filter((person) => !besides.includes(person)).slice(0, 100);
  const members = people.length > 0 ? await table.many(Member, people) : [];
  const counted = people.flatMap((person, i) => {
    const holds = DECIDERS.filter((name) => offices[name]?.includes(person)).map((name) => `office:${name}`);
    const member = members[i] ?? null;
    return worksOn({ holds, member: member && { household: member.household, group: member.group } }, house.group) ? [member?.household === house.id] : [];
  });
  return { own: counted.filter(Boolean).length, others: counted.filter((own) => !own).length };
};

/** Why this officer does not decide on this correction; null when they do. */
export const mayNot = async (table: Table, fix: Fix, caller: Caller, village: { readonly offices: Offices }): Promise<"not-found" | "own-household" | null> => {
  const officer = worksOn(caller, fix.group);
  const own = caller.member?.household === fix.household;
  if (officer && !own) return null;
  if (!officer && !caller.holds.includes(TOWNSHIP)) return "not-found";
  const { others } = await deciders(table, village.offices, { id: fix.household, group: fix.group });
  return others === 0 ? null : officer ? "own-household" : "not-found";
};

type Fails = "wrong-field" | "open-things" | Extract<Weighed, { no: string }>["no"];
interface Says { readonly fail: (code: Fails, extra?: ProblemExtra) => Refusal; readonly words: WordsFile; readonly language: Language }
type SaysOpen = Omit<Says, "fail"> & { readonly fail: (code: "open-things", extra?: ProblemExtra) => Refusal };

/** The refusal that names what is still open. */
export const openRefusal = (open: readonly (typeof OPEN_THINGS)[number][], { fail, words, language }: SaysOpen): Refusal =>
  fail("open-things", { detail: { things: open.map((each) => say(words, language, `open.${each}`)).join("、") } });
/** Why a change cannot be asked for; null when it can. */
export const refusalOf = (weighed: Weighed, given: Says): Refusal | null =>
  "no" in weighed ? given.fail(weighed.no)
    : "open" in weighed ? openRefusal(weighed.open, given)
      : "wrong" in weighed ? given.fail("wrong-field", { field: weighed.wrong.field, reason: weighed.wrong.reason }) : null;
