import { contract } from "../../../shared/affairs/notices/contract.ts";
import { Published, SmsWanted } from "../../../shared/affairs/notices/events.ts";
import words from "../../../shared/affairs/notices/words.json" with { type: "json" };
import { due, hear, implement, Receipt } from "../../core/implement.ts";
import { drawn } from "./by-lot.ts";
import { know, knowFor, whoKnows } from "./know.ts";
import { moves } from "./moves.ts";
import { NoteSms, Notice } from "./rows.ts";
import { forMe, groupText, list, mine, one, past } from "./read.ts";
import { planSms, sendSms, sms, smsAgain, smsReceipt } from "./sms.ts";
import { tellHouses } from "./tell-houses.ts";
import { officeView } from "./view.ts";
import { all, draft, edit, forOffice } from "./write.ts";

export const handler = implement("affairs/notices", contract, words, {
  routes: { list, past, mine, drawn, all, draft, edit, one, forMe, forOffice, sms, groupText, know, knowFor, whoKnows },
  lifecycle: {
    kind: Notice,
    sees: () => true,
    view: (notice, caller) => officeView(notice, caller.person),
    about: (notice) => ({ values: { title: notice.title } }),
    clocks: { lotEnds: (notice) => (notice.lot ? new Date(notice.lot.until) : null), end: (notice) => (notice.until && notice.key ? new Date(notice.until) : null) },
    moves,
  },
  on: { "affairs/notices/published": hear(Published, tellHouses), "affairs/notices/sms-wanted": hear(SmsWanted, planSms), "carrier/receipt": hear(Receipt, smsReceipt) },
  due: { sms: due(NoteSms, smsAgain) },
  work: { sms: sendSms },
});
