import { countSms } from "../../../shared/contract/sms-parts.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import { environment } from "../environment.ts";
import { metric } from "../log.ts";
import type { Messaging } from "./port.ts";

/** Counts what leaves in SMS parts and by purpose, so that codes and warnings have budgets of their own. */
const counted = (carrier: Messaging): Messaging => ({
  send: async (message) => {
    const sent = await carrier.send(message);
    metric("sms-parts", countSms(message.text).parts, { purpose: message.purpose });
    return sent;
  },
});

const carriers: { readonly [A in RegionFacts["messaging"]["adapter"]]?: (facts: RegionFacts) => Promise<Messaging> } = {
  sns: async (facts) => (await import("./sns.ts")).sns({ senderId: facts.messaging.senderId, maxPrice: process.env["WECOUNTRY_SMS_MAX_PRICE"] }),
  phones: async () => (await import("./phones.ts")).phones(environment().phones ?? ""),
  aliyun: async () => {
    const [{ aliyun }, { aliyunKeys, aliyunSettings }] = await Promise.all([import("./aliyun.ts"), import("./aliyun-settings.ts")]);
    return aliyun(aliyunSettings(), aliyunKeys);
  },
};

let kept: { readonly adapter: string; readonly carrier: Promise<Messaging> } | undefined;

/** The region's carrier; its code is loaded by those who send and by nobody else. */
export const messagingFor = (facts: RegionFacts): Promise<Messaging> => {
  const { adapter } = facts.messaging;
  if (kept?.adapter === adapter) return kept.carrier;
  const make = carriers[adapter];
  if (!make) throw new Error(`no carrier for ${adapter}`);
  kept = { adapter, carrier: make(facts).then(counted) };
  return kept.carrier;
};

/** Forgets the carrier: another stack in this process has phones of its own. */
export const forgetMessaging = (): void => { kept = undefined; };

/** Puts another carrier in its place: a test that injects refusals and silence. */
export const useMessaging = (facts: RegionFacts, carrier: Messaging): void => {
  kept = { adapter: facts.messaging.adapter, carrier: Promise.resolve(counted(carrier)) };
};
