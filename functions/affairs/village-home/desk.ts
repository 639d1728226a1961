import { contract as notices } from "../../../shared/affairs/notices/contract.ts";
import { contract as rollCall } from "../../../shared/alerts/roll-call/contract.ts";
import { hazards } from "../../../shared/alerts/warnings/hazards.ts";
import { contract as guestbook } from "../../../shared/circle/guestbook/contract.ts";
import { LANGUAGES } from "../../../shared/contract/language.ts";
import { whoList } from "../../../shared/contract/who.ts";
import { holds } from "../../core/implement.ts";
import { Board, boardId } from "../../alerts/roll-call/reads.ts";
import { greetingsHeld } from "../../circle/guestbook/reads.ts";
import { noticesWaiting } from "../notices/reads.ts";
import type { For } from "./given.ts";
import { answerWithin } from "./public-home.ts";
import { Summary } from "./rows.ts";
import { deskOf, some, spoken, waitsTooLong, type DeskLine, type Warned } from "./rules.ts";

/** Who walks from door to door, who writes notices, who keeps the guestbook: as their own contracts say. */
const SWEEPERS = whoList(rollCall.routes.village.who);
const WRITERS = whoList(notices.routes.draft.who);
const KEEPERS = whoList(guestbook.routes.held.who);
/** Beyond this a desk says "more than". */
const MOST = 10;

type Given = Pick<For<"mine">, "table" | "county" | "village" | "caller" | "words" | "now">;

/** Households still open in each running warning, calls nobody has taken first; all boards in one read. */
const warned = async ({ county, village, caller, words }: Given, alerts: readonly Warned[]): Promise<DeskLine[]> => {
  if (!holds(caller, ...SWEEPERS)) return [];
  const boards = await county.many(Board, alerts.map((alert) => boardId(alert.id, village.id)));
  return alerts.flatMap((alert, i) => {
    const board = boards[i];
    const line = (key: string, n: number, overdue: boolean): DeskLine => ({ text: spoken(words, key, (language) => ({ n, hazard: hazards[alert.hazard].name[language] })), where: `alerts/roll-call/${alert.id}`, overdue });
    return [...(board && board.helpUntaken > 0 ? [line("desk.help", board.helpUntaken, true)] : []), ...(board && board.open > 0 ? [line("desk.open", board.open, false)] : [])];
  });
};

/** What waits for the posts the reader holds today; nothing for anybody else. */
export const desk = async (given: Given, alerts: readonly Warned[]): Promise<DeskLine[]> => {
  const { table, village, caller, words, now } = given;
  const on = (feature: string, people: readonly string[]): boolean => holds(caller, ...people) && !village.off.includes(feature);
  const [writes, keeps] = [on("affairs/notices", WRITERS), on("circle/guestbook", KEEPERS)];
  const [open, drafts, held, summary] = await Promise.all([
    warned(given, alerts), writes ? noticesWaiting(table, MOST + 1) : 0, keeps ? greetingsHeld(table, MOST + 1) : 0, keeps ? table.get(Summary, "") : null,
  ]);
  const counted = (key: string, n: number, where: string): DeskLine[] => (n === 0 ? [] : [{ text: Object.fromEntries(LANGUAGES.map((language) => [language, spoken(words, key, { n: some(words, language, n, MOST) })[language]])), where, overdue: false }]);
  return deskOf([
    ...open, ...counted("desk.notices", drafts, "affairs/notices"), ...counted("desk.held", held, "circle/guestbook"),
    ...(waitsTooLong(summary?.guestWaits ?? null, answerWithin(village), now) ? [{ text: spoken(words, "desk.guest"), where: "circle/guestbook", overdue: true }] : []),
  ]);
};
