import { scopes } from "../../../shared/scopes.ts";
import { contract } from "../../../shared/services/proxies/contract.ts";
import { Active, Asked, Ended, Waiting } from "../../../shared/services/proxies/events.ts";
import words from "../../../shared/services/proxies/words.json" with { type: "json" };
import { Acted, hear, implement, Member, Proxy, put, readPhone, type Caller, type Stored } from "../../core/implement.ts";
import { officerWrites, personNamed } from "../../platform/sign-in/reads.ts";
import { ask } from "./ask.ts";
import { heldFor } from "./hold.ts";
import { agree, code, end, lapse, refuse, witness } from "./moves.ts";
import { Consent, ConsentBy } from "./rows.ts";
import { answerBy, dueOf, offers, viewOf, worksWith } from "./rules.ts";
import { sendCode, tellActive, tellEnded, tellWaiting } from "./tell.ts";

/** Both sides, offices, and a villager who was sent the link while a witness is looked for. */
const sees = (row: Stored<Consent>, caller: Caller): boolean =>
  caller.actor === null && (caller.person === row.proxy || (caller.person !== null && caller.person === row.elder) || worksWith(caller, row.group) || (caller.member !== null && ["asked", "waiting"].includes(row.state)));
const says = (feature: string) => scopes[feature]?.says ?? {};
const MOST = 20;

export const handler = implement("services/proxies", contract, words, {
  routes: {
    scopes: () => ({ items: offers(scopes).map(([feature, each]) => ({ feature, says: each.says })) }),
    ask,
    mine: async ({ table, caller, query, fail }) => {
      if (!caller.person) return fail("sign-in-needed");
      const page = await table.list(ConsentBy, { under: `${caller.person}#`, limit: query.limit, cursor: query.cursor });
      const rows = await table.many(Consent, page.items.map((each) => each.consent));
      return { items: rows.flatMap((row) => (row ? [viewOf(row, caller)] : [])), next: page.next };
    },
    forMe: async ({ table, caller, query }) => {
      const page = await table.byPerson(Consent, caller.person!, { limit: query.limit, cursor: query.cursor });
      return { items: page.items.map((row) => viewOf(row, caller)), next: page.next };
    },
    active: async ({ table, caller, now, fail }) => {
      if (!caller.person) return fail("sign-in-needed");
      const { items } = await table.byPerson(Proxy, caller.person, { limit: MOST });
      const held = items.filter((each) => !each.ended && each.until > now.toISOString());
      const elders = await table.many(Member, held.map((each) => each.elder));
      return { items: held.flatMap((each, i) => (elders[i]?.state === "verified" ? [{ elder: each.elder, name: elders[i].name, scopes: each.scopes, until: each.until }] : [])) };
    },
    acts: async ({ table, caller, query }) => {
      const [page, held] = await Promise.all([table.list(Acted, { under: `${caller.person}#`, limit: query.limit, cursor: query.cursor }), heldFor(table, caller.person!)]);
      const name = (proxy: string): string => held.find((each) => each.proxy === proxy)?.says ?? "";
      return { items: page.items.map((each) => ({ id: each.id, by: name(each.proxy), feature: each.feature, says: says(each.feature), at: each.at })), next: page.next };
    },
    forOffice: async ({ table, caller, query }) => {
      const page = await table.list(Consent, { limit: query.limit, cursor: query.cursor });
      const due = page.items.filter((row) => worksWith(caller, row.group) && caller.person !== row.proxy && (["asked", "waiting"].includes(row.state) || (row.state === "active" && row.told === null)));
      return { items: due.map((row) => viewOf(row, caller)), next: page.next };
    },
    one: async ({ table, caller, params, fail }) => {
      const row = await table.get(Consent, params.id);
      return row && sees(row, caller) ? viewOf(row, caller) : fail("not-found");
    },
    told: async ({ table, caller, params, settings, change, fail }) => {
      const row = await table.get(Consent, params.id);
      if (!row || !worksWith(caller, row.group) || row.state !== "active") return fail("not-found");
      if (row.told !== null) return { done: true as const };
      const { version, ...value } = row;
      return change({ writes: [put<Consent>(Consent, { ...value, told: "door" }, { version }, dueOf(row, settings.answerWithin))], emits: { name: "told", data: { consent: row.id } }, answer: { done: true } });
    },
    invite: async ({ region, body, facts, hash, newId, change, fail }) => {
      const phone = await readPhone(body.phone, facts.phoneCountries);
      if (!phone.ok) return fail("wrong-field", { field: "phone", reason: phone.reason });
      const key = await hash(phone.e164);
      const person = (await personNamed(region, key, body.name)) ?? newId();
      return change({ writes: await officerWrites(region, key, { id: person, name: body.name, village: null }), emits: { name: "invited", data: { person } }, answer: { invited: true } });
    },
  },
  lifecycle: {
    kind: Consent, sees, view: (row, caller) => viewOf(row, caller),
    clocks: { answerBy: (row, settings) => answerBy(row, settings.answerWithin), lastDay: (row) => new Date(row.until) },
    moves: { code, agree, witness, refuse, end, lapse },
  },
  on: {
    "services/proxies/asked": hear(Asked, sendCode),
    "services/proxies/active": hear(Active, tellActive),
    "services/proxies/waiting": hear(Waiting, tellWaiting),
    "services/proxies/ended": hear(Ended, tellEnded),
  },
});
