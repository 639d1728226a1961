import { Changed, Merged } from "../../../shared/affairs/households/events.ts";
import { contract } from "../../../shared/circle/members/contract.ts";
import words from "../../../shared/circle/members/words.json" with { type: "json" };
import { RollImported } from "../../../shared/platform/villages/events.ts";
import { householdAt, householdOf, sameElsewhere } from "../../affairs/households/reads.ts";
import { hear, implement, Member, put, stableId, type Stored, type Table, type Village, type Write } from "../../core/implement.ts";
import { enterRoll, followChange, followMerge } from "./listeners.ts";
import { endFor, leave, lineOf, look, names } from "./people.ts";
import { Claim, MemberEnd } from "./rows.ts";
import { searched } from "./search.ts";
import { enough, isAlone, isCadre, mayDo, refusesWord, waitsFor, worksOn } from "./rules.ts";
import { otherOfficers, verifierOf } from "./verifying.ts";

const OPEN = ["claimed", "vouched"];

const view = (claim: Claim) => ({
  id: claim.id, name: claim.name, house: claim.house, group: claim.group, state: claim.state, vouchers: claim.vouchers.length,
  byOffice: claim.vouchers.some((each) => each.office), alone: claim.alone, lack: claim.lack, reason: claim.reason, at: claim.at,
});
const changed = (member: Stored<Member>, facts: Partial<Member>): Write => {
  const { version, ...value } = member;
  return put<Member>(Member, { ...value, ...facts }, { version });
};

/** What the writer of a claim reads of it. */
const ownView = (claim: Claim, village: Pick<Village, "offices">, lapseAfter: number) => ({
  ...view(claim), waitsFor: waitsFor(claim, village.offices), lapses: claim.state === "claimed" ? new Date(Date.parse(claim.at) + lapseAfter).toISOString() : null,
});
/** Somebody ended a claim, or its time did: who it was about is a claimant no more. */
const endClaimant = async (table: Table, person: string, states: readonly string[]): Promise<Write[]> => {
  const member = await table.get(Member, person);
  return member && states.includes(member.state) ? [changed(member, { state: "ended" })] : [];
};

