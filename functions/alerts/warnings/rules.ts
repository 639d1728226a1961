import { countSms } from "../../../shared/contract/sms-parts.ts";
import type { Language, WordsFile } from "../../../shared/contract/language.ts";
import { say } from "../../../shared/contract/language.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import { colourFor, colourNames, hazards, type Ask, type Colour } from "../../../shared/alerts/warnings/hazards.ts";
import { TEMPLATE_VERSION, warningTexts } from "../../../shared/alerts/warnings/templates.ts";
import type { CONCERNS, NewWarning, Texts } from "../../../shared/alerts/warnings/warning.ts";

export { TEMPLATE_VERSION };
export type Concern = (typeof CONCERNS)[number];

/**
 * Outside production nothing is ever Actual; a drill stays a drill everywhere, and what came in as an exercise or a test never becomes actual.
 * @param imported the status of the message a draft came from, if it came from one
 */
export const statusFor = (wanted: NewWarning["status"], production: boolean, imported: NewWarning["status"] = wanted): NewWarning["status"] => {
  const honest = wanted === "Actual" ? imported : wanted;
  return honest === "Actual" && !production ? "Test" : honest;
};

/** The only three things that stop a warning (besides who may order): no area, nothing to do, already over. */
export const stops = (draft: { parts: readonly unknown[]; what: string; expires: string | null }, now: Date): "no-area" | "nothing-to-do" | "already-over" | null =>
  draft.parts.length === 0 ? "no-area" : draft.what.trim() === "" ? "nothing-to-do" : draft.expires !== null && draft.expires <= now.toISOString() ? "already-over" : null;

/** Milliseconds to wait for a second person; 0 means none is waited for. Orange 3 minutes, red 60 s, relayed or observed red 0. */
export const waitForSecond = (
  draft: { colour: Colour; kind: "relay" | "order"; source: { observed: boolean; cap?: string | undefined } | null }, approvers: number,
  settings: { secondPersonOrange: number; secondPersonRed: number; secondPersonRelayed: number },
): number => {
  if (draft.colour === "blue" || draft.colour === "yellow" || approvers < 2) return 0;
  const relayed = draft.source?.observed === true || (draft.kind === "relay" && draft.source?.cap !== undefined);
  if (draft.colour === "red") return relayed ? settings.secondPersonRelayed : settings.secondPersonRed;
  return settings.secondPersonOrange;
};

/** "today 21:00" in the region's zone and the reader's words. */
export const untilWords = (words: WordsFile, language: Language, zone: string, expires: string, now: Date): string => {
  const day = (date: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(date);
  const end = new Date(expires);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(end);
  const [hour, minute] = time.split(":") as [string, string];
  const when = language === "zh" ? `${Number(hour)}${say(words, "zh", "hour")}${minute === "00" ? "" : minute}` : time;
  if (day(end) === day(now)) return language === "zh" ? when : `${say(words, "en", "today")} ${when}`;
  if (day(end) === day(new Date(now.getTime() + 86_400_000))) return `${say(words, language, "tomorrow")}${language === "zh" ? "" : " "}${when}`;
  return `${day(end).slice(5).replace("-", "/")}${language === "zh" ? "" : " "}${when}`;
};

/** The sentence about answering, for this region: never "reply 1" where replies do not arrive. */
export const answerWords = (words: WordsFile, language: Language, facts: Pick<RegionFacts, "answers" | "smsLinks">, ask: Ask): string =>
  facts.answers.includes("sms") ? say(words, language, ask === "leave" ? "answer.sms.leave" : "answer.sms")
    : facts.answers.includes("link") && facts.smsLinks ? say(words, language, "answer.link") : "";

const written = (texts: NewWarning["texts"]["zh"]): Partial<Texts> =>
  Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => text !== undefined)) as Partial<Texts>;

export interface TextInput {
  readonly draft: NewWarning; readonly ask: Ask; readonly status: NewWarning["status"]; readonly words: WordsFile; readonly facts: RegionFacts; readonly now: Date;
}
/** The texts of one language: what was written by hand, the rest from the templates, with {village} left for each village's name. */
export const textsFor = (language: Language, { draft, ask, status, words, facts, now }: TextInput): Texts => {
  const colour = colourFor(draft.hazard, draft.colour);
  const made = warningTexts({
    hazard: draft.hazard, colour, ask, kind: draft.kind, language, drill: status === "Exercise",
    holes: {
      village: "{village}", phone: facts.helpPhone, answer: answerWords(words, language, facts, ask),
      ...(draft.who?.[language] ? { who: draft.who[language] } : {}), ...(draft.place?.[language] ? { place: draft.place[language] } : {}),
      ...(draft.expires ? { until: untilWords(words, language, facts.zone, draft.expires, now) } : {}),
      ...(draft.source ? { issuer: draft.source.issuer, time: new Intl.DateTimeFormat("en-GB", { timeZone: facts.zone, hour: "2-digit", minute: "2-digit" }).format(new Date(draft.source.issuedAt)) } : {}),
    },
  });
  const headline = say(words, language, "headline", { colour: colourNames[colour][language], hazard: hazards[draft.hazard].name[language] });
  return { headline, what: made.screen, sms: made.sms, speaker: made.speaker, group: made.group, ...written(draft.texts[language]) };
};

/** A drill is told apart by its first characters, whoever wrote the text. */
export const DRILL_MARKS = { zh: "【演练】", en: "[DRILL] " } as const;
export const withDrillMark = (texts: Texts, language: Language, status: NewWarning["status"]): Texts => {
  if (status !== "Exercise") return texts;
  const mark = (text: string): string => (text.startsWith(DRILL_MARKS[language].trim()) ? text : `${DRILL_MARKS[language]}${text}`);
  return { headline: mark(texts.headline), what: mark(texts.what), sms: mark(texts.sms), speaker: mark(texts.speaker), group: mark(texts.group) };
};

const LONG_HEADLINE = 60;
/** Sentences to stand beside the button; none stops the warning. */
export const concernsOf = (draft: NewWarning, texts: { zh: Texts; en: Texts }, approvers: number, settings: { announceDrills: boolean }, now: Date): Concern[] => {
  const hours = draft.expires ? (Date.parse(draft.expires) - now.getTime()) / 3_600_000 : null;
  const wantsSecond = draft.colour === "orange" || draft.colour === "red";
  return [
    ...(hours === null ? ["no-expiry" as const] : hours > hazards[draft.hazard].lifeHours ? ["long-life" as const] : []),
    ...([...texts.zh.headline].length > LONG_HEADLINE || texts.en.headline.length > 2 * LONG_HEADLINE ? ["long-headline" as const] : []),
    ...(countSms(texts.zh.sms.replaceAll("{village}", "青山村")).parts > 1 ? ["extra-parts" as const] : []),
    ...(wantsSecond && approvers < 2 ? ["no-second-person" as const] : []),
    ...(draft.ask === "leave" && !draft.place ? ["no-place" as const] : []),
    ...(draft.status === "Exercise" && settings.announceDrills && (draft.onset === undefined || Date.parse(draft.onset) - now.getTime() < 86_400_000) ? ["not-announced-drill" as const] : []),
    ...(colourFor(draft.hazard, draft.colour) !== draft.colour ? ["colour-changed" as const] : []),
  ];
};

/** Texts with a village's name in them. */
export const named = (texts: Texts, village: string): Texts =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.replaceAll("{village}", village)])) as Texts;
