import type { MyHome, PublicHome } from "../../../shared/affairs/village-home/home.ts";
import { COLOURS, hazards, type Colour, type Hazard } from "../../../shared/alerts/warnings/hazards.ts";
import { LANGUAGES, say, type Language, type WordsFile } from "../../../shared/contract/language.ts";

type Both = Record<Language, string>;
type Values = Readonly<Record<string, string | number>>;
/** A sentence in every language; what differs between languages is given as a function. @example spoken(words, "know") // { zh: "知道了", en: "I know" } */
export const spoken = (words: WordsFile, key: string, values: Values | ((language: Language) => Values) = {}): Both =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(words, language, key, typeof values === "function" ? values(language) : values)])) as Both;

/** The features a village that chose none shows as its doors. A test holds each to a contract that may be a door. */
export const USUAL_DOORS: readonly string[] = ["affairs/notices", "circle/guestbook"];
/** The six doors, without what the village switched off. */
export const doorsOf = (village: { readonly doors: readonly string[]; readonly off: readonly string[] }): string[] =>
  (village.doors.length > 0 ? village.doors : USUAL_DOORS).filter((each) => !village.off.includes(each)).slice(0, 6);

/** Who answers the village's number, in this order. */
const DUTY = ["duty-officer", "secretary", "director", "committee"];
/** The first filled of the posts that are on duty; a post whose holder nobody can name is passed over. */
export const onDuty = (officers: PublicHome["officers"]): string | null =>
  DUTY.flatMap((office) => officers.filter((each) => each.office === office)).find((each) => each.name !== "")?.name ?? null;

/** What a warning's line needs of it. */
export interface Warned {
  readonly id: string; readonly colour: Colour; readonly hazard: Hazard; readonly texts: Readonly<Record<Language, { readonly headline: string; readonly what: string }>>;
  readonly issuedAt: string; readonly expires: string | null; readonly source: { readonly issuer: string } | null;
}
/** From the worst colour to the least, the newer first within one. */
export const worstFirst = <T extends Pick<Warned, "id" | "colour" | "issuedAt">>(warnings: readonly T[]): T[] => {
  const age = (each: T): string => each.issuedAt + each.id;
  return [...warnings].sort((a, b) => COLOURS.indexOf(b.colour) - COLOURS.indexOf(a.colour) || (age(a) < age(b) ? 1 : -1));
};
/** A warning as home says it. @param village whose own warning it is when it was not relayed */
export const warningLine = (warning: Warned, village: Readonly<Record<string, string>>): NonNullable<PublicHome["warning"]> => {
  const { zh, en } = warning.texts;
  return {
    id: warning.id, colour: warning.colour, hazard: hazards[warning.hazard].name, what: { zh: zh.what, en: en.what }, headline: { zh: zh.headline, en: en.headline },
    until: warning.expires, sent: warning.issuedAt, from: warning.source?.issuer ?? village,
  };
};

const LINE = 60;
const cut = (text: string): string => { const letters = [...text.replace(/\s+/g, " ").trim()]; return letters.length > LINE ? `${letters.slice(0, LINE - 1).join("")}…` : letters.join(""); };
/** A greeting as news, with as much of who said it as the guest told. */
export const guestLine = (words: WordsFile, { name, hometown, words: said }: { readonly name: string; readonly hometown: string; readonly words: string }): Both => {
  const key = name && hometown ? "guest.from" : hometown ? "guest.of" : "guest";
  const who = (language: Language): string => (name && !hometown ? name : say(words, language, key, { name, hometown }));
  return spoken(words, "guest.line", (language) => ({ who: who(language), text: cut(said) }));
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Whether a guest has waited longer than the village promises. */
export const waitsTooLong = (since: string | null, answerWithin: number, now: Date): since is string => since !== null && now.getTime() - Date.parse(since) > answerWithin;

const NAMES: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-GB" };
const dayText = (at: string, language: Language, zone: string): string => new Intl.DateTimeFormat(NAMES[language], { timeZone: zone, month: "long", day: "numeric" }).format(new Date(at));
const FOR = 90 * DAY;
/** What is late and what was loosened in the last ninety days, in one text; null when there is nothing to say. */
export const overdueText = (words: WordsFile, facts: { readonly guestWaits: string | null; readonly answerWithin: number; readonly loosened: readonly string[]; readonly now: Date; readonly zone: string }): Both | null => {
  const { guestWaits, answerWithin, now, zone } = facts;
  const waited = waitsTooLong(guestWaits, answerWithin, now) ? now.getTime() - Date.parse(guestWaits) : 0;
  const guest = waited === 0 ? [] : [waited >= 2 * DAY ? spoken(words, "overdue.guest", { n: Math.floor(waited / DAY) }) : spoken(words, "overdue.guest.hours", { n: Math.floor(waited / HOUR) })];
  const loosened = facts.loosened.filter((at) => now.getTime() - Date.parse(at) < FOR).sort();
  const last = loosened.at(-1);
  const rules = last === undefined ? [] : [spoken(words, loosened.length > 1 ? "overdue.loosened.many" : "overdue.loosened", (language) => ({ n: loosened.length, date: dayText(last, language, zone) }))];
  const all = [...guest, ...rules];
  return all.length === 0 ? null : { zh: all.map((each) => each.zh).join(""), en: all.map((each) => each.en).join(" ") };
};

/** The calendar day of the region. @example dayIn("Asia/Shanghai", new Date("2026-05-01T17:00:00Z")) // "2026-05-02" */
export const dayIn = (zone: string, now: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);


export type DeskLine = MyHome["desk"][number];
/** At most seven, what is overdue first. */
export const deskOf = (lines: readonly DeskLine[]): DeskLine[] => [...lines].sort((a, b) => Number(b.overdue) - Number(a.overdue)).slice(0, 7);