export const handler = implement("circle/members", contract, words, {
  routes: {
    me: async ({ table, village, settings, caller, fail }) => {
      if (!caller.person) return fail("sign-in-needed");
      const member = await table.get(Member, caller.person);
      const claim = (await table.byPerson(Claim, caller.person, { limit: 1 })).items[0];
      const gone = member && member.state !== "verified" ? await table.get(MemberEnd, caller.person) : null;
      return { member, claim: claim ? ownView(claim, village, settings.lapseAfter) : null, ended: gone && gone.at === member?.since ? gone : null };
    },
    list: async ({ table, caller, query }) => {
      const page = await searched(table, query, (member) => worksOn(caller, member.group));
      return { items: page.items.map((member) => lineOf(member, caller)), next: page.next };
    },
    names, look, end: endFor, leave,
    claim: async ({ table, village, settings, caller, body, now, newId, begin, change, fail }) => {
      if (!caller.person) return fail("sign-in-needed");
      const known = await table.get(Member, caller.person);
      if (known?.state === "verified") return fail("already-a-member");
      if (known && OPEN.includes(known.state)) return fail("already-claimed");
      const at = now.toISOString();
      const claim = { id: newId(), person: caller.person, name: body.name, house: body.house, group: body.group ?? "", at, vouchers: [], alone: false, lack: false, reason: null };
      const { version, ...before } = known ?? { version: null, person: caller.person, paper: false, bornIn: null, sleepsHere: false, head: false, vulnerable: [] };
      const member: Member = { ...before, name: body.name, state: "claimed", household: null, group: "", since: at };
      return change({ writes: [begin(Claim, claim), put<Member>(Member, member, version === null ? "new" : { version })], emits: { name: "claimed", data: { claim: claim.id, person: caller.person } }, answer: ownView({ ...claim, state: "claimed", history: [] }, village, settings.lapseAfter) });
    },
    claims: async ({ table, village, caller, query }) => {
      const page = await table.list(Claim, { limit: query.limit, cursor: query.cursor });
      return { items: page.items.filter((claim) => OPEN.includes(claim.state)).map((claim) => ({ ...view(claim), may: mayDo(claim, caller, village.offices) })), next: page.next };
    },
    oneClaim: async ({ table, village, caller, params, fail }) => {
      const claim = await table.get(Claim, params.id);
      if (!claim || (caller.member === null && !isCadre(caller) && (caller.person === null || caller.person !== claim.person))) return fail("not-found");
      return { ...view(claim), may: OPEN.includes(claim.state) ? mayDo(claim, caller, village.offices) : [] };
    },
    addPaper: async ({ table, village, caller, body, now, change, fail }) => {
      const house = await householdOf(table, body.household);
      if (!house || !worksOn(caller, house.group)) return fail("wrong-field", { field: "household", reason: "no-such-household" });
      if (body.bornIn !== undefined && body.bornIn > now.getUTCFullYear()) return fail("wrong-field", { field: "bornIn", reason: "in-the-future" });
      // The same house and name is the same person, whether a list, a cadre or the household said so.
      const twin = house.people.find((each) => each.name === body.name);
      const person = twin?.person ?? stableId(`${village.id}|${house.no}|${body.name}`);
      if (!twin && (await sameElsewhere(table, { name: body.name, bornIn: body.bornIn ?? null }, house.id)) === "same") return fail("same-person-elsewhere");
      const known = await table.get(Member, person);
      if (known?.state === "verified" && known.household === house.id) return { person, state: known.state, paper: known.paper, joined: true };
      const member: Member = { person, name: body.name, state: "verified", paper: known?.paper ?? true, household: house.id, group: house.group, bornIn: body.bornIn ?? null, sleepsHere: body.sleepsHere, head: false, vulnerable: [...new Set(body.vulnerable ?? [])], since: now.toISOString() };
      return change({ writes: [put<Member>(Member, member, known ? { version: known.version } : "new")], emits: { name: "paper-added", data: { person, household: house.id } }, answer: { person, state: "verified", paper: member.paper, joined: known !== null } });
    },
  },
  lifecycle: {
    kind: Claim,
    sees: (claim, caller) => caller.member !== null || isCadre(caller) || caller.person === claim.person,
    view,
    about: (claim) => ({ values: { house: claim.house }, where: "circle/members" }),
    clocks: { lapseAt: (claim, settings) => new Date(Date.parse(claim.at) + settings.lapseAfter) },
    moves: {
      vouch: async ({ table, row, caller, now, moved, fail }) => {
        const no = refusesWord(row, caller);
        if (no) return fail(no);
        const vouchers = [...row.vouchers, { person: caller.person!, household: caller.member?.household ?? null, office: isCadre(caller), at: now.toISOString() }];
        const to = enough(vouchers) ? "vouched" as const : "claimed" as const;
        const member = await table.get(Member, row.person);
        return moved({ row: { vouchers }, to, writes: member?.state === "claimed" && to === "vouched" ? [changed(member, { state: "vouched" })] : [], emits: { name: "vouched", data: { claim: row.id, person: row.person, enough: to === "vouched" } } });
      },
      verify: async ({ table, village, row, caller, body, now, moved, fail }) => {
        if (caller.person === row.person) return fail("own-vouching");
        // A villager has no list of households: it is the one at the number that was claimed.
        const house = body.household ? await householdOf(table, body.household) : await householdAt(table, village.id, row.house);
        if (!house) return fail("wrong-field", { field: "household", reason: "no-such-household" });
        const by = verifierOf(row, house, caller, await otherOfficers(table, village.offices, house, [row.person]));
        if (by === "no-such-household") return fail("wrong-field", { field: "household", reason: by });
        if (by !== "office" && by !== "lack") return fail(by);
        if (body.instead !== undefined && !house.people.some((each) => each.person === body.instead)) return fail("wrong-field", { field: "instead", reason: "not-of-this-house" });
        const others = house.people.filter((each) => each.person !== row.person);
        const instead = (others.find((each) => each.person === body.instead) ?? others.find((each) => each.name === row.name))?.person ?? null;
        const [member, paper] = [await table.get(Member, row.person), instead ? await table.get(Member, instead) : null];
        // Only somebody on paper can turn out to be this person; a member with a phone of their own is somebody else.
        if (!member || (paper && !paper.paper)) return fail("already-a-member");
        if (!paper && (await sameElsewhere(table, { name: row.name, bornIn: member.bornIn }, house.id)) === "same") return fail("same-person-elsewhere");
        const lack = by === "lack";
        const facts = paper ? { bornIn: paper.bornIn, sleepsHere: paper.sleepsHere, head: paper.head, vulnerable: paper.vulnerable } : {};
        const alone = !lack && isAlone(row.vouchers, caller.person);
        return moved({
          row: { alone, lack },
          writes: [changed(member, { ...facts, state: "verified", paper: false, household: house.id, group: house.group, since: now.toISOString() }), ...(paper ? [changed(paper, { state: "ended", household: null, sleepsHere: false, head: false })] : [])],
          emits: { name: "verified", data: { claim: row.id, person: row.person, household: house.id, instead, alone, lack } },
          tells: [{ person: row.person, key: "verified", where: "circle/members" }],
        });
      },
      refuse: async ({ table, row, caller, body, moved, fail }) =>
        caller.person === row.person ? fail("own-vouching")
          : moved({ row: { reason: body.reason }, writes: await endClaimant(table, row.person, OPEN), emits: { name: "claim-ended", data: { claim: row.id, person: row.person } } }),
      withdraw: async ({ table, row, caller, moved, fail }) =>
        caller.person !== row.person ? fail("not-found")
          : moved({ writes: await endClaimant(table, row.person, OPEN), emits: { name: "claim-ended", data: { claim: row.id, person: row.person } } }),
      lapse: async ({ table, row, moved }) => moved({ writes: await endClaimant(table, row.person, ["claimed"]), emits: { name: "claim-ended", data: { claim: row.id, person: row.person } } }),
    },
  },
  on: {
    "platform/villages/roll-imported": hear(RollImported, enterRoll),
    "affairs/households/changed": hear(Changed, followChange),
    "affairs/households/merged": hear(Merged, followMerge),
  },
});
