import words from "../../../shared/circle/lost-found/words.json" with { type: "json" };
import { townshipOf, type RegionFacts } from "../../../shared/contract/region.ts";
import { say } from "../../../shared/contract/language.ts";
import { contactsOfMany, phonesOf } from "../../alerts/contacts/reads.ts";
import { County, Member, type Outgoing, type Stored, type Table, type Telling, type Village } from "../../core/implement.ts";
import type { Lost } from "./rows.ts";
import { LEVELS, nextCalled } from "./rules.ts";

interface Where { readonly table: Table; readonly village: Stored<Village>; readonly county: Pick<Table, "get">; readonly facts: RegionFacts; readonly now: Date; readonly settings: { readonly callWithin: number } }
/** An SMS to those called whose household has a phone, whatever the hour: somebody is missing. */
const texts = async ({ table, village, facts, now }: Where, people: readonly string[]): Promise<Outgoing[]> => {
  const members = (await table.many(Member, people)).filter((each) => each?.household);
  const books = await contactsOfMany(table, members.map((each) => each!.household!));
  return books.flatMap((book, i): Outgoing[] => {
    const entry = phonesOf(book, true).find((each) => each.person === members[i]!.person) ?? phonesOf(book, true)[0];
    if (!entry) return [];
    const language = entry.language === "en" ? "en" : "zh";
    const params = { village: village.names[language] ?? village.names["zh"] ?? village.id, phone: facts.helpPhone };
    return [{ to: entry.phone, templateKey: "person-missing", params, text: say(words, language, "sms.call", params), expiresAt: new Date(now.getTime() + 3_600_000).toISOString(), purpose: "warning" }];
  });
};

/**
 * Calls the next in turn to confirm that somebody is missing, as a call for help goes on to the next taker (alerts/roll-call): each is told and gets an SMS;
 * when nobody is left the call ends, and what stands stays up as not yet confirmed.
 */
export const callOn = async (given: Where, lost: Pick<Lost, "id">, from: number): Promise<{ level: number; callAt: string | null; tells: Telling[]; sends: Outgoing[] }> => {
  // A clock is given no county row: it is read here.
  const township = (await given.county.get(County, ""))?.townships[townshipOf(given.facts, given.village.id)]?.offices ?? {};
  const { level, people } = nextCalled(from, given.village.offices, township);
  return {
    level, callAt: level + 1 < LEVELS ? new Date(given.now.getTime() + given.settings.callWithin).toISOString() : null,
    tells: people.map((person) => ({ person, key: "call", where: `circle/lost-found/${lost.id}`, how: "now" })), sends: await texts(given, people),
  };
};
