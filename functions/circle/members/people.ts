import { contract } from "../../../shared/circle/members/contract.ts";
import { maskName } from "../../../shared/contract/text.ts";
import { householdOf } from "../../affairs/households/reads.ts";
import { look as seen, lookerOf, Member, put, type AnswerOf, type Caller, type Change, type Refusal, type RouteGiven, type Stored, type Table, type Village, type Write } from "../../core/implement.ts";
import { otherOfficers } from "./verifying.ts";
import { Claim, MemberEnd } from "./rows.ts";
import { knowsByName, worksOn } from "./rules.ts";
import { searched } from "./search.ts";

type Routes = (typeof contract)["routes"];
type Given<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;
/** Households told in one change: a change holds at most 98 rows. */
const NAMES_A_PAGE = 50;

/** A member as a line of an office's roll. */
export const lineOf = (member: Member, caller: Caller) => ({ ...member, name: knowsByName(caller, member.group) ? member.name : maskName(member.name) });
/** Where a look at somebody is kept: with the household, or with themselves while they have none. */
const placeOf = (member: Member): string => member.household ?? member.person;
const inReach = async (table: Table, person: string, caller: Caller): Promise<Stored<Member> | null> => {
  const member = await table.get(Member, person);
  return member && worksOn(caller, member.group) ? member : null;
};

/** A page of the roll with its names; each household on it reads who looked and what for. */
export const names = async (given: Given<"names">): Promise<Change | Refusal | AnswerOf<Routes["names"]>> => {
  const { table, caller, body, fail } = given;
  if (body.purpose === "other" && !body.note) return fail("wrong-field", { field: "note", reason: "note-needed" });
  const page = await searched(table, { limit: NAMES_A_PAGE, cursor: body.cursor, group: body.group, q: body.q }, (member) => worksOn(caller, member.group));
  const houses = [...new Set(page.items.map(placeOf))];
  if (houses.length === 0) return { items: [], next: page.next };
  return given.change({
    writes: houses.map((household) => seen(given, lookerOf(caller), { household, purpose: body.purpose, what: "names", note: body.note ?? "" })),
    emits: { name: "looked", data: { people: page.items.length, purpose: body.purpose } }, answer: { items: page.items, next: page.next },
  });
};

/** One member for a purpose, with how they came to be one. */
export const look = async (given: Given<"look">): Promise<Change | Refusal> => {
  const { table, caller, body, params, fail } = given;
  const member = await inReach(table, params.person, caller);
  if (!member) return fail("not-found");
  if (body.purpose === "other" && !body.note) return fail("wrong-field", { field: "note", reason: "note-needed" });
  const [claims, ended] = await Promise.all([table.byPerson(Claim, member.person, { limit: 1 }), table.get(MemberEnd, member.person)]);
  const claim = claims.items.find((each) => each.state === "verified");
  return given.change({
    writes: [seen(given, lookerOf(caller), { household: placeOf(member), purpose: body.purpose, what: "file", note: body.note ?? "" })],
    emits: { name: "looked", data: { people: 1, purpose: body.purpose } },
    answer: {
      ...member, ended: ended && member.state !== "verified" ? ended : null,
      claim: claim ? { vouchers: claim.vouchers.length, byOffice: claim.vouchers.some((each) => each.office), alone: claim.alone, lack: claim.lack, at: claim.at } : null,
    },
  });
};

const holdsOffice = (village: Pick<Village, "offices">, person: string): boolean => Object.values(village.offices).some((people) => people.includes(person));
/** Who leads the household afterwards, or what is wrong with that; null where nobody has to be named. */
const headAfter = async (table: Table, member: Member, head: string | undefined): Promise<{ readonly reason: string } | { readonly head: string | null }> => {
  const house = member.household ? await householdOf(table, member.household) : null;
  const rest = house?.people.filter((each) => each.person !== member.person) ?? [];
  if (head !== undefined && !rest.some((each) => each.person === head)) return { reason: "not-of-this-house" };
  return member.head && rest.length > 1 && head === undefined ? { reason: "needs-a-head" } : { head: head ?? null };
};
const ended = (member: Stored<Member>, how: "moved" | "died" | "ended", at: string): Write => {
  const { version, ...value } = member;
  return put<Member>(Member, { ...value, state: how === "moved" ? "moved" : "ended", household: null, sleepsHere: false, head: false, since: at }, { version });
};

/** An office says that somebody moved away, died or never belonged. Who holds an office hands it over first. */
export const endFor = async (given: Given<"end">): Promise<Change | Refusal> => {
  const { table, village, caller, body, params, now, fail } = given;
  const member = await inReach(table, params.person, caller);
  if (!member) return fail("not-found");
  if (member.person === caller.person) return fail("own-vouching");
  if (member.state !== "verified") return fail("not-a-member");
  if (holdsOffice(village, member.person)) return fail("office-held");
  const house = member.household ? await householdOf(table, member.household) : null;
  if (house && caller.member?.household === house.id && (await otherOfficers(table, village.offices, house, [])).others > 0) return fail("own-household");
  const after = await headAfter(table, member, body.head);
  if ("reason" in after) return fail("wrong-field", { field: "head", reason: after.reason });
  const at = now.toISOString();
  return given.change({
    writes: [ended(member, body.how, at), put<MemberEnd>(MemberEnd, { person: member.person, how: body.how, reason: body.reason, at, by: caller.person!, office: caller.office ?? "" }, "over")],
    emits: { name: "left", data: { person: member.person, household: member.household, how: body.how, head: after.head } },
    answer: lineOf({ ...member, state: body.how === "moved" ? "moved" : "ended", household: null, since: at }, caller),
  });
};

/** "I have moved away." */
export const leave = async (given: Given<"leave">): Promise<Change | Refusal> => {
  const { table, village, caller, body, now, fail } = given;
  const member = await table.get(Member, caller.person!);
  if (!member) return fail("not-found");
  if (holdsOffice(village, member.person)) return fail("office-held");
  const after = await headAfter(table, member, body.head);
  if ("reason" in after) return fail("wrong-field", { field: "head", reason: after.reason });
  const at = now.toISOString();
  return given.change({
    writes: [ended(member, "moved", at), put<MemberEnd>(MemberEnd, { person: member.person, how: "moved", reason: "", at, by: member.person, office: "" }, "over")],
    emits: { name: "left", data: { person: member.person, household: member.household, how: "moved", head: after.head } }, answer: { done: true },
  });
};
