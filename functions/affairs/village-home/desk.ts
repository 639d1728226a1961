import { contract as rollCall } from "../../../shared/alerts/roll-call/contract.ts";
import { hazards } from "../../../shared/alerts/warnings/hazards.ts";
import { contract as vulnerable } from "../../../shared/alerts/vulnerable/contract.ts";
import { contract as guestbook } from "../../../shared/circle/guestbook/contract.ts";
import { whoList } from "../../../shared/contract/who.ts";
import { holds } from "../../core/implement.ts";
import { Board, boardId } from "../../alerts/roll-call/reads.ts";
import { unbuddiedNow } from "../../alerts/vulnerable/reads.ts";
import { waitingFor } from "../../platform/desk/reads.ts";
import type { For } from "./given.ts";
import { answerWithin } from "./public-home.ts";
import { Summary } from "./rows.ts";
import { deskOf, spoken, waitsTooLong, type DeskLine, type Warned } from "./rules.ts";

/** Who walks from door to door, and who keeps the guestbook: as their own contracts say. */
const SWEEPERS = whoList(rollCall.routes.village.who);
const KEEPERS = whoList(guestbook.routes.held.who);
/** Who sees to buddies of vulnerable households in the whole village. */
const CARERS = whoList(vulnerable.routes.list.who).filter((who) => who !== "office:group-leader");
const MOST_BARE = 50;
/** So many matters stand on the home; the desk itself has the others. */
const MOST = 3;

type Given = Pick<For<"mine">, "table" | "county" | "village" | "caller" | "words" | "now" | "facts">;

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

/** What waits for the posts the reader holds today, the soonest due first; nothing for anybody else. */
export const desk = async (given: Given, alerts: readonly Warned[]): Promise<DeskLine[]> => {
  const { table, village, caller, words, now } = given;
  if (caller.holds.length === 0) return [];
  const keeps = holds(caller, ...KEEPERS) && !village.off.includes("circle/guestbook");
  const cares = holds(caller, ...CARERS) && !village.off.includes("alerts/vulnerable");
  const [open, waits, summary, bare] = await Promise.all([warned(given, alerts), waitingFor(table, village, caller, now), keeps ? table.get(Summary, "") : null, cares ? unbuddiedNow(given, MOST_BARE) : 0]);
  const more = waits.length - MOST;
  return deskOf([
    ...open,
    ...(bare > 0 ? [{ text: spoken(words, "desk.bare", { n: bare }), where: "alerts/vulnerable/all", overdue: true }] : []),
    ...waits.slice(0, MOST).map((wait): DeskLine => ({ text: wait.text, where: wait.where, overdue: wait.late })),
    ...(waitsTooLong(summary?.guestWaits ?? null, answerWithin(village), now) ? [{ text: spoken(words, "desk.guest"), where: "circle/guestbook", overdue: true }] : []),
    ...(more > 0 ? [{ text: spoken(words, "desk.more", { n: more }), where: "platform/desk", overdue: false }] : []),
  ]);
};
