import { milliseconds, type DurationText } from "../../../shared/contract/settings.ts";
import { CONSENT_PURPOSES, type ConsentPurpose } from "../../../shared/platform/privacy/consent.ts";
import { contract } from "../../../shared/platform/privacy/contract.ts";
import words from "../../../shared/platform/privacy/words.json" with { type: "json" };
import { deciders, householdOf, worksOn } from "../../affairs/households/reads.ts";
import { implement, Look, Member, put, type Stored, type Write } from "../../core/implement.ts";
import { holdsNow, isPurpose, withWord } from "./rules.ts";
import { Consent, type Said } from "./rows.ts";

const view = (purpose: ConsentPurpose, history: readonly Said[]) => ({ purpose, holds: holdsNow(purpose, history), said: history.length > 0, history: [...history].reverse() });
/** The record with one more word, and what is said of it. */
const spoken = (person: string, purpose: ConsentPurpose, before: Stored<Consent> | null, word: Said) => {
  const history = withWord(before?.history ?? [], word);
  const write: Write = put<Consent>(Consent, { person, purpose, history }, before ? { version: before.version } : "new");
  return { writes: [write], emits: { name: word.given ? "given" as const : "withdrawn" as const, data: { person, purpose, how: word.how } }, answer: view(purpose, history) };
};
const LOOKS = "affairs/households";

export const handler = implement("platform/privacy", contract, words, {
  routes: {
    looks: ({ table, caller, query }) => table.list(Look, { under: `${caller.member!.household ?? caller.person}#`, limit: query.limit, cursor: query.cursor }),
    consents: async ({ table, caller }) => {
      const rows = await table.many(Consent, CONSENT_PURPOSES.map((purpose) => `${caller.person}#${purpose}`));
      return { items: CONSENT_PURPOSES.map((purpose, i) => view(purpose, rows[i]?.history ?? [])) };
    },
    say: async ({ table, caller, params, body, now, change, fail }) => {
      if (!isPurpose(params.purpose)) return fail("not-found");
      const before = await table.get(Consent, `${caller.person}#${params.purpose}`);
      return change(spoken(caller.person!, params.purpose, before, { given: body.given, at: now.toISOString(), how: "web", by: caller.person!, office: null, proof: "" }));
    },
    sayFor: async ({ table, village, caller, params, body, now, change, fail }) => {
      const member = await table.get(Member, params.person);
      if (!isPurpose(params.purpose) || !member || member.state !== "verified" || !worksOn(caller, member.group)) return fail("not-found");
      const own = member.household !== null && caller.member?.household === member.household;
      const house = own && body.given ? await householdOf(table, member.household!) : null;
      if (house && (await deciders(table, village.offices, house)).others > 0) return fail("own-household");
      const before = await table.get(Consent, `${member.person}#${params.purpose}`);
      return change(spoken(member.person, params.purpose, before, { given: body.given, at: now.toISOString(), how: body.how, by: caller.person!, office: caller.office, proof: body.proof }));
    },
    kept: async () => {
      const { contracts } = await import("../../../shared/registry.ts");
      const items = Object.entries(contracts).map(([feature, each]) => {
        const keeps: Readonly<Record<string, DurationText>> = each.keeps ?? {};
        return { feature, ends: Object.entries(keeps).map(([kind, time]) => ({ kind, after: milliseconds(time) })), stays: [each.prefix].flat().filter((kind) => !(kind in keeps)) };
      });
      return { items, looks: items.find((each) => each.feature === LOOKS)!.ends.find((each) => each.kind === "LOOK")!.after };
    },
  },
});
