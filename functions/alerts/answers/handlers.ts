import { contract } from "../../../shared/alerts/answers/contract.ts";
import words from "../../../shared/alerts/answers/words.json" with { type: "json" };
import { implement, put, type Caller, type Table, type Village } from "../../core/implement.ts";
import { linkOf } from "../roll-call/reads.ts";
import type { Alert } from "../warnings/reads.ts";
import { doorListener } from "./door.ts";
import { houseHere, warningHere, type At, type House } from "./here.ts";
import { answerPage } from "./page.ts";
import { placedListener, unplacedPage } from "./placing.ts";
import { answersOf } from "./reads.ts";
import { Unplaced } from "./rows.ts";
import { addsNothing, speaksFromHouse } from "./rules.ts";
import { smsListener } from "./sms.ts";
import { stopListener } from "./stop.ts";
import { cry, take, type Word } from "./take.ts";

type Found = { readonly alert: Alert; readonly house: House };
type Here = At & { readonly now: Date; readonly hash: (text: string) => Promise<string> };

const found = async (at: Here, warning: string, household: string): Promise<Found | null> => {
  const alert = await warningHere(at, warning);
  const house = alert && (await houseHere(at.table, alert, household, at.now));
  return alert && house ? { alert, house } : null;
};
/** What a code stands for: unknown, of another village and past its time are alike nothing. */
const byCode = async (at: Here, code: string): Promise<Found | null> => {
  const link = await linkOf(at.table, at.hash, code.trim().toLowerCase());
  return link ? found(at, link.warning, link.household) : null;
};

interface Said { readonly fact: Word["fact"]; readonly people?: number | undefined; readonly words?: string | undefined; readonly said?: string | undefined }
interface Taking { readonly table: Table; readonly village: Village; readonly now: Date; readonly newId: () => string; readonly facts: { readonly emergencyPhone: string } }

/** What to change for a word said on a page: told to the roll while the warning holds; after its end kept, and a cry handed on. */
const takeOnPage = async ({ table, village, now, newId, facts }: Taking, { alert, house }: Found, body: Said, how: Pick<Word, "channel" | "saidBy" | "by" | "withThem">) => {
  const word: Word = { fact: body.fact, people: body.people ?? null, words: body.words ?? null, said: body.said, ...how };
  const taken = take(alert, house, word, { now, newId, emergency: facts.emergencyPhone });
  const last = (await answersOf(table, alert.id, house.id)).items;
  if (addsNothing(last, word, now)) return { writes: [], quiet: "the same word, again and again", answer: taken.shown };
  if (!taken.afterEnd) return { writes: taken.writes, emits: taken.event, answer: taken.shown };
  if (word.fact !== "help") return { writes: taken.writes, quiet: "the warning is over; the word is kept for its report", answer: taken.shown };
  const where = [village.names["zh"], house.no, word.saidBy, word.words].filter(Boolean).join(" · ");
  const call = cry({ hash: "", phone: "", text: where }, { now, newId });
  return { writes: [...taken.writes, call.write], emits: { name: "unplaced" as const, data: { unplaced: call.unplaced.id, help: true } }, answer: taken.shown };
};

/** A household's own page: told apart from a relative far away by who sleeps in the house. Who acts for somebody there is far away too. */
const ownWord = (caller: Pick<Caller, "key" | "person" | "actor" | "actorName" | "channel">, house: House, channel: "link" | "web"): Pick<Word, "channel" | "saidBy" | "by" | "withThem"> =>
  caller.actor !== null ? { channel: "relative", saidBy: caller.actorName, by: caller.key, withThem: false }
    : { channel: caller.channel === "card" ? "card" : channel, saidBy: null, by: caller.key, withThem: speaksFromHouse(house.people, caller.person) };

export const handler = implement("alerts/answers", contract, words, {
  routes: {
    page: async (given) => {
      const it = await byCode(given, given.params.code);
      return it ? answerPage(it.alert, it.house, given, "link") : given.fail("not-found");
    },
    byLink: async (given) => {
      const it = await byCode(given, given.params.code);
      if (!it) return given.fail("not-found");
      return given.change(await takeOnPage(given, it, given.body, ownWord(given.caller, it.house, "link")));
    },
    minePage: async (given) => {
      const it = await found(given, given.params.warning, given.caller.member?.household ?? "");
      return it ? answerPage(it.alert, it.house, given, "household") : given.fail("not-found");
    },
    mine: async (given) => {
      const it = await found(given, given.params.warning, given.caller.member?.household ?? "");
      if (!it) return given.fail("not-found");
      return given.change(await takeOnPage(given, it, given.body, ownWord(given.caller, it.house, "web")));
    },
    forHousehold: async (given) => {
      const { params, body, caller } = given;
      const it = await found(given, params.warning, params.household);
      if (!it) return given.fail("not-found");
      return given.change(await takeOnPage(given, it, body, { channel: "relative", saidBy: body.saidBy, by: caller.key, withThem: body.inPerson }));
    },
    unplaced: ({ region, query }) => unplacedPage(region, query),
    unplacedOfCounty: ({ region, query }) => unplacedPage(region, query),
    place: async (given) => {
      const { params, body, fail, now } = given;
      const unplaced = await given.region.get(Unplaced, params.id);
      if (!unplaced) return fail("not-found");
      if (unplaced.placed) return fail("already-placed");
      const table = given.inVillage(body.village);
      const alert = await warningHere({ table, county: given.county, village: { id: body.village, names: {} } }, body.warning);
      if (!alert || !(await houseHere(table, alert, body.household, now))) return fail("not-found");
      const { version, ...rest } = unplaced;
      return given.change({ writes: [put(Unplaced, { ...rest, placed: body }, { version })], emits: { name: "placed", data: { unplaced: unplaced.id, warning: body.warning, household: body.household } }, answer: { placed: true as const } });
    },
  },
  on: { "carrier/received": smsListener, "alerts/answers/placed": placedListener, "alerts/answers/stopped": stopListener, "affairs/door-codes/reported": doorListener },
});
