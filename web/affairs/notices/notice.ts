import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export type Shown = Answer<"affairs/notices", "one">;
export type Mine = Answer<"affairs/notices", "forMe">;
export type Office = Answer<"affairs/notices", "forOffice">;

const are = (...wanted: readonly string[]): boolean => whosIn(here().village).some((who) => wanted.includes(who));
/** What is drawn for whom; the server judges. */
export const isVillager = (): boolean => are("villager");
export const isWriter = (): boolean => are("office:secretary", "office:committee");
export const isApprover = (): boolean => isWriter() || are("township:director");
export const isCadre = (): boolean => isWriter() || are("office:grid-worker", "office:group-leader");
/** A group as people say it: a bare number is "group 3". */
export const groupWords = (group: string): string => (/^\d+$/.test(group) ? t("group.n", { n: group }) : group);
/** Who may see a notice's pictures: what is for the whole village guests may read too. */
export const seenBy = ({ to }: { readonly to: Office["audience"]["to"] }): "public" | "village" => (to === "village" ? "public" : "village");
