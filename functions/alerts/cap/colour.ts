import type { CapInfo } from "../../../shared/alerts/cap/cap.ts";
import type { Colour, Hazard } from "../../../shared/alerts/warnings/hazards.ts";
import { HAZARDS, colourFor } from "../../../shared/alerts/warnings/hazards.ts";
import { AWARENESS_TYPES, COLOUR_WORDS, hazardWords, SAME_CODES } from "./hazard-words.ts";

type Told = Pick<CapInfo, "event" | "severity" | "parameter" | "eventCode"> & Partial<Pick<CapInfo, "headline">>;

const BY_SEVERITY = { Minor: "blue", Moderate: "yellow", Severe: "orange", Extreme: "red", Unknown: "yellow" } as const satisfies Record<CapInfo["severity"], Colour>;
const AWARENESS_LEVELS: Readonly<Record<string, Colour>> = { 2: "yellow", 3: "orange", 4: "red" };
/** Names under which other services keep their colour (Spain `nivel`, Iceland `Color`, China 颜色). */
const COLOUR_NAMES = /colou?r|nivel|niveau|颜色|预警级别|预警等级/iu;

const inWords = (text: string): Colour | undefined => COLOUR_WORDS.find(([, words]) => words.test(text))?.[0];
const first = <T>(list: readonly T[], of: (one: T) => Colour | undefined): Colour | undefined => {
  for (const one of list) {
    const colour = of(one);
    if (colour) return colour;
  }
  return undefined;
};

/**
 * The colour the issuer gave, from the parameter `awareness_level` (`3; orange; Severe`) or its like, else from the severity;
 * where the severity is unknown too, from the words 红色预警 in the headline, else yellow. A colour the hazard does not have becomes the next worse.
 */
export const colourOf = (info: Told): Colour => {
  const named = first(info.parameter.filter(({ valueName }) => valueName.toLowerCase() === "awareness_level"), ({ value }) => inWords(value) ?? AWARENESS_LEVELS[value.trim()[0] ?? ""])
    ?? first(info.parameter.filter(({ valueName }) => COLOUR_NAMES.test(valueName)), ({ value }) => inWords(value));
  const written = info.severity === "Unknown" ? /[蓝黄橙红](?=色?预警)/u.exec(`${info.event}${info.headline ?? ""}`)?.[0] : undefined;
  return colourFor(hazardOf(info), named ?? (written ? inWords(written) : undefined) ?? BY_SEVERITY[info.severity]);
};

const inText = (text: string): Hazard | undefined => hazardWords().find(([, words]) => words.test(text))?.[0];

/**
 * What a warning is of: from its codes (ours, Meteoalarm's, the US ones), else from the words of the event in several languages,
 * else from its headline; `other` when nothing tells. The description is not read: it names what may follow too.
 */
export const hazardOf = (info: Omit<Told, "severity">): Hazard => {
  const codes = info.eventCode.map(({ value }) => value.trim());
  const ours = codes.find((code): code is Hazard => HAZARDS.some((hazard) => hazard === code));
  const type = info.parameter.find(({ valueName }) => valueName.toLowerCase() === "awareness_type")?.value.trim();
  return ours
    ?? (type ? AWARENESS_TYPES[/^\d+/.exec(type)?.[0] ?? ""] ?? inText(type) : undefined)
    ?? codes.map((code) => SAME_CODES[code]).find(Boolean)
    ?? inText(info.event) ?? inText(codes.join(" ")) ?? inText(info.headline ?? "") ?? "other";
};
