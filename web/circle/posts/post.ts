import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

export type Post = Answer<"circle/posts", "one">;

const KEEPERS = ["office:secretary", "office:director", "office:committee", "township:director"];
/** What is drawn for whom; the server judges. */
export const isVillager = (): boolean => whosIn(here().village).includes("villager");
export const isKeeper = (): boolean => whosIn(here().village).some((who) => KEEPERS.includes(who));
