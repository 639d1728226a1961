import middy from "@middy/core";
import type { APIGatewayProxyEventV2, SQSEvent } from "aws-lambda";
import type { FeatureCode } from "./implement.ts";
import { answerHttp, problemAnswer, securityHeaders } from "./http.ts";

const isQueue = (event: unknown): event is SQSEvent =>
  (event as { Records?: { eventSource?: string }[] }).Records?.[0]?.eventSource === "aws:sqs";

/**
 * One Lambda for a feature: HTTP through middy, its queues beside it. The code for queues is loaded when the first message comes, so that a
 * fresh process answers people sooner.
 */
export const lambdaFor = (feature: FeatureCode): ((event: unknown) => Promise<unknown>) => {
  const http = middy<APIGatewayProxyEventV2>().use([securityHeaders(), problemAnswer(feature)]).handler((event) => answerHttp(feature, event)) as unknown as (event: unknown, context: unknown) => Promise<unknown>;
  return async (event) => {
    if (!isQueue(event)) return http(event, {});
    const { takeMessages } = await import("./messages.ts");
    return takeMessages(feature, event);
  };
};
