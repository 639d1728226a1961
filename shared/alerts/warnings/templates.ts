import type { Language, WordsFile } from "../../contract/language.ts";
import type { Ask, Colour, Hazard } from "./hazards.ts";
import { colourNames, hazards } from "./hazards.ts";
import templates from "./templates.json" with { type: "json" };

/** Raised whenever a sentence changes; a draft keeps the version it was written with. */
export const TEMPLATE_VERSION = 1;
const words: WordsFile = templates;

/** Relays and orders differ in their holes only: a relay must say its issuer and time. */
export const TEXT_KINDS = ["relay", "order", "all-clear", "false-alarm", "ended-by-time", "stand-by"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

export interface Holes {
  readonly village: string;
  /** Groups or houses meant; everyone when absent. */
  readonly who?: string;
  /** Where to go; a safe kind of place when absent. */
  readonly place?: string;
  /** In the region's words and zone: "明天12点". */
  readonly until?: string;
  readonly phone?: string;
  readonly issuer?: string;
  /** When the issuer gave it: "21:05". */
  readonly time?: string;
  /** How to answer in this region, from `answers`: nothing where answers cannot arrive. */
  readonly answer?: string;
  /** Why a warning was wrong. */
  readonly reason?: string;
}

export interface TextRequest {
  readonly hazard: Hazard;
  readonly colour: Colour;
  readonly ask: Ask;
  readonly kind: TextKind;
  readonly language: Language;
  readonly drill: boolean;
  readonly holes: Holes;
}

export interface WarningTexts {
  readonly sms: string;
  /** What to do, in about 14 words (22 Chinese characters). */
  readonly screen: string;
  /** Short sentences, a line each, said twice. */
  readonly speaker: string;
  /** To copy into a chat group. */
  readonly group: string;
}

/**
 * Fills a template. A part in [square brackets] falls away when a hole in it is empty, so no hole is ever shown; values are never read as templates.
 * @example fill("{village}[，电话{phone}]", { village: "白水村" }) // "白水村"
 */
export const fill = (template: string, holes: Readonly<Record<string, string | undefined>>): string => template
  .replace(/\[([^\]]*)\]/g, (_, part: string) => ([...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => holes[name ?? ""]?.trim()) ? part : ""))
  .replace(/\{(\w+)\}/g, (_, name: string) => holes[name]?.trim() ?? "");

/**
 * A warning's four texts from one set of facts. A drill's begin with 【演练】 or "[DRILL] ".
 * Nothing here invites an answer: the sentence about answering comes from the caller, who knows the region.
 */
export const warningTexts = ({ hazard, colour, ask, kind, language, drill, holes }: TextRequest): WarningTexts => {
  const say = (key: string): string => words[language][key] ?? "";
  const name = kind === "relay" || kind === "order" ? "warning" : kind;
  const filled: Record<string, string | undefined> = {
    ...holes,
    who: holes.who?.trim() || say("who"),
    place: holes.place?.trim() || say(`place.${hazard}`),
    answer: holes.answer?.trim().replace(/[。.]$/u, ""),
    reason: holes.reason?.trim().replace(/[。.]$/u, ""),
    colour: colourNames[colour][language],
    hazard: hazards[hazard].name[language],
    never: say(`never.${hazard}`),
    after: say(`after.${ask}`) || say("after"),
  };
  const screen = fill(name === "warning" ? say(`screen.${hazard}.${ask}`) : say(`screen.${name}`), filled);
  const act = fill(say(`sms.${hazard}.${ask}`) || say(`sms.${ask}`), filled);
  const spoken = fill(say(`speaker.${name}`), { ...filled, screen: screen.replaceAll("，", "。") });
  const once = drill ? `${say("drill.said")}\n${spoken}` : spoken;
  const mark = drill ? say("drill") : "";
  return {
    sms: mark + fill(say(`sms.${name}`), { ...filled, act }),
    screen: mark + screen,
    speaker: `${mark}${once}\n${say("speaker.again")}\n${once}`,
    group: mark + fill(say(`group.${name}`), { ...filled, screen }),
  };
};
