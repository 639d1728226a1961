import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { FeatureCode } from "./implement.ts";
import { readCarrier } from "./carrier.ts";
import { readArrival } from "./media-arrivals.ts";
import { hearAll, type Delivery } from "./listen.ts";
import { log } from "./log.ts";
import type { Message } from "./queues.ts";
import { doWork } from "./work.ts";

const read = (record: SQSRecord): Message | null => {
  const body = JSON.parse(record.body) as Record<string, unknown>;
  return typeof body["kind"] === "string" ? (body as unknown as Message) : readArrival(body) ?? readCarrier(body, record.messageId);
};

/**
 * A batch off one of the feature's queues. What fails is named, and comes again; the rest is done.
 */
export const takeMessages = async (feature: FeatureCode, event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed = new Set<string>();
  const heard: Delivery[] = [];
  const fail = (id: string, error: unknown): void => {
    failed.add(id);
    log("error", "a message failed", { feature: feature.name, error: `${(error as Error).name}: ${(error as Error).message}`.slice(0, 300) });
  };
  for (const record of event.Records) {
    try {
      const message = read(record);
      if (!message) continue;
      if (message.kind === "work") await doWork(feature, message);
      else heard.push({ id: record.messageId, message });
    } catch (error) { fail(record.messageId, error); }
  }
  await hearAll(feature, heard, fail);
  return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
};
