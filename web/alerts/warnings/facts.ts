import type { Ask, Colour, Hazard } from "../../../shared/alerts/warnings/hazards.ts";
import type { NewWarning, Texts, VillagePart, WarningView } from "../../../shared/alerts/warnings/warning.ts";
import type { Language } from "../../../shared/contract/language.ts";
import type { Values } from "../../core/form/use-form.ts";
import { instantOf, localOf } from "./zoned.ts";

/** The end as it was chosen: some hours from then, an own time, or none. */
export type Until = "" | "3" | "6" | "12" | "own" | "none";
export type OwnTexts = Readonly<Partial<Record<Language, Partial<Texts>>>>;

/** What a duty officer has filled in so far: the fields of a warning, flat. */
export interface Facts extends Values {
  readonly kind: NewWarning["kind"] | "";
  readonly hazard: Hazard | "";
  readonly colour: Colour | "";
  readonly ask: Ask | "";
  readonly status: NewWarning["status"];
  readonly parts: readonly VillagePart[];
  readonly placeZh: string; readonly placeEn: string; readonly whoZh: string; readonly whoEn: string;
  readonly until: Until;
  /** The instant the choice means. */
  readonly expires: string;
  readonly onset: string;
  readonly issuer: string; readonly issuedAt: string; readonly sourceText: string; readonly cap: string; readonly observed: boolean;
  readonly note: string;
  readonly texts: OwnTexts;
  /** The facts for which the own words were written: others would contradict them. */
  readonly textsOf: string;
  readonly replaces: string;
}

export const NOTHING: Facts = {
  kind: "", hazard: "", colour: "", ask: "", status: "Actual", parts: [], placeZh: "", placeEn: "", whoZh: "", whoEn: "", until: "", expires: "", onset: "",
  issuer: "", issuedAt: "", sourceText: "", cap: "", observed: false, note: "", texts: {}, textsOf: "", replaces: "",
};

/** What the words of a warning follow from. */
export const basisOf = (facts: Facts): string =>
  JSON.stringify([facts.kind, facts.hazard, facts.colour, facts.ask, facts.status, facts.placeZh, facts.placeEn, facts.whoZh, facts.whoEn, facts.expires, facts.issuer, facts.issuedAt]);
/** Whether the own words are put aside, because what they were written for has changed. */
export const wordsAside = (facts: Facts): boolean => Object.keys(facts.texts).length > 0 && facts.textsOf !== basisOf(facts);

const both = (zh: string, en: string) => (zh.trim() || en.trim() ? { zh: zh.trim(), en: en.trim() } : undefined);
const filled = (texts: Partial<Texts> | undefined): Partial<Texts> => Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => text.trim())) as Partial<Texts>;
const sourceOf = (facts: Facts): NonNullable<WarningView["source"]> | undefined => {
  if (facts.kind !== "relay" || !facts.issuer.trim()) return undefined;
  return {
    issuer: facts.issuer.trim(), issuedAt: instantOf(facts.issuedAt) ?? new Date().toISOString(), observed: facts.observed,
    ...(facts.sourceText.trim() ? { text: facts.sourceText.trim() } : {}), ...(facts.cap ? { cap: facts.cap } : {}),
  };
};

export type Ready = Facts & { readonly kind: "relay" | "order"; readonly hazard: Hazard; readonly colour: Colour };
/** Whether it can be kept as a draft: what kind, what danger and how bad it is have been said. */
export const isReady = (facts: Facts): facts is Ready => facts.kind !== "" && facts.hazard !== "" && facts.colour !== "";

/** The facts as the server takes them. Words go along only while they fit the facts. */
export const bodyOf = (facts: Ready) => {
  const [place, who, source] = [both(facts.placeZh, facts.placeEn), both(facts.whoZh, facts.whoEn), sourceOf(facts)];
  return {
    kind: facts.kind, status: facts.status, hazard: facts.hazard, colour: facts.colour, parts: [...facts.parts],
    ...(facts.ask ? { ask: facts.ask } : {}), ...(place ? { place } : {}), ...(who ? { who } : {}), ...(source ? { source } : {}),
    ...(facts.onset ? { onset: facts.onset } : {}), ...(facts.expires ? { expires: facts.expires } : {}), ...(facts.note.trim() ? { note: facts.note.trim() } : {}),
    ...(facts.replaces ? { replaces: facts.replaces } : {}),
    texts: wordsAside(facts) ? {} : { zh: filled(facts.texts.zh), en: filled(facts.texts.en) },
  };
};

/** A warning as facts to go on from. A draft keeps its words; an update of a running one begins with fresh ones and names what it replaces. */
export const factsFrom = (warning: WarningView, as: "draft" | "update"): Facts => {
  const facts: Facts = {
    ...NOTHING, kind: warning.kind, hazard: warning.hazard, colour: warning.colour, ask: warning.ask, status: warning.status, parts: warning.parts,
    placeZh: warning.place?.zh ?? "", placeEn: warning.place?.en ?? "", whoZh: warning.who?.zh ?? "", whoEn: warning.who?.en ?? "",
    until: warning.expires ? "own" : "none", expires: warning.expires ?? "", onset: warning.onset ?? "", note: warning.note ?? "",
    issuer: warning.source?.issuer ?? "", issuedAt: warning.source ? localOf(warning.source.issuedAt) : "", sourceText: warning.source?.text ?? "", cap: warning.source?.cap ?? "", observed: warning.source?.observed ?? false,
    replaces: as === "update" ? warning.id : warning.replaces ?? "",
  };
  return as === "update" ? facts : { ...facts, texts: warning.texts, textsOf: basisOf(facts) };
};
