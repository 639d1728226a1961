import type { Answer } from "../../core/client/types.ts";
import { call } from "../../core/client/client.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

export const BOOK = "services/phone-book";
export type Entry = Answer<"services/phone-book", "list">["items"][number];
export const KINDS = ["emergency", "doctor", "police", "power", "water", "bus", "courier", "committee", "other"] as const;
export const isVillager = (): boolean => whosIn(here().village).includes("villager");
export const isKeeper = (): boolean => whosIn(here().village).some((who) => ["office:secretary", "office:director", "office:committee"].includes(who));
export const dial = (number: string): string => `tel:${number.replace(/[^\d+]/g, "")}`;
/** The whole book; open to anybody, so the phone keeps it for when there is no network. */
export const wholeBook = () => call(BOOK, "list", { query: { limit: 100 } });
