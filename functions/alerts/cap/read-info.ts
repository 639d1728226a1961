import type { CapArea, CapInfo, CapResource } from "../../../shared/alerts/cap/cap.ts";
import { CATEGORIES, CERTAINTIES, RESPONSES, SEVERITIES, URGENCIES } from "../../../shared/alerts/cap/cap.ts";
import type { Element } from "./elements.ts";
import { wordOf } from "./elements.ts";
import { judgePolygon } from "./polygon.ts";

/** What some feeds write for a word of the standard: colours for severities (China), the phrase of CAP 1.0. */
const SAID_OTHERWISE: Readonly<Record<string, string>> = { red: "Extreme", orange: "Severe", yellow: "Moderate", blue: "Minor", "very likely": "Likely" };
const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;
const CIRCLE = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s+(\d+(?:\.\d+)?)$/;

/** One `info` block. @throws CapRefused where an element the standard requires is missing */
export const readInfo = (info: Element): CapInfo => {
  const word = <T extends string>(name: string, words: readonly T[], otherwise: T): T => {
    const raw = info.must(name);
    const exact = wordOf(raw, words);
    if (exact) return exact;
    info.notes.add("wrong-word", `${name}: ${raw.slice(0, 60)}`);
    return wordOf(SAID_OTHERWISE[raw.toLowerCase()] ?? otherwise, words) ?? otherwise;
  };
  const list = <T extends string>(name: string, words: readonly T[]): T[] => info.texts(name).flatMap((raw) => {
    const found = wordOf(raw, words);
    if (!found) info.notes.add("wrong-word", `${name}: ${raw.slice(0, 60)}`);
    return found ? [found] : [];
  });
  info.must("category");
  const category = list("category", CATEGORIES);
  const { language, ...texts } = info.maybe("language", "audience", "senderName", "headline", "description", "instruction", "web", "contact");
  if (language && !LANGUAGE.test(language)) info.notes.add("wrong-word", `language: ${language.slice(0, 60)}`);
  return {
    ...(language && LANGUAGE.test(language) ? { language } : {}),
    category: category.length > 0 ? category : ["Other"],
    event: info.must("event"),
    responseType: list("responseType", RESPONSES),
    urgency: word("urgency", URGENCIES, "Unknown"),
    severity: word("severity", SEVERITIES, "Unknown"),
    certainty: word("certainty", CERTAINTIES, "Unknown"),
    ...texts,
    ...info.maybeTimes("effective", "onset", "expires"),
    eventCode: info.pairs("eventCode"),
    parameter: info.pairs("parameter"),
    resource: info.all("resource").flatMap(readResource),
    area: info.all("area").map(readArea),
  };
};

const readArea = (area: Element): CapArea => {
  const areaDesc = area.must("areaDesc");
  const polygon = area.all("polygon").flatMap((each) => {
    const { points, problem } = judgePolygon(each.text);
    if (problem) area.notes.add(problem, areaDesc);
    return points ? [points] : [];
  });
  const circle = area.all("circle").flatMap((each) => {
    const [, latitude, longitude, radius] = CIRCLE.exec(each.text) ?? [];
    if (radius) return [`${latitude},${longitude} ${radius}`];
    area.notes.add("wrong-circle", areaDesc);
    return [];
  });
  const heights = area.maybe("altitude", "ceiling");
  return { areaDesc, polygon, circle, geocode: area.pairs("geocode"), ...height(area, "altitude", heights.altitude), ...height(area, "ceiling", heights.ceiling) };
};

const height = <const N extends string>(area: Element, name: N, raw: string | undefined): { [K in N]?: number } => {
  const found: { [K in N]?: number } = {};
  if (raw === undefined) return found;
  const value = Number(raw) + 0;
  if (/^[-+]?\d+(\.\d+)?$/.test(raw) && Math.abs(value) <= 1e6) found[name] = value;
  else area.notes.add("wrong-word", `${name}: ${raw.slice(0, 60)}`);
  return found;
};

const readResource = (resource: Element): CapResource[] => {
  const { resourceDesc, mimeType, size, ...rest } = resource.maybe("resourceDesc", "mimeType", "size", "uri", "derefUri", "digest");
  if (!resourceDesc || !mimeType) {
    resource.notes.add("incomplete-element", "resource");
    return [];
  }
  return [{ resourceDesc, mimeType, ...rest, ...(size && /^\d{1,15}$/.test(size) ? { size: Number(size) } : {}) }];
};
