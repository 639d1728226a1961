import type { Answer } from "../../core/client/types.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "cadres/linked-households";
export type Mine = Answer<typeof FEATURE, "mine">;
export type Link = Mine["after"][number];
export type House = Answer<typeof FEATURE, "forHouse">;

/** A group as people say it: a bare number is "group 3". */
export const groupWords = (group: string): string => (/^\d+$/.test(group) ? t("group.n", { n: group }) : group);
export const houseWords = ({ group, no }: { group: string; no: string }): string => t("house", { group: groupWords(group), no });

/** How a household stands in the list of links, in a sentence. */
export const standing = ({ link, near }: Pick<House, "link" | "near">): string =>
  link === null ? t("line.nobody") : t(link.state === "asked" ? "line.asked" : near ? "line.by" : "line.far", { name: link.name });
