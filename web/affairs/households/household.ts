import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { has, t } from "../../core/words.ts";

export type Whole = Answer<"affairs/households", "mine">;
export type Person = Whole["people"][number];
export type Line = Answer<"affairs/households", "list">["items"][number];
export type Correction = Answer<"affairs/households", "ownCorrections">["items"][number];
export type Change = Correction["change"];

/** The codes as the contract knows them; their words are `vulnerable.*`, `hazard.*`, `purpose.*` and `what.*`. */
export const VULNERABLE = ["alone", "bed-bound", "child", "deaf", "blind", "cannot-read", "no-phone", "pregnant", "chronic"] as const satisfies readonly Extract<Change, { what: "vulnerable" }>["codes"][number][];
export const HAZARDS = ["river", "slope", "dam", "road", "old-house"] as const satisfies readonly Extract<Change, { what: "hazards" }>["codes"][number][];
export const WHATS = ["name", "born", "vulnerable", "joined", "moved", "died", "within", "split", "merge", "head", "hazards", "house"] as const satisfies readonly Change["what"][];

export const CHECKS = ["door", "papers", "neighbours", "phone"] as const satisfies readonly NonNullable<Correction["checkedBy"]>[];

const CADRES = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader"];
export const isCadre = (): boolean => whosIn(here().village).some((who) => CADRES.includes(who));
export const hasHouse = (): boolean => whosIn(here().village).includes("household");
/** A group as people say it: a bare number is "group 3". */
export const groupWords = (group: string): string => (/^\d+$/.test(group) ? t("group.n", { n: group }) : group);
export const houseWords = ({ group, no }: { group: string; no: string }): string => t("house", { group: groupWords(group), no });
/** What stands behind a name: head, year of birth, who needs care. */
export const about = ({ head, bornIn, vulnerable }: Person): string =>
  [...(head ? [t("head")] : []), ...(bornIn ? [t("born", { year: bornIn })] : []), ...vulnerable.map((code) => t(`vulnerable.${code}`))].join(" · ");

/** A change as a sentence; names are those of the household where they are known. */
export const changeWords = (change: Change, people: readonly Person[] = []): string => {
  const name = (id: string): string => people.find(({ person }) => person === id)?.name ?? "";
  const of = (id: string, what: string): string => [name(id), what].filter(Boolean).join("：");
  switch (change.what) {
    case "name": return of(change.person, t("change.name", { name: change.name }));
    case "born": return of(change.person, t("change.born", { year: change.bornIn }));
    case "vulnerable": return of(change.person, change.codes.map((code) => t(`vulnerable.${code}`)).join("、") || t("what.vulnerable"));
    case "joined": return t("change.joined", { name: change.name });
    case "hazards": return `${t("what.hazards")}：${change.codes.map((code) => t(`hazard.${code}`)).join("、") || "–"}`;
    case "split": return t("change.split", { names: change.people.map(name).filter(Boolean).join("、") || change.people.length, no: change.no });
    case "within": return t("change.within", { names: change.people.map(name).filter(Boolean).join("、") || change.people.length, to: change.to });
    case "merge": return t("change.merge", { to: change.to });
    case "house": return t("change.house", { no: change.no, group: change.group });
    default: return of(change.person, t(`what.${change.what}`));
  }
};
/** Where a correction stands, as the household and the office read it. */
export const stateOf = ({ state, reason, checkedBy, lack }: Correction): string =>
  [t(`state.${state}`, { reason: reason ?? "" }), ...(checkedBy ? [t(`checked.${checkedBy}`)] : []), ...(lack ? [t("state.lack")] : [])].join(" · ");
/** An office as people call it. @example officeWords("office:grid-worker") // "网格员" */
export const officeWords = (office: string): string => {
  const key = `office.${office.replace(/^\w+:/, "")}`;
  return has(key) ? t(key) : "";
};
