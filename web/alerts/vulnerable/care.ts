import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "alerts/vulnerable";
export type Line = Answer<typeof FEATURE, "one">;
export type Mine = Answer<typeof FEATURE, "mine">;
export type Own = NonNullable<Mine["own"]>;
export type Helping = Mine["helping"][number];
export type Buddy = Line["buddies"][number];

const CADRES = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader"];
export const isCadre = (): boolean => whosIn(here().village).some((who) => CADRES.includes(who));
/** A group as people say it: a bare number is "group 3". */
const groupWords = (group: string): string => (/^\d+$/.test(group) ? t("group.n", { n: group }) : group);
export const houseWords = ({ group, no }: { group: string; no: string }): string => t("house", { group: groupWords(group), no });
export const whyWords = (reasons: readonly string[]): string => reasons.map((reason) => t(`why.${reason}`)).join(t("comma"));
