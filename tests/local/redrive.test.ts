import { ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startQueues, type LocalQueues } from "../../infra/local/queues.ts";
import { redrive } from "../../infra/local/redrive.ts";

describe("letters nobody could handle", () => {
  let queues: LocalQueues;
  beforeAll(async () => { queues = await startQueues(); await queues.make("alerts-sending-urgent"); await queues.make("alerts-sending-urgent-dead"); });
  afterAll(() => queues.stop());

  it("go back to their queue, all of them, and are counted", async () => {
    const [dead, alive] = [`${queues.base}alerts-sending-urgent-dead`, `${queues.base}alerts-sending-urgent`];
    for (let i = 0; i < 23; i++) await queues.client.send(new SendMessageCommand({ QueueUrl: dead, MessageBody: `{"n":${i}}` }));
    expect(await redrive(queues.client, dead, alive)).toEqual({ moved: 23, failed: 0 });
    const back = new Set<string>();
    for (let more = true; more;) {
      const { Messages: messages = [] } = await queues.client.send(new ReceiveMessageCommand({ QueueUrl: alive, MaxNumberOfMessages: 10 }));
      for (const message of messages) back.add(message.Body!);
      more = messages.length > 0;
    }
    expect(back.size).toBe(23);
    expect(await redrive(queues.client, dead, alive)).toEqual({ moved: 0, failed: 0 });
  });
});
