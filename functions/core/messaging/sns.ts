import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { type Messaging, MessagingError, type MessagingFailure } from "./port.ts";

interface Options {
  /** Shown as the sender where the country allows it. */
  readonly senderId?: string | undefined;
  /** Dollars; SNS does not send a message that costs more. */
  readonly maxPrice?: string | undefined;
  readonly client?: Pick<SNSClient, "send">;
}
interface Failed { readonly name?: string; readonly code?: string; readonly message?: string; readonly $metadata?: { readonly httpStatusCode?: number } }

/** Connections that an idle keep-alive lost, or that never stood: the message has not left. */
const NOT_SENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EPIPE"];

/**
 * SNS Publish has no idempotency token, so the SDK must not repeat a publish whose answer was lost: one repeat on a connection that broke
 * before anything was said, none on a timeout.
 */
const retryOnce = {
  acquireInitialRetryToken: async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
  refreshRetryTokenForRetry: async (token: { getRetryCount(): number }, info: { error?: unknown }) => {
    if (token.getRetryCount() > 0 || !NOT_SENT.includes((info.error as Failed | undefined)?.code ?? "")) throw info.error;
    return { getRetryCount: () => 1, getRetryDelay: () => 50 };
  },
  recordSuccess: () => undefined,
};

const kindOf = (error: Failed): MessagingFailure => {
  const status = error.$metadata?.httpStatusCode ?? 0;
  if (/OptedOut/i.test(error.name ?? "") || /opted out/i.test(error.message ?? "")) return "opted-out";
  if (/InvalidParameter|Validation/.test(error.name ?? "")) return "invalid";
  if (/Throttl/.test(error.name ?? "") || status === 429 || status >= 500 || NOT_SENT.includes(error.code ?? "")) return "busy";
  // A timeout, a reset, anything without an answer: it may have left.
  return status === 0 ? "unknown" : "blocked";
};

const text = (value: string) => ({ DataType: "String", StringValue: value });

/** SMS through Amazon SNS: one way, transactional. An opted-out number is taken and fails silently later. */
export const sns = (options: Options): Messaging => {
  const client = options.client ?? new SNSClient({ retryStrategy: retryOnce, requestHandler: { requestTimeout: 5000, connectionTimeout: 2000 } });
  return {
    send: async (message) => {
      try {
        const out = await client.send(new PublishCommand({
          PhoneNumber: message.to,
          Message: message.text,
          MessageAttributes: {
            "AWS.SNS.SMS.SMSType": text("Transactional"),
            ...(options.senderId ? { "AWS.SNS.SMS.SenderID": text(options.senderId) } : {}),
            ...(options.maxPrice ? { "AWS.SNS.SMS.MaxPrice": { DataType: "Number", StringValue: options.maxPrice } } : {}),
          },
        }));
        return { id: out.MessageId ?? "" };
      } catch (error) {
        throw new MessagingError(kindOf(error as Failed), `SNS: ${(error as Failed).name ?? "no answer"}`);
      }
    },
  };
};
