import { townshipOf } from "../../../shared/contract/region.ts";
import type { ForMove } from "./given.ts";
import { agree, against, lotFirst, notMe, pass, publishing, undrawn } from "./by-lot.ts";
import { secondFor, verdict } from "./rules.ts";
import { done, over, waits } from "./shelves.ts";

/** Whether the caller's yes lets the notice pass, by the posts that are filled today. */
const judge = ({ row, caller, settings, village, countyRow, facts }: ForMove<"approve"> | ForMove<"publish">) =>
  verdict(secondFor(row, settings), row.writer, caller.key, village.offices, countyRow?.townships[townshipOf(facts, village.id)]?.offices["director"] ?? []);

export const moves = {
  approve: async (given: ForMove<"approve">) => {
    const { row, now, fail, moved } = given;
    const judged = judge(given);
    if (judged === "own-draft" || judged === "secretary-approves") return fail(judged);
    if (row.until !== null && row.until <= now.toISOString()) return fail("until-passed");
    const alone = judged === "passes-alone";
    const first = alone ? await lotFirst(given) : null;
    if (first) return first;
    return moved({ row: { alone, reason: null, lot: null }, writes: undrawn(row), emits: { name: "approved", data: { notice: row.id, alone } } });
  },
  "send-back": ({ row, body, moved }: ForMove<"send-back">) => moved({ row: { reason: body.reason, alone: false, lot: null }, writes: [waits(row)], emits: { name: "sent-back", data: { notice: row.id } } }),
  /** Publishing a draft is saying yes to it as well. */
  publish: async (given: ForMove<"publish">) => {
    const { row, now, fail, moved } = given;
    const judged = row.state === "approved" ? (row.alone ? "passes-alone" : "passes") : judge(given);
    if (judged === "own-draft" || judged === "secretary-approves") return fail(judged);
    if (row.until !== null && row.until <= now.toISOString()) return fail("until-passed");
    const alone = judged === "passes-alone";
    const first = alone && row.state === "draft" ? await lotFirst(given) : null;
    return first ?? moved(publishing(given, alone ? "alone" : "second"));
  },
  agree, against, "not-me": notMe, pass,
  withdraw: ({ row, body, moved }: ForMove<"withdraw">) => moved({ row: { reason: body.reason }, emits: { name: "withdrawn", data: { notice: row.id } } }),
  drop: ({ row, moved }: ForMove<"drop">) => moved({ row: { lot: null, media: [] }, writes: [done(row), ...undrawn(row)], emits: { name: "dropped", data: { notice: row.id } } }),
  /** Off the shelf; a withdrawn one stays withdrawn, so that its reason can be looked up. */
  expire: ({ row, moved }: ForMove<"expire">) => moved({ to: row.state === "withdrawn" ? "withdrawn" : "expired", row: { key: null }, writes: over(row), emits: { name: "expired", data: { notice: row.id } } }),
};
