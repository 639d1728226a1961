import { contract } from "../../../shared/platform/sign-in/contract.ts";
import { CodeAsked } from "../../../shared/platform/sign-in/events.ts";
import { RollImported } from "../../../shared/platform/villages/events.ts";
import words from "../../../shared/platform/sign-in/words.json" with { type: "json" };
import { add, endedCookies, enteredCookies, hear, implement, Person, put, readPhone, signSession, type Table, type Write } from "../../core/implement.ts";
import { postsOf } from "../offices/reads.ts";
import { enter } from "./enter.ts";
import { peopleFromRoll } from "./from-roll.ts";
import { secretText } from "./random.ts";
import { peopleAt } from "./reads.ts";
import { Ask, Card, CardKey, CodeDay, Family, NumberAsked, Source } from "./rows.ts";
import { cardsOf, cardView, cardWarnings, issueCard, leaveCard, ownCards, setFigures, showCard, worksWith } from "./cards.ts";
import { doubts, keepNumber, part } from "./doubts.ts";
import { CODE_MS, FORGET_MS, mayAsk, restLeft, sameText, toldOf, UNKNOWN_A_DAY, UNUSED_MS } from "./rules.ts";
import { endFamily, familyOf, refreshHash, rememberedUntil } from "./session.ts";
import { sendCode } from "./code.ts";

const SENT = { sent: true, digits: 6, seconds: 300 } as const;
const DONE = { done: true } as const;
const DAY = 86_400_000;
const tomorrow = (now: Date): number => Math.ceil((DAY - (now.getTime() % DAY)) / 1000);

/** A card reported lost opens nothing from this moment. */
const deadKey = async (region: Table, hash: string): Promise<Write[]> => {
  const key = await region.get(CardKey, hash);
  if (!key) return [];
  const { version, ...value } = key;
  return [put<CardKey>(CardKey, { ...value, state: "dead", figures: null }, { version })];
};

