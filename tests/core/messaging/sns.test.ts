import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "../../../functions/core/messaging/port.ts";
import { sns } from "../../../functions/core/messaging/sns.ts";

const cloud = mockClient(SNSClient);
beforeEach(() => { cloud.reset(); });
afterAll(() => { cloud.restore(); });
const message: Message = { to: "+6581234567", templateKey: "leave", params: {}, text: "Leave now", expiresAt: "2026-06-01T12:00:00.000Z", purpose: "warning" };
const failed = (name: string, more: object = {}): Error => Object.assign(new Error(name), { name, ...more });

describe("Amazon SNS", () => {
  test("gets every message as transactional, with the sender's name and a price it may not pass", async () => {
    cloud.on(PublishCommand).resolves({ MessageId: "m1" });
    expect(await sns({ senderId: "WeCountry", maxPrice: "0.25" }).send(message)).toEqual({ id: "m1" });
    expect(cloud.commandCalls(PublishCommand)[0]!.args[0].input).toEqual({
      PhoneNumber: "+6581234567", Message: "Leave now",
      MessageAttributes: {
        "AWS.SNS.SMS.SMSType": { DataType: "String", StringValue: "Transactional" },
        "AWS.SNS.SMS.SenderID": { DataType: "String", StringValue: "WeCountry" },
        "AWS.SNS.SMS.MaxPrice": { DataType: "Number", StringValue: "0.25" },
      },
    });
  });

  test.each([
    ["InvalidParameterException", { $metadata: { httpStatusCode: 400 } }, "invalid"],
    ["OptedOutException", { $metadata: { httpStatusCode: 400 } }, "opted-out"],
    ["AuthorizationErrorException", { $metadata: { httpStatusCode: 403 } }, "blocked"],
    ["ThrottledException", { $metadata: { httpStatusCode: 429 } }, "busy"],
    ["InternalErrorException", { $metadata: { httpStatusCode: 500 } }, "busy"],
    ["Error", { code: "ECONNREFUSED" }, "busy"],
    ["TimeoutError", {}, "unknown"],
    ["Error", { code: "ECONNRESET" }, "unknown"],
  ])("%s %j is kept as %s", async (name, more, kind) => {
    cloud.on(PublishCommand).rejects(failed(name, more));
    await expect(sns({}).send(message)).rejects.toMatchObject({ kind });
  });
});
