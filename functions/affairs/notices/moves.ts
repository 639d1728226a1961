import { townshipOf } from "../../../shared/contract/region.ts";
import type { ForMove } from "./given.ts";
import { Notice } from "./rows.ts";
import { secondFor, verdict } from "./rules.ts";
import { done, over, shown, toDo } from "./shelves.ts";

/** Whether the caller's yes lets the notice pass, by the posts that are filled today. */
const judge = ({ row, caller, settings, village, countyRow, facts }: ForMove<"approve"> | ForMove<"publish">) =>
  verdict(secondFor(row, settings), row.writer, caller.key, village.offices, countyRow?.townships[townshipOf(facts, village.id)]?.offices["director"] ?? []);

/** When it will be over: as written, or after the village's habit. */
const endOf = (row: Notice, now: Date, plainLasts: number): string => row.until ?? new Date(now.getTime() + plainLasts).toISOString();

export const moves = {
  approve: (given: ForMove<"approve">) => {
    const { row, now, fail, moved } = given;
    const judged = judge(given);
    if (judged === "own-draft" || judged === "secretary-approves") return fail(judged);
    if (row.until !== null && row.until <= now.toISOString()) return fail("until-passed");
    const alone = judged === "passes-alone";
    return moved({ row: { alone, reason: null }, emits: { name: "approved", data: { notice: row.id, alone } } });
  },
  "send-back": ({ row, body, moved }: ForMove<"send-back">) => moved({ row: { reason: body.reason, alone: false }, writes: [toDo(row)], emits: { name: "sent-back", data: { notice: row.id } } }),
  /** Publishing a draft is saying yes to it as well. */
  publish: (given: ForMove<"publish">) => {
    const { row, now, newId, settings, fail, moved } = given;
    const judged = row.state === "approved" ? (row.alone ? "passes-alone" : "passes") : judge(given);
    if (judged === "own-draft" || judged === "secretary-approves") return fail(judged);
    if (row.until !== null && row.until <= now.toISOString()) return fail("until-passed");
    const [alone, key] = [judged === "passes-alone", newId()];
    return moved({
      row: { alone, key, reason: null, publishedAt: now.toISOString(), until: endOf(row, now, settings.plainLasts) }, writes: shown(row, key),
      emits: { name: "published", data: { notice: row.id, to: row.audience.to, mustRead: row.kind === "must-read", alone } },
    });
  },
  withdraw: ({ row, body, moved }: ForMove<"withdraw">) => moved({ row: { reason: body.reason }, emits: { name: "withdrawn", data: { notice: row.id } } }),
  drop: ({ row, moved }: ForMove<"drop">) => moved({ writes: [done(row)], emits: { name: "dropped", data: { notice: row.id } } }),
  /** Off the shelf; a withdrawn one stays withdrawn, so that its reason can be looked up. */
  expire: ({ row, moved }: ForMove<"expire">) => moved({ to: row.state === "withdrawn" ? "withdrawn" : "expired", row: { key: null }, writes: over(row), emits: { name: "expired", data: { notice: row.id } } }),
};
