import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { unlogged } from "./clients.ts";
import { environment } from "./environment.ts";
import type { EventRow } from "./commit.ts";

/** What travels in a feature's queues. */
export type Message =
  | { readonly kind: "event"; readonly pk: string; readonly event: EventRow; readonly village?: string; readonly page?: number; readonly from?: string }
  | { readonly kind: "clock"; readonly pk: string; readonly sk: string; readonly gds: string }
  | { readonly kind: "work"; readonly pk: string; readonly work: string; readonly lane: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: "carrier"; readonly name: "carrier/received" | "carrier/receipt"; readonly id: string; readonly at: string; readonly data: unknown };

let client: SQSClient | undefined;
export const sqs = (): SQSClient => (client ??= unlogged(new SQSClient({ maxAttempts: 4 })));
/** Puts another client in its place: the embedded stack, a test. */
export const useSqs = (other: SQSClient): void => { client = other; };

/** @example queueName("alerts/sending", "urgent") // "alerts-sending-urgent" */
export const queueName = (feature: string, lane?: string): string => `${feature.replace("/", "-")}${lane ? `-${lane}` : ""}`;

export interface Posted { readonly queue: string; readonly message: Message; readonly delaySeconds?: number }

/**
 * Hands messages to queues, ten a call. Durable once it returns.
 * @throws Error naming the queue if any message was not taken, so that the caller is redelivered
 */
export const post = async (posted: readonly Posted[]): Promise<void> => {
  const byQueue = Map.groupBy(posted, (each) => each.queue);
  for (const [queue, all] of byQueue) {
    for (let i = 0; i < all.length; i += 10) {
      const out = await sqs().send(new SendMessageBatchCommand({
        QueueUrl: `${environment().queueBase}${queue}`,
        Entries: all.slice(i, i + 10).map((each, n) => ({ Id: String(n), MessageBody: JSON.stringify(each.message), ...(each.delaySeconds ? { DelaySeconds: Math.min(900, each.delaySeconds) } : {}) })),
      }));
      if (out.Failed?.length) throw new Error(`${queue} did not take ${out.Failed.length} messages`);
    }
  }
};
