import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { clock, when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "circle/events";
export type Happening = Answer<"circle/events", "one">;
export type Short = Answer<"circle/events", "list">["items"][number];
const BRANCH = ["office:party-branch", "office:secretary"];
/** Who may call the branch's activities; only what is drawn. A kind of village without a branch has no word for it. */
export const callsBranch = (): boolean => t("branch") !== "" && whosIn(here().village).some((who) => BRANCH.includes(who));
export const timeOf = ({ startsAt, endsAt }: Pick<Short, "startsAt" | "endsAt">): string => `${when(startsAt)}–${clock(endsAt)}`;
export const comingTo = ({ coming, room }: Pick<Short, "coming" | "room">): string => (room === null ? t("coming", { n: coming }) : t("coming.room", { n: coming, room }));
/** One thing a line, as people type a list. */
export const linesOf = (typed: string): string[] => typed.split("\n").map((line) => line.trim()).filter(Boolean);
