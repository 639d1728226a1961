import { Issued } from "../../../shared/alerts/warnings/events.ts";
import { contract } from "../../../shared/platform/messages/contract.ts";
import words from "../../../shared/platform/messages/words.json" with { type: "json" };
import { due, hear, implement, Receipt, Tell } from "../../core/implement.ts";
import { leave, pushSome, showWarning } from "./leave.ts";
import { passOn } from "./pass-on.ts";
import { round } from "./round.ts";
import { atDoor, digest, house, houseWish, mine, onDevice, pushKey, read, readOnDevice, subscribe, toldAtDoor, unsubscribe, wish, wishes } from "./routes.ts";
import { Out, Round, Sms } from "./rows.ts";
import { sendSms, smsAgain, smsReceipt } from "./sms.ts";

export const handler = implement("platform/messages", contract, words, {
  routes: { mine, onDevice, read, readOnDevice, digest, wishes, wish, house, houseWish, atDoor, toldAtDoor, pushKey, subscribe, unsubscribe },
  on: { "alerts/warnings/issued": hear(Issued, showWarning), "carrier/receipt": hear(Receipt, smsReceipt) },
  due: { tell: due(Tell, passOn), leave: due(Out, leave), round: due(Round, round), again: due(Sms, smsAgain) },
  work: { push: pushSome, sms: sendSms },
});
