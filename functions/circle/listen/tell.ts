import type { Item } from "../../../shared/circle/listen/listen.ts";
import { fill } from "../../../shared/alerts/warnings/templates.ts";
import { LANGUAGES, say, type Language, type WordsFile } from "../../../shared/contract/language.ts";
import { noticesFor } from "../../affairs/notices/reads.ts";
import { Roll } from "../../alerts/roll-call/reads.ts";
import { runningAlerts, type Alert } from "../../alerts/warnings/reads.ts";
import { drawnFor } from "../moderation/reads.ts";
import { waitingFor } from "../../platform/desk/reads.ts";
import { languagesOf, templatesIn } from "../../platform/languages/reads.ts";
import type { Caller } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Voiced } from "./rows.ts";
import { inOrder, voicesOf } from "./rules.ts";

const [MOST_VOICES, MOST_NOTICES, MOST_MATTERS] = [100, 12, 3];
type Given = Pick<For<"today">, "table" | "village" | "words" | "facts" | "now">;
type Both = Item["text"];
const both = (words: WordsFile, key: string, values: (language: Language) => Readonly<Record<string, string | number>> = () => ({})): Both =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(words, language, key, values(language))])) as Both;
const same = (text: string): Both => ({ zh: text, en: text });

const villageName = ({ village }: Given): string => village.names["zh"] ?? village.id;
/** A warning in the village's further languages, from the sentences translated on a calm day. */
const moreOf = (given: Given, alert: Alert, templates: Readonly<Record<string, Readonly<Record<string, string>>>>): Item["more"] =>
  Object.fromEntries(Object.entries(templates).flatMap(([code, words]) => {
    const sentence = words[`screen.${alert.hazard}.${alert.ask}`];
    return sentence ? [[code, fill(sentence, { village: villageName(given), place: alert.place?.zh ?? words[`place.${alert.hazard}`], who: words["who"], never: words[`never.${alert.hazard}`], phone: given.facts.helpPhone })]] : [];
  }));

/** What everybody, or this reader, is told now, in order of need. Own matters only where the phone is the reader's own. */
export const tell = async (given: Given, reader: Caller | null): Promise<Item[]> => {
  const { table, village, words, now } = given;
  const house = { household: reader?.member?.household ?? null, group: reader?.member?.group ?? "" };
  const [alerts, notices, voiced, languages] = await Promise.all([
    runningAlerts(table, now), village.off.includes("affairs/notices") ? [] : noticesFor(table, house, now), table.list(Voiced, { limit: MOST_VOICES }), languagesOf(table),
  ]);
  const codes = languages.map(({ code }) => code);
  const [templates, rolls, matters] = await Promise.all([
    alerts.length > 0 ? templatesIn(table, codes) : {}, reader && house.household ? table.many(Roll, alerts.map(({ id }) => `${id}#${house.household}`)) : [], reader ? mattersOf(given, reader) : [],
  ]);
  const warnings = alerts.map((alert): Item => ({
    key: `warning:${alert.id}`, kind: "warning", id: alert.id, title: { zh: alert.texts.zh.headline, en: alert.texts.en.headline }, text: { zh: alert.texts.zh.what, en: alert.texts.en.what }, where: `alerts/warnings/${alert.id}`,
    at: alert.issuedAt, colour: alert.colour, more: moreOf(given, alert, templates), voices: voicesOf(voiced.items, `warning:${alert.id}`, `template:${alert.hazard}:${alert.colour}`), heard: null,
  }));
  const houses = rolls.flatMap((roll, i): Item[] => (roll ? [{
    key: `house:${roll.warning}`, kind: "house", id: roll.warning, title: both(words, "house", () => ({ no: roll.no })), text: both(words, roll.open ? "house.open" : "house.accounted", () => ({ no: roll.no })),
    where: `alerts/warnings/${roll.warning}`, at: alerts[i]!.issuedAt, colour: alerts[i]!.colour, more: {}, voices: [], heard: null,
  }] : []));
  const told = notices.filter(({ notice }) => notice.state === "published").slice(0, MOST_NOTICES).map(({ notice, known }): Item => ({
    key: `notice:${notice.id}`, kind: notice.kind === "must-read" ? "must-read" : "notice", id: notice.id, title: same(notice.title), text: same(notice.readAloud ?? (notice.text || notice.title)), where: `affairs/notices/${notice.id}`,
    at: notice.publishedAt ?? notice.history.at(-1)!.at, colour: null, more: {}, heard: known,
    // The writer's own voice note is the first voice a notice has.
    voices: [...voicesOf(voiced.items, `notice:${notice.id}`), ...notice.media.filter(({ kind }) => kind === "voice").map((each) => ({ id: notice.id, language: "local", by: "", media: [each] }))],
  }));
  return inOrder([...warnings, ...houses, ...told, ...matters]);
};

const mattersOf = async ({ table, village, words, now }: Given, reader: Caller): Promise<Item[]> => {
  const [drawn, waits] = await Promise.all([reader.person ? drawnFor(table, reader.person, now) : [], reader.holds.length > 0 ? waitingFor(table, village, reader, now) : []]);
  const matter = (key: string, text: Both, where: string, at: string): Item => ({ key: `matter:${key}`, kind: "matter", id: null, title: text, text, where, at, colour: null, more: {}, voices: [], heard: null });
  return [
    ...drawn.map((each) => matter(each, both(words, "matter.lot"), "circle/moderation/waiting", now.toISOString())),
    ...waits.slice(0, MOST_MATTERS).map((wait) => matter(`${wait.feature}:${wait.case}`, { zh: wait.text["zh"] ?? "", en: wait.text["en"] ?? "" }, wait.where, wait.since)),
  ];
};

/** The same as one text, as somebody reads it out over the loudspeaker: each thing a line, warnings twice. */
export const scriptOf = (items: readonly Item[], words: WordsFile, language: Language, values: { readonly village: string; readonly phone: string }): string => {
  const line = ({ kind, title, text }: Item): string => (kind === "warning" || title[language] === text[language] || text[language].startsWith(title[language]) ? text[language] : `${title[language]}${language === "zh" ? "。" : ". "}${text[language]}`);
  const said = items.flatMap((item, i) => { const once = say(words, language, "script.item", { n: i + 1, text: line(item) }); return item.kind === "warning" ? [once, say(words, language, "script.again", { text: line(item) })] : [once]; });
  return [say(words, language, "script.head", values), ...(said.length > 0 ? said : [say(words, language, "script.nothing")]), say(words, language, "script.end", values)].join("\n");
};
