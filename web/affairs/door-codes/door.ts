import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "affairs/door-codes";
export type Seen = Answer<"affairs/door-codes", "scan">;
export type Line = Answer<"affairs/door-codes", "list">["items"][number];
export type Plate = NonNullable<Line["plate"]>;
export type Printed = Answer<"affairs/door-codes", "sheet">["items"][number];

const CADRES = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader"];
export const isCadre = (): boolean => whosIn(here().village).some((who) => CADRES.includes(who));
export const groupWords = (group: string): string => (/^\d+$/.test(group) ? t("group.n", { n: group }) : group);
export const houseWords = ({ group, no }: { group: string; no: string }): string => `${groupWords(group)} ${t("no", { no })}`;
