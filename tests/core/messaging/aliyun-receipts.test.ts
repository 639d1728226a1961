import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { facts } from "../../../infra/regions/sample.ts";
import { forgetEnvironment } from "../../../functions/core/environment.ts";
import { handler } from "../../../functions/core/lambdas/carrier.ts";
import { useLog } from "../../../functions/core/log.ts";
import { isProvider, readReports } from "../../../functions/core/messaging/aliyun-receipts.ts";
import { useSqs } from "../../../functions/core/queues.ts";
import { useRouting } from "../../../functions/core/routes-of-events.ts";

const KEY = "a-long-random-key-of-the-provider";
const secrets = mockClient(SecretsManagerClient);
const cloud = mockClient(SQSClient);
const lines: string[] = [];
const before = { ...process.env };
beforeAll(() => {
  Object.assign(process.env, { WECOUNTRY_REGION: JSON.stringify(facts), WECOUNTRY_ORIGIN_SECRET: "from-the-cdn", WECOUNTRY_QUEUES: "https://queues/" });
  forgetEnvironment();
  useSqs(new SQSClient({ region: "us-east-1" }));
  useLog((line) => { lines.push(line); });
  useRouting({ listeners: { "carrier/receipt": ["alerts/sending"] }, owners: {} });
  secrets.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify({ id: "a", secret: "b", receipts: KEY }) });
});
afterAll(() => { cloud.restore(); secrets.restore(); useRouting(null); for (const name of ["WECOUNTRY_REGION", "WECOUNTRY_ORIGIN_SECRET", "WECOUNTRY_QUEUES"]) { if (before[name] === undefined) delete process.env[name]; else process.env[name] = before[name]; } forgetEnvironment(); });
beforeEach(() => { cloud.reset(); cloud.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] }); lines.length = 0; });

/** As the provider documents it. */
const REPORT = { phone_number: "13812348000", send_time: "2017-01-01 00:00:00", report_time: "2017-01-01 00:00:00", success: true, err_code: "DELIVERED", err_msg: "用户接收成功", sms_size: "1", biz_id: "12345", out_id: "431228103201|W1#H1#sms-alert" };
const call = (key: string, body: unknown, { origin = "from-the-cdn", method = "POST" } = {}) => handler({
  rawPath: `/v1/carrier/receipts/${key}`, headers: { "x-origin-secret": origin }, requestContext: { http: { method } }, body: typeof body === "string" ? body : JSON.stringify(body), isBase64Encoded: false,
} as never);
const posted = (): unknown[] => cloud.commandCalls(SendMessageBatchCommand).flatMap(({ args }) => (args[0].input.Entries ?? []).map(({ MessageBody }) => JSON.parse(MessageBody!) as unknown));

describe("receipts of Aliyun", () => {
  test("reach whoever waits for them, with what we gave along, and without the phone number", async () => {
    expect(await call(KEY, [REPORT, { ...REPORT, biz_id: "12346", success: false, err_code: "UNDELIV", out_id: null }])).toMatchObject({ statusCode: 200, body: "{\"code\":0,\"msg\":\"OK\"}" });
    expect(posted()).toMatchObject([
      { kind: "carrier", name: "carrier/receipt", id: "12345-delivered", data: { id: "12345", status: "delivered", context: "431228103201|W1#H1#sms-alert" } },
      { kind: "carrier", name: "carrier/receipt", id: "12346-unreachable", data: { id: "12346", status: "unreachable" } },
    ]);
    expect(JSON.stringify(posted()) + lines.join()).not.toContain("138");
  });

  test.each<[string, string, { origin?: string }]>([
    ["another key", "a-long-random-key-of-somebody-else", {}], ["no key", "", {}], ["the right key past the CDN", KEY, { origin: "guessed" }],
  ])("forged, with %s: 401, and nothing changes", async (_how, key, more) => {
    expect((await call(key, [REPORT], more)).statusCode).toBe(401);
    expect(posted()).toEqual([]);
    expect(lines.join()).not.toContain(KEY);
  });

  test("are taken from nobody while no key is stored, or only a short one", () => {
    expect([isProvider("", undefined), isProvider("", ""), isProvider("short", "short"), isProvider(KEY, KEY)]).toEqual([false, false, false, true]);
  });

  test.each(["not json", "{}", "null", `[${"1".repeat(262_200)}]`])("that are no list are refused without a crash (%.12s)", async (body) => {
    expect((await call(KEY, body)).statusCode).toBe(422);
    expect(posted()).toEqual([]);
  });

  test("that cannot be read are counted, and their neighbours count all the same", () => {
    expect(readReports([{ success: "yes" }, 7, REPORT])).toHaveLength(1);
    expect(lines.filter((line) => line.includes("receipt-unreadable"))).toHaveLength(2);
  });

  test("come again when the queue did not take them", async () => {
    cloud.on(SendMessageBatchCommand).rejects(new Error("busy"));
    await expect(call(KEY, [REPORT])).rejects.toThrow("busy");
  });
});
