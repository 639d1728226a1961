import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "circle/rumours";
export type Rumour = Answer<typeof FEATURE, "one">;
const VERIFIERS = ["office:secretary", "office:director", "office:committee", "office:supervisor", "office:doctor"];
/** Only what is drawn; the server judges. */
export const isVillager = (): boolean => whosIn(here().village).includes("villager");
export const isVerifier = (): boolean => whosIn(here().village).some((who) => VERIFIERS.includes(who));
export const lineOf = ({ words }: Pick<Rumour, "words">): string => words || t("spoken");
export const TONE = { asked: "careful", answered: "good", pinned: "good", unproven: "careful" } as const;
