import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { aliyun } from "../../../functions/core/messaging/aliyun.ts";
import { signedHeaders } from "../../../functions/core/messaging/aliyun-signature.ts";
import type { Message } from "../../../functions/core/messaging/port.ts";

const servers: Server[] = [];
afterEach(() => { for (const server of servers.splice(0)) { server.closeAllConnections(); server.close(); } });

const provider = (answer: (asked: URL, request: IncomingMessage) => { status: number; body: unknown } | null): Promise<string> => new Promise((resolve) => {
  const server = createServer((request, response) => {
    const said = answer(new URL(request.url ?? "/", "http://carrier"), request);
    if (said) response.writeHead(said.status, { "content-type": "application/json", "retry-after": "7" }).end(JSON.stringify(said.body));
  });
  servers.push(server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));
});
const keys = async () => ({ id: "key", secret: "shh" });
const warning: Message = { to: "+8613812348000", templateKey: "leave", params: { village: "金星村" }, text: "红色山洪", expiresAt: "2026-06-01T12:00:00.000Z", purpose: "warning", context: "SEND-1" };
const carrier = (endpoint: string, patience?: number) => aliyun({ endpoint, signName: "为村", templates: { leave: "SMS_1" } }, keys, patience);

describe("Aliyun", () => {
  test("signs the provider's own published example as the provider does", () => {
    const query = { ImageId: "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", RegionId: "cn-shanghai" };
    const headers = signedHeaders({ host: "ecs.cn-shanghai.aliyuncs.com", action: "RunInstances", version: "2014-05-26", query, date: "2023-10-26T10:22:32Z", nonce: "3156853299f313e23d1673dc12e1703d" }, { id: "YourAccessKeyId", secret: "YourAccessKeySecret" });
    expect(headers["authorization"]).toBe("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
  });

  test("gets the approved template and its parameters, never the free text", async () => {
    let seen: URL | undefined;
    const url = await provider((asked) => { seen = asked; return { status: 200, body: { Code: "OK", BizId: "biz-1" } }; });
    expect(await carrier(url).send(warning)).toEqual({ id: "biz-1" });
    expect(Object.fromEntries(seen!.searchParams)).toEqual({ PhoneNumbers: "13812348000", SignName: "为村", TemplateCode: "SMS_1", TemplateParam: "{\"village\":\"金星村\"}", OutId: "SEND-1" });
  });

  test("is never asked for a message whose template nobody approved", async () => {
    let asked = 0;
    const url = await provider(() => { asked += 1; return { status: 200, body: { Code: "OK", BizId: "x" } }; });
    await expect(carrier(url).send({ ...warning, templateKey: "poem" })).rejects.toMatchObject({ kind: "blocked" });
    expect(asked).toBe(0);
  });

  test.each([
    [200, "isv.MOBILE_NUMBER_ILLEGAL", "invalid"], [200, "isv.BUSINESS_LIMIT_CONTROL", "busy"], [200, "isv.AMOUNT_NOT_ENOUGH", "busy"],
    [200, "isv.SMS_TEMPLATE_ILLEGAL", "blocked"], [503, "ServiceUnavailable", "busy"], [429, "Throttling.User", "busy"],
  ])("a refusal %i %s is kept as %s", async (status, Code, kind) => {
    const url = await provider(() => ({ status, body: { Code } }));
    await expect(carrier(url).send(warning)).rejects.toMatchObject({ kind, retryAfter: 7 });
  });

  test("a carrier that falls silent leaves the outcome unknown", async () => {
    const url = await provider(() => null);
    await expect(carrier(url, 60).send(warning)).rejects.toMatchObject({ kind: "unknown" });
  });
});
