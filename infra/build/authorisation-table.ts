/** Writes who is answered how, route by route: npm run authorisation → docs/authorisation.md */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { Route } from "../../shared/contract/routes.ts";
import { type Who, whoList } from "../../shared/contract/who.ts";
import type { Contracts } from "../resources.ts";
import { ROOT } from "./features.ts";
import { pathOf, routesOf } from "./openapi-parts.ts";

/** Those who ask, besides the ones a route is for. */
export const CALLERS = {
  nobody: "No token",
  stranger: "A villager of the other village",
  villager: "A villager without the office",
  ended: "One whose office has ended",
  proxy: "A daughter, for her mother",
  key: "Another system, with a key",
} as const;
export type Asking = keyof typeof CALLERS;

/** `in`: let in, to be judged by the feature's own rules; else the refusal everybody of that kind gets, before anything is read or told. */
export type Verdict = "in" | "401 sign-in-needed" | "403 role-missing" | "403 office-ended" | "403 not-by-proxy" | "403 not-by-key" | "404 not-found";

const open = (who: readonly Who[]): boolean => who.includes("anyone") || who.includes("visitor");
const ofVillage = (who: readonly Who[]): boolean => who.includes("villager") || who.includes("household");

const signedIn = (who: readonly Who[], at: string, caller: "stranger" | "villager" | "ended"): Verdict => {
  if (open(who)) return "in";
  // Elsewhere than in a village, a villager is one of any village; a county or the region has no strangers, only people without the post.
  if (at === "village" ? caller !== "stranger" && ofVillage(who) : who.includes("villager")) return "in";
  if (caller === "ended" && who.some((each) => each.startsWith("office:"))) return "403 office-ended";
  return at === "village" && caller === "stranger" ? "404 not-found" : "403 role-missing";
};

/**
 * What a route answers to somebody, read from its contract alone; the dispatcher's tests hold it against what is really answered.
 * The villager belongs to a household; the daughter holds her mother's consent for this feature, and no office counts while she acts for her.
 */
export const verdictFor = (contract: Pick<FeatureOptions, "byProxy" | "byKey">, name: string, route: Pick<Route, "who" | "at">, caller: Asking): Verdict => {
  const who = whoList(route.who);
  const at = route.at ?? "village";
  if (caller === "nobody") return open(who) ? "in" : "401 sign-in-needed";
  // A key opens what the contract names for keys, in the village it is of; it holds no office and is no villager.
  if (caller === "key") return at === "village" && contract.byKey?.includes(name) ? "in" : "403 not-by-key";
  if (caller !== "proxy") return signedIn(who, at, caller);
  if (at !== "village" || !contract.byProxy?.includes(name)) return "403 not-by-proxy";
  return open(who) || ofVillage(who) ? "in" : "404 not-found";
};

const cell = (text: string): string => text.replaceAll("|", "\\|");
const rowOf = (feature: string, contract: FeatureOptions, name: string, route: Route): string => {
  const path = pathOf("v1", feature, route).replace(`/v1/${feature}`, "");
  return `| ${[name, `\`${route.method} ${path}\``, whoList(route.who).join(", "), ...Object.keys(CALLERS).map((caller) => verdictFor(contract, name, route, caller as Asking))].map(cell).join(" | ")} |`;
};

/** The whole table as Markdown, features in the order of their names. */
export const authorisationTable = (contracts: Contracts): string => {
  const head = ["Route", "Path below the feature", "For whom", ...Object.values(CALLERS)];
  return [
    "# Who is answered how", "",
    "Written from the contracts by `npm run authorisation`; a test compares it with them, and another asks every route as each of these callers.", "",
    "*in*: let in, and then judged by the feature's own rules (one's own letter, one's own house). Every other cell is the whole answer: nothing was read for it and nothing is told by it.",
    "A villager of the other village gets the same 404 as for a village that does not exist. The daughter has her mother's consent for the feature; without one, after its end, and outside its scope she gets 404 where it says *in*.",
    "The other system's key is of the village, and its scope holds every feature; ended, past its time or of another village it gets 401 everywhere it says *in*, outside its scope 403 not-by-key.",
    "The villager belongs to a household. Clocks and carriers are nobody's to call: their routes refuse every person.", "",
    ...Object.entries(contracts).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([feature, contract]) => [
      `## ${feature}`, "", `| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`,
      ...routesOf(contract).map(([name, route]) => rowOf(feature, contract, name, route)), "",
    ]),
  ].join("\n");
};

/** Where the table is kept. */
export const TABLE_FILE = join(ROOT, "docs", "authorisation.md");

if (import.meta.main) {
  const { contracts } = await import("../../shared/registry.ts");
  writeFileSync(TABLE_FILE, authorisationTable(contracts));
  process.stdout.write(`docs/authorisation.md: ${Object.values(contracts).reduce((sum, contract) => sum + routesOf(contract).length, 0)} routes\n`);
}
