import type { CapArea, CapInfo, CapMessage } from "../../../shared/alerts/cap/cap.ts";
import type { Ask, Colour, Hazard } from "../../../shared/alerts/warnings/hazards.ts";
import { colourNames, hazards } from "../../../shared/alerts/warnings/hazards.ts";
import type { Language } from "../../../shared/contract/language.ts";
import { capTime } from "./time.ts";

/** A warning of ours as it is told to other systems. Times are UTC instants. */
export interface OutgoingWarning {
  /** Unique for its sender; no spaces, commas, `<` or `&`. */
  readonly identifier: string;
  readonly sender: string;
  readonly senderName: string;
  readonly sent: string;
  readonly status: CapMessage["status"];
  readonly msgType: CapMessage["msgType"];
  /** The messages this one updates or cancels. */
  readonly references: readonly { readonly sender: string; readonly identifier: string; readonly sent: string }[];
  readonly hazard: Hazard;
  readonly colour: Colour;
  readonly ask: Ask;
  readonly kind: "relay" | "order" | "all-clear";
  /** Who gave a relayed warning. */
  readonly source?: string;
  readonly note?: string;
  readonly languages: readonly { readonly language: Language; readonly headline: string; readonly description?: string; readonly instruction?: string }[];
  readonly effective?: string;
  readonly onset?: string;
  readonly expires?: string;
  readonly areas: readonly { readonly code: string; readonly name: string; readonly polygon?: CapArea["polygon"][number] }[];
  readonly contact?: string;
  readonly web?: string;
}

/** The name under which a village's administrative code stands in a geocode. */
export const AREA_CODE = "area-code";
const HOUR = 3_600_000;
const CATEGORY: Readonly<Record<Hazard, CapInfo["category"][number]>> = {
  flood: "Met", "flash-flood": "Met", landslide: "Geo", heat: "Met", cold: "Met", wind: "Met", thunderstorm: "Met", fire: "Fire", other: "Safety",
};
/** Colours as severities, and the level in Meteoalarm's manner; it has no blue, which takes the first place. */
const LEVEL: Readonly<Record<Colour, readonly [number, CapInfo["severity"]]>> = { blue: [1, "Minor"], yellow: [2, "Moderate"], orange: [3, "Severe"], red: [4, "Extreme"] };
const RESPONSE: Readonly<Record<Ask, CapInfo["responseType"]>> = { leave: ["Evacuate"], shelter: ["Shelter"], care: ["Execute", "Monitor"], "stay-alert": ["Monitor"] };
const eventName = (language: Language, { hazard, colour, kind }: OutgoingWarning): string => {
  const name = hazards[hazard].name[language];
  if (language === "zh") return kind === "all-clear" ? `${name}预警解除` : `${name}${colourNames[colour].zh}预警`;
  return kind === "all-clear" ? `All clear: ${name}` : `${colourNames[colour].en} ${name} warning`;
};

/** CAP 1.2, 3.2.2: Immediate is at once, Expected within the hour, Future later. Who is asked to leave has to go at once, whenever the water comes. */
const urgencyOf = ({ kind, ask, sent, onset }: OutgoingWarning): CapInfo["urgency"] => {
  if (kind === "all-clear") return "Past";
  const wait = onset === undefined || ask === "leave" ? 0 : Date.parse(onset) - Date.parse(sent);
  return wait <= 0 ? "Immediate" : wait <= HOUR ? "Expected" : "Future";
};
/** Observed is not ours to claim from a colour; an all-clear is. */
const certaintyOf = ({ kind, colour }: OutgoingWarning): CapInfo["certainty"] => (kind === "all-clear" ? "Observed" : colour === "blue" ? "Possible" : "Likely");

/**
 * A warning of ours as a CAP message, an info block a language: the colour stands in the parameter `awareness_level`, the hazard in an event code,
 * the village in a geocode of its area code, with its outline where known.
 */
export const outgoing = (warning: OutgoingWarning): CapMessage => {
  const { hazard, colour, kind, ask, source, note, references } = warning;
  const [level, severity] = LEVEL[colour];
  const times = (["effective", "onset", "expires"] as const).flatMap((name) => (warning[name] === undefined ? [] : [[name, capTime(warning[name])] as const]));
  const area = warning.areas.map(({ code, name, polygon }): CapArea => ({
    areaDesc: name.trim(), polygon: polygon ? [polygon] : [], circle: [], geocode: [{ valueName: AREA_CODE, value: code }],
  }));
  const info = warning.languages.map(({ language, headline, description, instruction }): CapInfo => ({
    language: language === "zh" ? "zh-CN" : language,
    category: [CATEGORY[hazard]],
    event: eventName(language, warning),
    responseType: kind === "all-clear" ? ["AllClear"] : [...RESPONSE[ask]],
    urgency: urgencyOf(warning), severity: kind === "all-clear" ? "Minor" : severity, certainty: certaintyOf(warning),
    eventCode: [{ valueName: "hazard", value: hazard }],
    ...Object.fromEntries(times),
    ...said({ senderName: warning.senderName, headline, description, instruction, web: warning.web, contact: warning.contact }),
    parameter: [
      { valueName: "awareness_level", value: `${level}; ${colour}; ${severity}` },
      { valueName: "kind", value: kind }, { valueName: "ask", value: ask },
    ],
    resource: [], area,
  }));
  return {
    identifier: warning.identifier, sender: warning.sender, sent: capTime(warning.sent), status: warning.status, msgType: warning.msgType, scope: "Public",
    ...said({ source, note }), addresses: [], code: [], incidents: [],
    references: references.map(({ sender, identifier, sent }) => ({ sender, identifier, sent: capTime(sent) })),
    info,
  };
};

/** Texts trimmed, empty ones left out. */
const said = <T extends string>(texts: Readonly<Record<T, string | undefined>>): { [K in T]?: string } => {
  const found: { [K in T]?: string } = {};
  for (const name of Object.keys(texts) as T[]) {
    const value = texts[name]?.trim();
    if (value) found[name] = value;
  }
  return found;
};
