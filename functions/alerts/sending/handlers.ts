import { contract } from "../../../shared/alerts/sending/contract.ts";
import words from "../../../shared/alerts/sending/words.json" with { type: "json" };
import { Issued, Over, PutUp, Resumed } from "../../../shared/alerts/warnings/events.ts";
import { due, hear, implement, put, Receipt } from "../../core/implement.ts";
import { alertOf } from "../warnings/reads.ts";
import { lookAt } from "./again.ts";
import { costOf } from "./cost-route.ts";
import { goOn, tellOver } from "./over.ts";
import { planIssued, planStandBy } from "./plan.ts";
import { heed } from "./receipts.ts";
import { ByHand, Send } from "./rows.ts";
import { sendSome } from "./send.ts";
import { linesOf, scriptOf } from "./show.ts";

export const handler = implement("alerts/sending", contract, words, {
  routes: {
    cost: costOf,
    list: async ({ table, params, query }) => linesOf(table, params.warning, query),
    script: async (given) => (await scriptOf(given, given.params.warning)) ?? given.fail("not-found"),
    byHand: async ({ table, params, body, caller, now, newId, change, fail }) => {
      if (!(await alertOf(table, params.warning))) return fail("not-found");
      const done = { id: newId(), warning: params.warning, channel: body.channel, by: caller.person ?? caller.key, at: now.toISOString(), where: body.where };
      return change({ writes: [put(ByHand, done, "new")], emits: { name: "marked-by-hand", data: { warning: params.warning, channel: body.channel } }, answer: { done: true } });
    },
  },
  on: {
    "alerts/warnings/put-up": hear(PutUp, planStandBy),
    "alerts/warnings/issued": hear(Issued, planIssued),
    "alerts/warnings/over": hear(Over, tellOver),
    "alerts/warnings/resumed": hear(Resumed, goOn),
    "carrier/receipt": hear(Receipt, heed),
  },
  due: { again: due(Send, lookAt) },
  work: { send: sendSome },
});
