import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

export const LETTERS = "cadres/letters";
export type Letter = Answer<"cadres/letters", "one">;
export type Receipt = Answer<"cadres/letters", "send">;
export type Followed = Answer<"cadres/letters", "follow">;
export type OnWall = Answer<"cadres/letters", "wall">["items"][number];

const whos = (): readonly string[] => whosIn(here().village);
/** Only what is drawn; the server judges. */
export const isVillager = (): boolean => whos().includes("villager");
export const isSecretary = (): boolean => whos().includes("office:secretary");
export const isCadre = (): boolean => whos().some((who) => who.startsWith("office:") && who !== "office:secretary");
export const isAbove = (): boolean => whos().some((who) => ["township:director", "township:duty-officer", "county:supervisor", "county:director"].includes(who));
