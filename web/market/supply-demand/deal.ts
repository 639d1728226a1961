import type { Answer } from "../../core/client/types.ts";
import { money } from "../../core/parts/money.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "market/supply-demand";
export type Deal = Answer<typeof FEATURE, "one">;
export type Line = Answer<typeof FEATURE, "board">["items"][number];
export type Contact = Answer<typeof FEATURE, "contact">;
export const KINDS = ["sell", "buy", "lend", "work", "second-hand"] as const;
export const ICONS: Readonly<Record<Line["kind"], string>> = { sell: "sell", buy: "money", lend: "tool", work: "duty", "second-hand": "house", stay: "house", help: "help", lost: "search", errand: "go", "sign-up": "checklist", event: "date" };

/** Only what is drawn; the server judges. */
export const isVillager = (): boolean => whosIn(here().village).includes("villager");
/** "¥3.5 / jin", "for nothing", "to be agreed". */
export const priceOf = ({ price, unit }: Pick<Deal, "price" | "unit">): string => (price === null ? t("to-be-agreed") : price === 0 ? t("for-nothing") : t("each", { price: money(price), unit }));
export const writerOf = ({ name, group }: Pick<Deal, "name" | "group">): string => t(group ? "by" : "by.plain", { name, group });
