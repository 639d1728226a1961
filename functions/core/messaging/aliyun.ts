import { randomUUID } from "node:crypto";
import { type AliyunKeys, canonicalQuery, signedHeaders } from "./aliyun-signature.ts";
import { failureOf, type Message, type Messaging, MessagingError, type MessagingFailure, retryAfterOf } from "./port.ts";

export interface AliyunOptions {
  readonly endpoint: string;
  readonly signName: string;
  /** The provider's template id, by our template key. */
  readonly templates: Readonly<Record<string, string>>;
}
interface Answer { readonly Code?: string; readonly Message?: string; readonly BizId?: string }

const PATIENCE = 5000;

/** What the provider's codes mean for a message. Money that ran out is "later": a warning must not be lost to an unpaid bill. */
const KINDS: readonly (readonly [RegExp, MessagingFailure])[] = [
  [/MOBILE_NUMBER_ILLEGAL|MOBILE_COUNT_OVER_LIMIT|INVALID_PARAMETERS/, "invalid"],
  [/BLACKLIST|IN_BLACK|USER_REJECT/, "opted-out"],
  [/LIMIT_CONTROL|Throttling|AMOUNT_NOT_ENOUGH|OUT_OF_SERVICE|SYSTEM_ERROR|ServiceUnavailable|InternalError/, "busy"],
];
const kindOf = (status: number, code: string): MessagingFailure =>
  KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? failureOf(status);

/** Numbers of the mainland go without their country code, others without the plus. */
const number = (e164: string): string => (e164.startsWith("+86") ? e164.slice(3) : e164.replace(/^\+/, ""));

const ask = async (url: string, headers: Record<string, string>, patience: number): Promise<Response> => {
  try {
    return await fetch(url, { method: "POST", headers, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const refused = ((error as Error).cause as { code?: string } | undefined)?.code === "ECONNREFUSED";
    throw new MessagingError(refused ? "busy" : "unknown", "the carrier did not answer");
  }
};

/**
 * SMS through Aliyun (SendSms, 2017-05-25): an approved template and its parameters, never free text. `context` goes out as OutId and
 * comes back in the receipt.
 */
export const aliyun = (options: AliyunOptions, keys: () => Promise<AliyunKeys>, patience = PATIENCE): Messaging => {
  const { host, origin } = new URL(options.endpoint);
  return {
    send: async (message: Message) => {
      const template = options.templates[message.templateKey];
      if (!template) throw new MessagingError("blocked", `no approved template for ${message.templateKey}`);
      const query = {
        PhoneNumbers: number(message.to), SignName: options.signName, TemplateCode: template, TemplateParam: JSON.stringify(message.params),
        ...(message.context ? { OutId: message.context } : {}),
      };
      const date = new Date().toISOString().replace(/\.\d+Z$/, "Z");
      const headers = signedHeaders({ host, action: "SendSms", version: "2017-05-25", query, date, nonce: randomUUID() }, await keys());
      const answer = await ask(`${origin}/?${canonicalQuery(query)}`, headers, patience);
      const body = (await answer.json().catch(() => ({}))) as Answer;
      if (answer.ok && body.Code === "OK") return { id: body.BizId ?? "" };
      const code = body.Code ?? "";
      throw new MessagingError(answer.ok && !code ? "unknown" : kindOf(answer.status, code), `Aliyun: ${code || answer.status}`, retryAfterOf(answer.headers.get("retry-after")));
    },
  };
};
