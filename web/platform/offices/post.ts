import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

export type Post = Answer<"platform/offices", "list">["offices"][number];
export type Holder = Post["holders"][number];
export type Giving = Answer<"platform/offices", "waiting">["items"][number];

const are = (...wanted: readonly string[]): boolean => whosIn(here().village ?? here().area).some((who) => wanted.includes(who));
/** What is drawn for whom; the server judges. */
export const isGiver = (): boolean => are("office:secretary", "township:director", "county:director", "operator");
export const isCountyGiver = (): boolean => are("county:director", "operator");
/** Whether the members' roll may be searched. */
export const seesRoll = (): boolean => are("office:secretary");
