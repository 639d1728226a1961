import words from "../../shared/alerts/cap/words.json" with { type: "json" };
import { say } from "../../shared/contract/language.ts";
import { openDrillCounty, type DrillCounty } from "./drill-county.ts";
import { answerAll, chooseThree, closeThree, type BoardLine } from "./drill-answers.ts";
import { COUNTY, QINGSHAN } from "./sample-people.ts";
import type { Answer, Someone } from "./sample-api.ts";

export interface DrillResult {
  readonly warning: string; readonly hazard: string; readonly vulnerableOnly: boolean;
  readonly households: number; readonly sent: number; readonly parts: number; readonly duplicates: number;
  readonly refusedToEnd: readonly string[]; readonly accounted: number; readonly closedBy: readonly { readonly name: string; readonly how: string }[];
  readonly secondsTo50: number; readonly secondsTo90: number; readonly secondsTo100: number;
  readonly problems: readonly { readonly code: string; readonly detail?: string }[];
  readonly capOut: string;
}
type Played = Omit<DrillResult, "capOut"> & { readonly capXml: string };

/** A message that was refused, in the reader's words. */
class Refused extends Error { override readonly name = "Refused"; }

const OFFICERS = { first: "+8613800009001", second: "+8613800009002", secretary: "+8613800001021", gridWorker: "+8613800001004" } as const;
const HOURS = 6;
const decode = (bytes: Buffer): string => bytes.toString("utf8");

const importCap = async (officer: Someone, xml: string): Promise<{ warning: string; problems: { code: string; detail?: string }[]; cap: string }> => {
  const answer = await officer("alerts/cap", "import", { area: COUNTY.id, body: { xml }, mayFail: ["not-xml", "doctype", "not-cap", "missing-element", "wrong-value", "cap-too-large"] });
  if (!answer["warning"]) throw new Refused(`${say(words, "en", `fails.${String(answer["type"])}`, (answer["detail"] ?? {}) as Record<string, string>)} ${String(answer["title"])}`);
  return answer as never;
};

/** Every household at once is refused by its own household's state: who is open, as the board says. */
const board = async (secretary: Someone, warning: string): Promise<{ lines: BoardLine[]; totals: Record<string, number>; seconds: Record<string, number | null> }> => {
  const answer = await secretary("alerts/roll-call", "village", { village: QINGSHAN, params: { warning }, query: { show: "all", limit: "100", times: "1" } });
  return { lines: answer["items"] as BoardLine[], totals: answer["totals"] as Record<string, number>, seconds: answer["secondsTo"] as Record<string, number | null> };
};

/** @throws Refused with a sentence when the file is no message that can be read */
export const playDrill = async (file: Buffer, tell: (line: string) => void): Promise<Played> => {
  tell("opening the sample county");
  const county = await openDrillCounty();
  try { return await play(county, decode(file), tell); } finally { await county.close(); }
};

const play = async ({ api, phones, carrier, stack }: DrillCounty, xml: string, tell: (line: string) => void): Promise<Played> => {
  const settle = (): Promise<number> => stack.settle(true);
  const [officer, second, secretary, gridWorker] = (await api.signIn(OFFICERS.first, OFFICERS.second, OFFICERS.secretary, OFFICERS.gridWorker)) as [Someone, Someone, Someone, Someone];
  const imported = await importCap(officer, xml);
  await settle();
  const draft = await officer("alerts/warnings", "one", { area: COUNTY.id, params: { id: imported.warning } }) as Answer & { hazard: string; source: { issuer: string; issuedAt: string; text?: string } | null };
  tell(`read in as a draft: ${draft.hazard}, ${imported.problems.length} named problems`);

  const vulnerableOnly = draft.hazard === "heat" || draft.hazard === "cold";
  const source = draft.source ? `${draft.source.issuer} ${draft.source.issuedAt}: ${(draft.source.text ?? "").split("\n")[0]}` : "";
  const own = await officer("alerts/warnings", "draft", { area: COUNTY.id, body: {
    kind: "order", status: "Exercise", hazard: draft.hazard, colour: "red", ask: vulnerableOnly ? "care" : "leave", parts: [{ village: QINGSHAN }],
    place: { zh: "村小学", en: "the village school" }, expires: new Date(Date.now() + HOURS * 3_600_000).toISOString(), note: `Source: ${source}`.slice(0, 2000),
  } });
  const warning = String(own["id"]);
  await officer("alerts/warnings", "put-up", { area: COUNTY.id, params: { id: warning }, body: {} });
  await second("alerts/warnings", "approve", { area: COUNTY.id, params: { id: warning }, body: {} });
  await settle();
  tell("composed, approved by a second person, sent");

  const { lines } = await board(secretary, warning);
  const mattering = lines.filter((line) => line.open);
  const shared = Map.groupBy(lines.flatMap((line) => phonesOf(phones, warning, line)), (phone) => phone);
  const three = chooseThree(mattering, (line) => phonesOf(phones, warning, line).some((phone) => shared.get(phone)?.length === 1));
  await answerAll({ lines: mattering, three, warning, carrier, secretary, gridWorker, vulnerableOnly, phonesOf: (line) => phonesOf(phones, warning, line) });
  await settle();
  tell("households have answered, or not");

  const end = (as: string, reasons: readonly unknown[] = []) => officer("alerts/warnings", "end", { area: COUNTY.id, params: { id: warning }, body: { as, reasons }, mayFail: ["households-open"] });
  const refusal = await end("complete");
  const refused = ((refusal["detail"] as { households?: { label: string }[] } | undefined)?.households ?? []).map((each) => each.label);
  if (refusal["type"] !== "households-open") throw new Error("ending was not refused while households were open");
  tell(`ending it as complete is refused: ${refused.join(", ")}`);

  const closedBy = await closeThree({ three, warning, secretary, gridWorker });
  await settle();
  const ended = await end("complete");
  if (ended["state"] !== "ended") throw new Error(`it did not end: ${String(ended["title"])}`);
  await settle();
  tell("every household is accounted for; ended");

  const after = await board(secretary, warning);
  const messages = phones.numbers().flatMap((number) => phones.of(number)).filter((sms) => sms.kind === "in" && sms.purpose === "warning" && (sms.context ?? "").includes(`${warning}#`));
  const contexts = messages.map((sms) => (sms.kind === "in" ? sms.context : ""));
  const cap = await officer("alerts/cap", "out", { area: COUNTY.id, params: { id: warning } });
  const needed = after.lines.filter((line) => mattering.some((each) => each.household === line.household));
  return {
    warning, hazard: draft.hazard, vulnerableOnly, households: after.lines.length, sent: messages.length, parts: after.totals["parts"] ?? 0, duplicates: contexts.length - new Set(contexts).size,
    refusedToEnd: refused, accounted: needed.filter((line) => !line.open).length, closedBy,
    secondsTo50: after.seconds["half"] ?? -1, secondsTo90: after.seconds["ninety"] ?? -1, secondsTo100: after.seconds["all"] ?? -1,
    problems: imported.problems, capXml: String(cap["text"] ?? ""),
  };
};

/** The numbers that got this warning for that house, by the context each message carries. */
const phonesOf = (phones: DrillCounty["phones"], warning: string, line: BoardLine): string[] =>
  phones.numbers().filter((number) => phones.of(number).some((sms) => sms.kind === "in" && (sms.context ?? "").includes(`${warning}#${line.household}`)));
