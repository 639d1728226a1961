import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

export type Memory = Answer<"circle/memory", "one">;
/** What is drawn for whom; the server judges. */
export const isVillager = (): boolean => whosIn(here().village).includes("villager");
