import { LANGUAGES, type Language } from "../../../shared/contract/language.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import { countSms, type SmsCount } from "../../../shared/contract/sms-parts.ts";
import type { VillagePart } from "../../../shared/alerts/warnings/warning.ts";
import { householdsOf, isVulnerable, sleepers } from "../../affairs/households/reads.ts";
import type { Table } from "../../core/implement.ts";
import { contactsOfMany, phonesOf } from "../contacts/reads.ts";
import { isMeant } from "../warnings/reads.ts";
import { linksGoOut, nameIn } from "./texts.ts";

/** A warning of more parts is refused: it would come late and cost three times. */
export const MOST_PARTS = 3;
const ALONE = { "GSM-7": 160, "UCS-2": 70 } as const;
const EACH = { "GSM-7": 153, "UCS-2": 67 } as const;

/** How many units shorter a text must be to save one part; 0 where there is none to save. @example 73 Chinese characters → 3 */
export const shorterBy = (count: Pick<SmsCount, "encoding" | "units" | "parts">): number =>
  count.parts === 1 ? 0 : Math.max(1, count.units - (count.parts === 2 ? ALONE[count.encoding] : EACH[count.encoding] * (count.parts - 1)));

/** The text as it leaves, with the village's name and as many letters as its link has. */
export const asItLeaves = (text: string, names: Readonly<Record<string, string>>, village: string, language: Language, facts: Pick<RegionFacts, "answers" | "smsLinks">, origin: string): string =>
  `${text.replaceAll("{village}", nameIn(names, language))}${linksGoOut(facts) ? ` ${origin}/w/${village}/${"a".repeat(10)}` : ""}`;

export interface Reach { households: number; people: number; vulnerable: number; phones: number; withoutPhone: number; readonly by: Record<Language, number> }
export const nobody = (): Reach => ({ households: 0, people: 0, vulnerable: 0, phones: 0, withoutPhone: 0, by: { zh: 0, en: 0 } });

/** Whom these parts of one village reach. Numbers that said STOP are not counted on. */
export const reachOf = async (table: Table, parts: readonly VillagePart[], first: Language, year: number): Promise<Reach> => {
  const reach = nobody();
  let at: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof householdsOf>> = await householdsOf(table, at);
    const houses = page.items.filter((house) => parts.some((part) => isMeant({ groups: part.groups ?? null, mark: part.mark ?? null }, house)));
    const books = await contactsOfMany(table, houses.map((house) => house.id));
    for (const [i, house] of houses.entries()) {
      const [line] = phonesOf(books[i] ?? null, false);
      reach.households += 1;
      reach.people += sleepers(house).length;
      if (isVulnerable(house, year)) reach.vulnerable += 1;
      if (line) { reach.phones += 1; reach.by[line.language ?? first] += 1; } else reach.withoutPhone += 1;
    }
    at = page.next;
  } while (at);
  return reach;
};

export const sum = (all: readonly Reach[]): Reach => all.reduce((a, b) => ({
  households: a.households + b.households, people: a.people + b.people, vulnerable: a.vulnerable + b.vulnerable, phones: a.phones + b.phones, withoutPhone: a.withoutPhone + b.withoutPhone,
  by: { zh: a.by.zh + b.by.zh, en: a.by.en + b.by.en },
}), nobody());

/** The longest form of each language's text over these villages. */
export const longest = (texts: readonly Record<Language, string>[]): Record<Language, SmsCount> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, texts.map((each) => countSms(each[language])).reduce((a, b) => (b.parts > a.parts || (b.parts === a.parts && b.units > a.units) ? b : a))])) as Record<Language, SmsCount>;
