import type { DAMAGES as ALL_DAMAGES, GRADES as ALL_GRADES, MARKS as ALL_MARKS, STRUCTURES as ALL_STRUCTURES, TOILETS as ALL_TOILETS } from "../../../shared/affairs/houses/house.ts";
import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "affairs/houses";
export type Whole = Answer<"affairs/houses", "mine">;
export type Line = Answer<"affairs/houses", "list">["items"][number];
export type Area = Answer<"affairs/houses", "areas">["items"][number];
export type Mark = Line["marks"][number];

/** The codes as the contract knows them; their words are `mark.*`, `structure.*` and so on. */
export const MARKS = ["river", "slope", "dam", "road", "old-house"] as const satisfies typeof ALL_MARKS;
export const STRUCTURES = ["earth", "timber", "stone", "brick-timber", "brick", "concrete", "other"] as const satisfies typeof ALL_STRUCTURES;
export const TOILETS = ["flush", "septic", "dry", "shared", "none"] as const satisfies typeof ALL_TOILETS;
export const GRADES = ["A", "B", "C", "D"] as const satisfies typeof ALL_GRADES;
export const DAMAGES = ["crack", "roof", "wall", "water", "slope", "fire", "wind", "other"] as const satisfies typeof ALL_DAMAGES;

const CADRES = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader"];
export const isCadre = (): boolean => whosIn(here().village).some((who) => CADRES.includes(who));
export const mayName = (): boolean => whosIn(here().village).some((who) => CADRES.slice(0, 3).includes(who));
export const hasHouse = (): boolean => whosIn(here().village).includes("household");

const groupWords = (group: string): string => (/^\d+$/.test(group) ? t("group.n", { n: group }) : group);
export const houseWords = ({ group, no }: { group: string; no: string }): string => t("house", { group: groupWords(group), no });
export const marksWords = (marks: readonly string[]): string => marks.map((mark) => t(`mark.${mark}`)).join("、");
/** What is known of the building in a line; empty where nothing is. */
export const factWords = ({ structure, storeys, builtIn, toilet }: Pick<Line, "structure" | "storeys" | "builtIn" | "toilet">): string =>
  [structure ? t(`structure.${structure}`) : "", storeys ? t("storeys.n", { n: storeys }) : "", builtIn ? t("builtIn.n", { n: builtIn }) : "", toilet ? `${t("toilet")}：${t(`toilet.${toilet}`)}` : ""].filter(Boolean).join(" · ");
export const toneOf = (state: Line["state"]): "good" | "careful" | "bad" => (state === "ok" || state === "repaired" ? "good" : state === "watch" ? "careful" : "bad");
export const countWords = ({ households, people, vulnerable }: Pick<Area, "households" | "people" | "vulnerable">): string => t("area.count", { households, people, vulnerable });
