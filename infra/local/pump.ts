import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";

export type Lambda = (event: unknown) => Promise<unknown>;

/**
 * Takes one batch off a queue, as Lambda's event source does: what the function names as failed stays and comes again.
 * @returns how many messages came
 */
export const pumpQueue = async (sqs: SQSClient, url: string, lambda: Lambda, wait: number, batch = 10): Promise<number> => {
  const out = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: batch, WaitTimeSeconds: wait, MessageSystemAttributeNames: ["All"] }));
  const messages = out.Messages ?? [];
  if (messages.length === 0) return 0;
  const event: SQSEvent = {
    Records: messages.map((message) => ({
      messageId: message.MessageId!, receiptHandle: message.ReceiptHandle!, body: message.Body!, eventSource: "aws:sqs", eventSourceARN: url, awsRegion: "local", md5OfBody: "",
      attributes: { ApproximateReceiveCount: message.Attributes?.ApproximateReceiveCount ?? "1", SentTimestamp: "0", SenderId: "local", ApproximateFirstReceiveTimestamp: "0" }, messageAttributes: {},
    })),
  };
  const answer = (await lambda(event)) as SQSBatchResponse | undefined;
  const failed = new Set((answer?.batchItemFailures ?? []).map((each) => each.itemIdentifier));
  const done = messages.filter((message) => !failed.has(message.MessageId!));
  if (done.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: done.map((message, i) => ({ Id: String(i), ReceiptHandle: message.ReceiptHandle! })) }));
  return messages.length;
};
