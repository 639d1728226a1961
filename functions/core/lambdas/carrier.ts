import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { environment } from "../environment.ts";
import { log } from "../log.ts";
import { receiptsKey } from "../messaging/aliyun-settings.ts";
import { isProvider, readReports } from "../messaging/aliyun-receipts.ts";
import { post, queueName } from "../queues.ts";
import { routing } from "../routes-of-events.ts";

const MOST_BYTES = 262_144;
const answer = (statusCode: number, body: object): APIGatewayProxyStructuredResultV2 =>
  ({ statusCode, headers: { "content-type": statusCode < 400 ? "application/json" : "application/problem+json", "cache-control": "no-store", "x-content-type-options": "nosniff" }, body: JSON.stringify(body) });

const parsed = (event: APIGatewayProxyEventV2): unknown => {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? "", "base64").toString("utf8") : event.body ?? "";
  if (Buffer.byteLength(text) > MOST_BYTES) return null;
  try { return JSON.parse(text) as unknown; } catch { return null; }
};

/**
 * POST /v1/carrier/receipts/<key>: what became of messages, as a carrier without a topic calls back. Once the queues hold it, it is answered
 * 200; a throw becomes a 500, and the provider comes again after 1, 5 and 10 minutes.
 */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const { originSecret } = environment();
  const forged = (originSecret !== undefined && event.headers["x-origin-secret"] !== originSecret) || !isProvider(event.rawPath.split("/")[4] ?? "", await receiptsKey());
  if (forged) { log("warn", "a forged receipt", { status: 401 }); return answer(401, { type: "forged-receipt", status: 401 }); }
  if (event.requestContext.http.method !== "POST") return answer(404, { type: "not-found", status: 404 });
  const messages = readReports(parsed(event));
  if (!messages) return answer(422, { type: "malformed", status: 422 });
  const listeners = routing().listeners["carrier/receipt"] ?? [];
  await post(listeners.flatMap((feature) => messages.map((message) => ({ queue: queueName(feature), message }))));
  return answer(200, { code: 0, msg: "OK" });
};