export const handler = implement("platform/sign-in", contract, words, {
  routes: {
    device: ({ caller, cookies, change }) => {
      cookies.push(...enteredCookies({ device: caller.device.startsWith("s-") ? secretText(16) : caller.device }));
      return change({ writes: [], quiet: "a phone got a number to be counted by", answer: DONE });
    },
    // The same reads and the same four writes for every number: neither body nor time says whether it is known.
    ask: async ({ table, region, body, facts, caller, language, hash, now, newId, change, fail }) => {
      const phone = await readPhone(body.phone, facts.phoneCountries);
      if (!phone.ok) return fail("wrong-field", { field: "phone", reason: phone.reason });
      const [key, day] = [await hash(phone.e164), now.toISOString().slice(0, 10)];
      const sourceId = `${day}#${caller.source}`;
      const [number, people, source, codes] = await Promise.all([table.get(NumberAsked, key), peopleAt(region, key), table.get(Source, sourceId), table.get(CodeDay, day)]);
      const help = { phone: facts.helpPhone };
      const rest = restLeft(number, now);
      if (rest > 0) return fail("resting", { retryAfter: rest, detail: { minutes: Math.ceil(rest / 60), ...help } });
      const may = mayAsk(number, now);
      if ("wait" in may) return fail("asked-too-often", { retryAfter: may.wait, detail: help });
      if ((codes?.sent ?? 0) >= facts.messaging.codesPerDay) return fail("codes-spent", { retryAfter: tomorrow(now), detail: help });
      const known = people.length > 0;
      if (!known && (source?.unknown ?? 0) >= UNKNOWN_A_DAY) return fail("too-many-numbers", { retryAfter: tomorrow(now), detail: help });
      const ask = newId();
      const until = new Date(now.getTime() + CODE_MS).toISOString();
      const twoDays = new Date(now.getTime() + 2 * DAY).toISOString();
      return change({
        writes: [
          put(NumberAsked, { hash: key, asks: may.asks, wrong: number?.wrong ?? 0, restUntil: null, code: number?.code ?? null, until: new Date(now.getTime() + FORGET_MS).toISOString() }, number ? { version: number.version } : "new"),
          put(Ask, { id: ask, hash: key, to: known ? phone.e164 : null, language, sent: false, until }, "new"),
          add(Source, sourceId, { asked: 1, unknown: known ? 0 : 1 }, twoDays),
          add(CodeDay, day, { asked: 1, sent: known ? 1 : 0 }, twoDays),
        ],
        emits: { name: "asked", data: { ask } }, answer: SENT,
      });
    },
    enter,
    refresh: async ({ table, caller, hash, now, cookies, change, fail }) => {
      const found = await familyOf(table, hash, caller.refresh);
      if (!found) return fail("session-ended");
      const { family, person } = found;
      // An old token can only come from a copy: both the thief's and the owner's phone are signed out, and the owner signs in again.
      if (!sameText(family.hash, found.given)) return change({ writes: endFamily(family, person), emits: { name: "revoked", data: { person: person.id } }, refuse: fail("session-ended") });
      const secret = secretText(32);
      const news = toldOf(person.devices, family.device);
      const { version: seen, ...known } = person;
      cookies.push(...enteredCookies({ session: await signSession({ person: person.id, device: family.device, village: person.village }), refresh: `${family.id}.${secret}`, device: family.device }));
      return change({
        writes: [put(Family, { ...family, hash: await refreshHash(hash, family.id, secret), until: rememberedUntil(now) }, { version: family.version }),
          ...(news ? [put(Person, { ...known, devices: news.devices }, { version: seen })] : [])],
        quiet: "a phone's token was renewed", answer: news ? { ...DONE, newPhone: news.since } : DONE,
      });
    },
    leave: async ({ table, caller, hash, cookies, change }) => {
      cookies.push(...endedCookies());
      const signedIn = caller.person ? await table.get(Person, caller.person) : null;
      const id = signedIn?.devices[caller.device]?.family;
      const family = id ? await table.get(Family, id) : null;
      const found = family ? { family, person: signedIn } : await familyOf(table, hash, caller.refresh);
      if (!found?.person) return change({ writes: [], quiet: "nobody was signed in", answer: DONE });
      return change({ writes: endFamily(found.family, found.person), emits: { name: "left", data: { person: found.person.id } }, answer: DONE });
    },
    me: async ({ table, caller, village, regionRow, fail }) => {
      const person = await table.get(Person, caller.person!);
      if (!person) return fail("not-found");
      const operator = regionRow?.operators.includes(person.id) ? [{ at: "region" as const, id: regionRow.name, office: "operator" }] : [];
      return {
        person: person.id, name: caller.member?.name ?? person.name ?? "", language: person.language,
        village: village ? { id: village.id, names: village.names, household: caller.member?.household ?? null } : null,
        offices: [...operator, ...(await postsOf(table, person.id))],
        devices: Object.entries(person.devices).map(([device, { label, since }]) => ({ device, label, since, here: device === caller.device })),
      };
    },
    language: async ({ table, caller, body, change, fail }) => {
      const person = await table.get(Person, caller.person!);
      if (!person) return fail("not-found");
      return change({ writes: [put(Person, { ...person, language: body.language }, { version: person.version })], quiet: "a person's own language", answer: DONE });
    },
    issueCard, ownCards, cardsOf, setFigures, showCard, leaveCard, cardWarnings, doubts, part, keepNumber,
    forget: async ({ table, caller, params, change, fail }) => {
      const person = await table.get(Person, caller.person!);
      const family = person?.devices[params.device] ? await table.get(Family, person.devices[params.device]!.family) : null;
      if (!person || !family) return fail("not-found");
      return change({ writes: endFamily(family, person), emits: { name: "left", data: { person: person.id } }, answer: DONE });
    },
  },
  lifecycle: {
    kind: Card,
    sees: (card, caller) => (caller.member !== null && caller.member.household === card.household) || worksWith(caller, card.group),
    view: cardView,
    clocks: { unused: (card) => new Date(Date.parse(card.at) + UNUSED_MS) },
    moves: {
      lost: async ({ row, region, moved }) => moved({ writes: await deadKey(region, row.hash), emits: { name: "card-lost", data: { card: row.id, person: row.person } } }),
      lapse: async ({ row, region, moved }) => moved({ writes: await deadKey(region, row.hash), emits: { name: "card-lost", data: { card: row.id, person: row.person } } }),
    },
  },
  on: {
    "platform/sign-in/asked": hear(CodeAsked, async ({ change }, event) => change({ writes: [], tasks: [{ work: "code", lane: "codes", data: { ask: event.data.ask } }] })),
    "platform/villages/roll-imported": hear(RollImported, peopleFromRoll),
  },
  work: { code: sendCode },
});
