import type { CapInfo, CapMessage } from "../../../shared/alerts/cap/cap.ts";
import type { CapProblem } from "../../../shared/alerts/cap/problem-codes.ts";
import { covers } from "../../../shared/contract/area.ts";

export interface Circumstances {
  /** The time now, a UTC instant. */
  readonly now?: string;
  /** The codes of the areas known here: villages, townships, counties. */
  readonly areas?: readonly string[];
}

const LONGEST_HEADLINE = 160;
const after = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);

/**
 * What the schema does not catch and people should know before they use a message. Never a refusal.
 * The problems only a reader can see (times, polygons, triplets) are noted by `readCap`.
 */
export const problemsOf = (message: CapMessage, { now, areas }: Circumstances = {}): CapProblem[] => {
  const { info, msgType, scope } = message;
  const found: CapProblem[] = [];
  const say = (code: CapProblem["code"], is: boolean, detail = "") => { if (is) found.push({ code, detail }); };
  const each = (code: CapProblem["code"], is: (one: CapInfo) => boolean) => {
    const where = info.filter(is);
    say(code, where.length > 0, [...new Set(where.map((one) => one.language ?? "en-US"))].join(", "));
  };

  for (const name of ["identifier", "sender"] as const) say("bad-identifier", /[\s,<&]/.test(message[name]), name);
  say("update-without-references", msgType !== "Alert" && message.references.length === 0, msgType);
  say("restricted-without-restriction", scope === "Restricted" && !message.restriction);
  say("private-without-addresses", scope === "Private" && message.addresses.length === 0);
  // A cancellation or a receipt says all it has to in its references.
  say("no-info", info.length === 0 && (msgType === "Alert" || msgType === "Update"));
  each("no-headline", (one) => !one.headline);
  each("long-headline", (one) => [...(one.headline ?? "")].length > LONGEST_HEADLINE);
  each("no-instruction", (one) => !one.instruction);
  each("no-expires", (one) => !one.expires);
  each("expires-before-sent", (one) => one.expires !== undefined && after(message.sent, one.expires));
  const ends = info.map((one) => one.expires);
  say("expired", now !== undefined && ends.length > 0 && ends.every((end) => end !== undefined && !after(end, now)), ends.at(-1) ?? "");
  say("unknown-area", areas !== undefined && info.length > 0 && areasNamed(message, areas).length === 0,
    [...new Set(info.flatMap((one) => one.area.map((area) => area.areaDesc)))].join("; ").slice(0, 200));
  return found;
};

/** National feeds pad codes of larger areas with noughts: 431228000000 is the county 431228. */
const unpadded = (code: string): string => {
  const bare = code.trim().toLowerCase();
  if (!/^\d{6}(\d{3}|\d{6})?$/.test(bare)) return bare;
  const beyondCounty = bare.slice(6).replace(/(000)+$/, "");
  return beyondCounty ? bare.slice(0, 6) + beyondCounty : bare.slice(0, 6).replace(/(00)+$/, "");
};

/**
 * The known areas a message names, by geocodes of any kind: those the named area covers, and the one that covers it.
 * @example areasNamed(message, ["431228103205", "431228103206"]) // both, where the message names 431228000000
 */
export const areasNamed = (message: Pick<CapMessage, "info">, known: readonly string[]): string[] => {
  const named = [...new Set(message.info.flatMap((one) => one.area.flatMap((area) => area.geocode.map(({ value }) => unpadded(value)))))]
    .filter((code) => code.length >= 2);
  return known.filter((area) => named.some((code) => covers(code, area) || covers(area, code)));
};
