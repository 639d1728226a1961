import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { session, whosIn } from "../../core/session.ts";

export type Post = Answer<"platform/offices", "list">["offices"][number];
export type Holder = Post["holders"][number];
export type Giving = Answer<"platform/offices", "waiting">["items"][number];

const are = (...wanted: readonly string[]): boolean => whosIn(here().village ?? here().area).some((who) => wanted.includes(who));
/** What is drawn for whom; the server judges. */
export const isGiver = (): boolean => are("office:secretary", "township:director", "county:director", "operator");
export const isCountyGiver = (): boolean => are("county:director", "operator");
/** Whether this post is the reader's own, and any is. */
export const holdsPost = (office: string): boolean => are(`office:${office}`);
export const holdsAny = (): boolean => whosIn(here().village).some((who) => who.startsWith("office:"));
export const myself = (): string => session()?.person ?? "";
