import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export type Greeting = Answer<"circle/guestbook", "one">;
/** One's own, or as an office sees it: also why it waits or was taken away. */
export type OwnGreeting = Answer<"circle/guestbook", "leave">;

const KEEPERS = ["office:secretary", "office:director", "office:committee"];
/** Who may answer guests, and who looks at what was held: only what is drawn; the server judges. */
export const isVillager = (): boolean => whosIn(here().village).includes("villager");
export const isKeeper = (): boolean => whosIn(here().village).some((who) => KEEPERS.includes(who));

/** "Li Ming, from Changsha", as far as it is known. */
export const whoGreets = ({ name, hometown }: Pick<Greeting, "name" | "hometown">): string => (hometown ? t("from", { name: name || t("guest"), hometown }) : name || t("guest"));
const [HOUR, DAY] = [60, 1_440];
/** How long a guest waited, in the largest unit that says it. */
export const waited = (minutes: number): string =>
  minutes < 1 ? t("at-once") : minutes < HOUR ? t("minutes", { n: minutes }) : minutes < DAY ? t("hours", { n: Math.round(minutes / HOUR) }) : t("days", { n: Math.round(minutes / DAY) });
