import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "affairs/snaps";
export type Snap = Answer<typeof FEATURE, "one">;
export type SnapLine = Answer<typeof FEATURE, "list">["items"][number];

const HANDS = ["office:secretary", "office:director", "office:committee", "office:grid-worker", "office:group-leader"];
const ABOVE = ["township:director", "township:duty-officer"];
const whos = (): readonly string[] => whosIn(here().village);
/** Only what is drawn; the server judges. */
export const isVillager = (): boolean => whos().includes("villager");
export const isHand = (): boolean => whos().some((who) => HANDS.includes(who));
export const isAbove = (): boolean => whos().some((who) => ABOVE.includes(who));
export const isDepartment = (department: string | null): boolean => department !== null && whos().includes(`county:department.${department}`);

export const whatOf = ({ words, place, house }: Pick<Snap, "words" | "place" | "house">): string => words.split("\n")[0] || place || house || t("title");
export const whereOf = ({ place, house }: Pick<Snap, "place" | "house">): string => [place, house].filter(Boolean).join(" · ");
