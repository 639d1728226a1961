import type { Step } from "../../../shared/alerts/sending/contract.ts";
import type { Ask, Colour, Hazard } from "../../../shared/alerts/warnings/hazards.ts";
import { warningTexts, type TextKind } from "../../../shared/alerts/warnings/templates.ts";
import type { Language } from "../../../shared/contract/language.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";

type Both<T> = { readonly zh: T; readonly en: T };

/** What a text is made of. */
export interface Told {
  readonly state: string; readonly status: string; readonly hazard: Hazard; readonly colour: Colour; readonly ask: Ask; readonly reason: string | null; readonly clearWords: string | null;
  readonly who: Both<string> | null; readonly source: { readonly issuer: string; readonly issuedAt: string } | null;
  readonly texts: Both<{ readonly sms: string; readonly what: string }>;
}
type Facts = Pick<RegionFacts, "answers" | "smsLinks" | "helpPhone" | "zone">;

export const DRILL_MARKS: Both<string> = { zh: "【演练】", en: "[DRILL]" };
/** "回1收到", "回复 2", "reply 1": an invitation that only two-way SMS can keep. */
const INVITES = /回复?\s*[0-9０-９一二三四]|reply(?:\s+with)?\s+[0-9]/iu;
const SENTENCE = /[^。.!！?？\n]*[。.!！?？\n]?\s*/gu;

/** The text without any sentence that asks for an answer by SMS. @example withoutInvitation("去学校。回1收到。") // "去学校。" */
export const withoutInvitation = (text: string): string =>
  INVITES.test(text) ? (text.match(SENTENCE) ?? []).filter((sentence) => !INVITES.test(sentence)).join("").trim() : text;

/** A village's name in a language, else in whichever it has. */
export const nameIn = (names: Readonly<Record<string, string>>, language: Language): string => names[language] ?? names["zh"] ?? Object.values(names)[0] ?? "";

/** "21:05" in the region's zone. */
export const clockIn = (zone: string, at: string): string => new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(new Date(at));

/** Whether a warning is practised: its own text says so. */
const isDrill = (told: Told): boolean => told.status === "Exercise" || told.texts.zh.sms.startsWith(DRILL_MARKS.zh);

const KINDS: { readonly [S in Exclude<Step, "alert" | "update">]: (told: Told) => TextKind } = {
  "stand-by": () => "stand-by", cancel: () => "false-alarm", "all-clear": (told) => (told.state === "lapsed" ? "ended-by-time" : "all-clear"),
};
/** The template a carrier that takes no free text is given. */
export const templateOf = (told: Told, step: Step): string => (step === "alert" || step === "update" ? "warning" : KINDS[step](told));

/**
 * The SMS of a step. Nothing in it asks for an answer by SMS where none can arrive.
 * @param link where this household answers; only in the warning itself, and where carriers let links through
 */
export const smsText = (told: Told, step: Step, village: Readonly<Record<string, string>>, language: Language, facts: Facts, link: string | null): string => {
  const name = nameIn(village, language);
  const allowed = (text: string): string => (facts.answers.includes("sms") ? text : withoutInvitation(text));
  if (step === "alert" || step === "update") {
    const text = allowed(told.texts[language].sms.replaceAll("{village}", name));
    return link && step === "alert" && linksGoOut(facts) ? `${text} ${link}` : text;
  }
  const who = told.who?.[language];
  const { sms } = warningTexts({
    hazard: told.hazard, colour: told.colour, ask: told.ask, kind: KINDS[step](told), language, drill: isDrill(told),
    holes: {
      village: name, phone: facts.helpPhone, ...(who ? { who } : {}), ...(told.reason ? { reason: told.reason } : {}),
      ...(step === "stand-by" && told.source ? { issuer: told.source.issuer, time: clockIn(facts.zone, told.source.issuedAt) } : {}),
    },
  });
  return allowed(step === "all-clear" && told.clearWords ? `${sms} ${told.clearWords}` : sms);
};

/** Whether a household's answering link stands in its SMS in this region. */
export const linksGoOut = (facts: Pick<Facts, "answers" | "smsLinks">): boolean => facts.smsLinks && facts.answers.includes("link");

/** Why a text must not leave; null when it may. A drill that does not say so at its front frightens people. */
export const whyNot = (told: Pick<Told, "status">, text: string, language: Language): "no-drill-mark" | null =>
  told.status === "Exercise" && !text.startsWith(DRILL_MARKS[language]) ? "no-drill-mark" : null;
