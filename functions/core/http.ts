import { randomUUID } from "node:crypto";
import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import common from "../../shared/contract/problems.json" with { type: "json" };
import type { WordsFile } from "../../shared/contract/language.ts";
import { wordsIn } from "../../shared/contract/profile.ts";
import type { BytesAnswer } from "../../shared/contract/media.ts";
import { problemBody, refuse, Refusal } from "../../shared/contract/problem.ts";
import { dispatch } from "./dispatch.ts";
import { environment } from "./environment.ts";
import type { FeatureCode } from "./implement.ts";
import { log, metric } from "./log.ts";
import { languageOf, readRequest } from "./request.ts";

type Result = APIGatewayProxyStructuredResultV2;

/** One HTTP request through the dispatcher, logged and measured. */
export const answerHttp = async (feature: FeatureCode, event: APIGatewayProxyEventV2): Promise<Result> => {
  const started = performance.now();
  const answer = await dispatch(feature, readRequest(event));
  const ms = Math.round(performance.now() - started);
  metric("Milliseconds", ms, { feature: feature.name, route: answer.route }, "Milliseconds");
  const bytes = answer.bytes && answer.status === 200 ? (answer.body as BytesAnswer) : null;
  if (bytes) return { statusCode: 200, isBase64Encoded: true, body: bytes.base64, headers: { "content-type": bytes.type, "cache-control": answer.cache ?? "private, no-store" } };
  return {
    statusCode: answer.status,
    headers: { "content-type": answer.type ?? "application/json; charset=utf-8", "cache-control": answer.cache ?? "no-store" },
    ...(answer.cookies.length ? { cookies: [...answer.cookies] } : {}),
    body: answer.type ? String(answer.body) : JSON.stringify(answer.body),
  };
};

/** Headers every answer carries; the page's own CSP travels with its document. */
export const securityHeaders = (): MiddlewareObj<APIGatewayProxyEventV2, Result> => ({
  after: ({ response }) => {
    if (!response) return;
    response.headers = {
      "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "strict-transport-security": "max-age=63072000; includeSubDomains", "referrer-policy": "no-referrer", ...response.headers,
    };
  },
});

const merged = new WeakMap<WordsFile, WordsFile>();
const wordsOf = (own: WordsFile): WordsFile => {
  let all = merged.get(own);
  if (!all) merged.set(own, all = { zh: { ...common.zh, ...own.zh }, en: { ...common.en, ...own.en } });
  return all;
};

/** Refusals become problem+json in the reader's language; anything else a blank 500 with a correlation id that stands in the log. */
export const problemAnswer = (feature: FeatureCode): MiddlewareObj<APIGatewayProxyEventV2, Result, Error> => ({
  onError: (request) => {
    const correlation = randomUUID();
    const known = request.error instanceof Refusal;
    const refusal = known ? (request.error as Refusal) : refuse("unexpected", { correlation });
    const place = request.event.rawPath?.split("/")[5];
    log(known ? "info" : "error", known ? "refused" : "failed", {
      feature: feature.name, status: refusal.status, code: refusal.code, correlation: known ? undefined : correlation,
      village: place?.slice(0, 24), error: known ? undefined : `${request.error?.name}: ${request.error?.stack?.split("\n").slice(1, 3).join(" ").trim() ?? ""}`,
    });
    metric("Refused", 1, { feature: feature.name, code: refusal.code });
    request.response = {
      statusCode: refusal.status,
      headers: {
        "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store",
        "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "strict-transport-security": "max-age=63072000; includeSubDomains", "referrer-policy": "no-referrer",
        ...(refusal.extra.retryAfter === undefined ? {} : { "retry-after": String(refusal.extra.retryAfter) }),
      },
      body: JSON.stringify(problemBody(refusal, wordsIn(environment().region.profile, wordsOf(feature.words)), languageOf(request.event))),
    };
  },
});
