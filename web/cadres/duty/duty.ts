import type { Answer } from "../../core/client/types.ts";
import { call } from "../../core/client/client.ts";
import { clock, day } from "../../core/parts/time.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

export const DUTY = "cadres/duty";
export type Board = Answer<"cadres/duty", "board">;
export const isCadre = (): boolean => whosIn(here().village).some((who) => who.startsWith("office:"));
export const isPlanner = (): boolean => whosIn(here().village).some((who) => ["office:secretary", "office:director", "office:committee"].includes(who));
export const dial = (number: string): string => `tel:${number.replace(/[^\d+]/g, "")}`;
/** Open to anybody: the phone keeps it for when there is no network. */
export const loadBoard = () => call(DUTY, "board", {});
/** Day and hour: a roster without hours helps nobody. */
export const moment = (at: string): string => `${day(at)} ${clock(at)}`;
