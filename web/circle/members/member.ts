import type { Answer } from "../../core/client/types.ts";
import { call } from "../../core/client/client.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export type Claim = Answer<"circle/members", "claims">["items"][number];
export type House = Answer<"affairs/households", "list">["items"][number];
export type OwnClaim = NonNullable<Answer<"circle/members", "me">["claim"]>;
export type Person = Answer<"circle/members", "look">;
export const VULNERABLE = ["alone", "bed-bound", "child", "deaf", "blind", "cannot-read", "no-phone", "pregnant", "chronic"] as const;

const CADRES = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader"];
export const isCadre = (): boolean => whosIn(here().village).some((who) => CADRES.includes(who));
export const isVillager = (): boolean => whosIn(here().village).includes("villager");
/** A group as people say it: a bare number is "group 3". */
export const groupWords = (group: string): string => (/^\d+$/.test(group) ? t("group.n", { n: group }) : group);
export const houseWords = ({ group, no }: { group: string; no: string }): string => t("house", { group: groupWords(group), no });
export const stateWords = ({ state, vouchers, reason }: Pick<Claim, "state" | "vouchers" | "reason">): string => t(`state.${state}`, { vouchers, reason: reason ?? "" });

const MOST_PAGES = 20;
/** The offices' list of households, whole: it is searched on the phone. */
export const allHouses = async (): Promise<House[]> => {
  const found: House[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const next: Answer<"affairs/households", "list"> = await call("affairs/households", "list", { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    found.push(...next.items);
    cursor = next.next;
    if (!cursor) break;
  }
  return found;
};
