import { Changed, Merged } from "../../../shared/affairs/households/events.ts";
import { contract } from "../../../shared/circle/members/contract.ts";
import words from "../../../shared/circle/members/words.json" with { type: "json" };
import { maskName } from "../../../shared/contract/text.ts";
import { RollImported } from "../../../shared/platform/villages/events.ts";
import { householdOf } from "../../affairs/households/reads.ts";
import { hear, implement, Member, put, stableId, type Stored, type Write } from "../../core/implement.ts";
import { enterRoll, followChange, followMerge } from "./listeners.ts";
import { Claim } from "./rows.ts";
import { enough, holders, isAlone, isCadre, knowsByName, refusesWord, worksOn } from "./rules.ts";

const OPEN = ["claimed", "vouched"];
const VERIFIERS = ["secretary", "committee", "grid-worker", "group-leader"];

const view = (claim: Claim) => ({
  id: claim.id, name: claim.name, house: claim.house, group: claim.group, state: claim.state, vouchers: claim.vouchers.length,
  byOffice: claim.vouchers.some((each) => each.office), alone: claim.alone, reason: claim.reason, at: claim.at,
});
const changed = (member: Stored<Member>, facts: Partial<Member>): Write => {
  const { version, ...value } = member;
  return put<Member>(Member, { ...value, ...facts }, { version });
};

export const handler = implement("circle/members", contract, words, {
  routes: {
    me: async ({ table, caller, fail }) => {
      if (!caller.person) return fail("sign-in-needed");
      const member = await table.get(Member, caller.person);
      const claim = (await table.byPerson(Claim, caller.person, { limit: 1 })).items[0];
      return { member, claim: claim ? view(claim) : null };
    },
    list: async ({ table, caller, query }) => {
      const page = await table.list(Member, { limit: query.limit, cursor: query.cursor, oldestFirst: true });
      const items = page.items.filter((member) => worksOn(caller, member.group)).map((member) => ({ ...member, name: knowsByName(caller, member.group) ? member.name : maskName(member.name) }));
      return { items, next: page.next };
    },
    claim: async ({ table, caller, body, now, newId, begin, change, fail }) => {
      if (!caller.person) return fail("sign-in-needed");
      const known = await table.get(Member, caller.person);
      if (known?.state === "verified") return fail("already-a-member");
      if (known && OPEN.includes(known.state)) return fail("already-claimed");
      const at = now.toISOString();
      const claim = { id: newId(), person: caller.person, name: body.name, house: body.house, group: body.group ?? "", at, vouchers: [], alone: false, reason: null };
      const { version, ...before } = known ?? { version: null, person: caller.person, paper: false, bornIn: null, sleepsHere: false, head: false, vulnerable: [] };
      const member: Member = { ...before, name: body.name, state: "claimed", household: null, group: "", since: at };
      return change({ writes: [begin(Claim, claim), put<Member>(Member, member, version === null ? "new" : { version })], emits: { name: "claimed", data: { claim: claim.id, person: caller.person } }, answer: view({ ...claim, state: "claimed", history: [] }) });
    },
    claims: async ({ table, query }) => {
      const page = await table.list(Claim, { limit: query.limit, cursor: query.cursor });
      return { items: page.items.filter((claim) => OPEN.includes(claim.state)).map(view), next: page.next };
    },
    addPaper: async ({ table, village, caller, body, now, change, fail }) => {
      const house = await householdOf(table, body.household);
      if (!house || !worksOn(caller, house.group)) return fail("wrong-field", { field: "household", reason: "no-such-household" });
      if (body.bornIn !== undefined && body.bornIn > now.getUTCFullYear()) return fail("wrong-field", { field: "bornIn", reason: "in-the-future" });
      // The same house and name is the same person, whether a list, a cadre or the household said so.
      const twin = house.people.find((each) => each.name === body.name);
      const person = twin?.person ?? stableId(`${village.id}|${house.no}|${body.name}`);
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
        const house = await householdOf(table, body.household);
        if (!house || !worksOn(caller, house.group)) return fail("wrong-field", { field: "household", reason: "no-such-household" });
        if (caller.member?.household === house.id && holders(village.offices, VERIFIERS) > 1) return fail("own-household");
        if (body.instead !== undefined && !house.people.some((each) => each.person === body.instead)) return fail("wrong-field", { field: "instead", reason: "not-of-this-house" });
        const others = house.people.filter((each) => each.person !== row.person);
        const instead = (others.find((each) => each.person === body.instead) ?? others.find((each) => each.name === row.name))?.person ?? null;
        const [member, paper] = [await table.get(Member, row.person), instead ? await table.get(Member, instead) : null];
        // Only somebody on paper can turn out to be this person; a member with a phone of their own is somebody else.
        if (!member || (paper && !paper.paper)) return fail("already-a-member");
        const facts = paper ? { bornIn: paper.bornIn, sleepsHere: paper.sleepsHere, head: paper.head, vulnerable: paper.vulnerable } : {};
        const alone = isAlone(row.vouchers, caller.person);
        return moved({
          row: { alone },
          writes: [changed(member, { ...facts, state: "verified", paper: false, household: house.id, group: house.group, since: now.toISOString() }), ...(paper ? [changed(paper, { state: "ended", household: null, sleepsHere: false, head: false })] : [])],
          emits: { name: "verified", data: { claim: row.id, person: row.person, household: house.id, instead, alone } },
        });
      },
      refuse: async ({ table, row, caller, body, moved, fail }) => {
        if (caller.person === row.person) return fail("own-vouching");
        const member = await table.get(Member, row.person);
        return moved({ row: { reason: body.reason }, writes: member && OPEN.includes(member.state) ? [changed(member, { state: "ended" })] : [], emits: { name: "claim-ended", data: { claim: row.id, person: row.person } } });
      },
      lapse: async ({ table, row, moved }) => {
        const member = await table.get(Member, row.person);
        return moved({ writes: member?.state === "claimed" ? [changed(member, { state: "ended" })] : [], emits: { name: "claim-ended", data: { claim: row.id, person: row.person } } });
      },
    },
  },
  on: {
    "platform/villages/roll-imported": hear(RollImported, enterRoll),
    "affairs/households/changed": hear(Changed, followChange),
    "affairs/households/merged": hear(Merged, followMerge),
  },
});
