import type { CapMessage } from "../../../shared/alerts/cap/cap.ts";
import { LANGUAGES } from "../../../shared/contract/language.ts";
import type { WordsFile } from "../../../shared/contract/language.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import { colourFor, hazards } from "../../../shared/alerts/warnings/hazards.ts";
import type { NewWarning } from "../../../shared/alerts/warnings/warning.ts";
import { colourOf, hazardOf, instantOf } from "../cap/reads.ts";
import { concernsOf, statusFor, TEMPLATE_VERSION, textsFor, withDrillMark } from "./rules.ts";
import type { Warning } from "./rows.ts";

export interface DraftInput {
  readonly id: string; readonly body: NewWarning; readonly drafter: string; readonly approvers: number; readonly words: WordsFile; readonly facts: RegionFacts;
  readonly settings: { readonly announceDrills: boolean }; readonly now: Date; readonly problems?: readonly string[];
}
type Draft = Omit<Warning, "state" | "history">;

/** A draft from what the duty officer filled in: texts from the templates, what to say beside the button. */
export const draftFrom = ({ id, body, drafter, approvers, words, facts, settings, now, problems = [] }: DraftInput): Draft => {
  const colour = colourFor(body.hazard, body.colour);
  const ask = body.ask ?? hazards[body.hazard].ask[colour];
  const status = statusFor(body.status, facts.production);
  const texts = Object.fromEntries(LANGUAGES.map((language) => [language, withDrillMark(textsFor(language, { draft: body, ask, status, words, facts, now }), language, status)])) as Draft["texts"];
  return {
    id, kind: body.kind, status, hazard: body.hazard, colour, ask, parts: body.parts, place: body.place ?? null, who: body.who ?? null,
    onset: body.onset ?? null, expires: body.expires ?? null, source: body.source ?? null, note: body.note ?? null, texts, templateVersion: TEMPLATE_VERSION,
    replaces: body.replaces ?? null, replacedBy: null, drafter, waitsUntil: null, issuedAt: null, single: false, paused: false,
    concerns: concernsOf({ ...body, status }, texts, approvers, settings, now), reason: null, openReasons: [], problems: [...problems], clearWords: null,
  };
};

/** Another system's message as what a duty officer would have filled in; its own text is kept for "one tap away". */
export const fromCap = (message: CapMessage, cap: string, villages: readonly string[]): NewWarning => {
  const info = message.info[0];
  const hazard = info ? hazardOf(info) : "other";
  const colour = info ? colourFor(hazard, colourOf(info)) : "yellow";
  const said = message.info.map((each) => [each.headline, each.description, each.instruction].filter(Boolean).join("\n")).join("\n\n").slice(0, 8000);
  const instant = (time: string | undefined): string | undefined => (time ? instantOf(time) : undefined);
  const [onset, expires] = [instant(info?.onset), instant(info?.expires)];
  return {
    kind: "relay", status: message.status === "Actual" ? "Actual" : message.status === "Exercise" ? "Exercise" : "Test", hazard, colour,
    parts: villages.map((village) => ({ village })), ...(onset ? { onset } : {}), ...(expires ? { expires } : {}),
    source: { issuer: (info?.senderName ?? message.sender).slice(0, 40), issuedAt: instantOf(message.sent), cap, observed: info?.certainty === "Observed", ...(said ? { text: said } : {}) },
    texts: {}, ...(message.note ? { note: message.note.slice(0, 2000) } : {}),
  };
};
