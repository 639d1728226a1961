import { Aws, type Stack } from "aws-cdk-lib";
import { CfnIntegration, CfnRoute, HttpApi, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { CfnPermission, type Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { RegionFile } from "../regions/schema.ts";
import { acknowledge } from "./acknowledge.ts";
import { logGroup } from "./lambda.ts";
import { named } from "./names.ts";

/** Ids of routes only: a path holds village, case and link codes, an address is a villager's. */
const LOG = AccessLogFormat.custom(JSON.stringify({ time: "$context.requestTime", request: "$context.requestId", route: "$context.routeKey", status: "$context.status", ms: "$context.responseLatency", error: "$context.integrationErrorMessage" }));

/** The HTTP API all functions stand behind; the CDN alone knows the header that opens it. */
export const gate = (stack: Stack, file: RegionFile): HttpApi => {
  const api = new HttpApi(stack, "Api", { apiName: named(file, "api"), createDefaultStage: false });
  new HttpStage(stack, "Stage", {
    httpApi: api, stageName: "$default", autoDeploy: true,
    throttle: { rateLimit: file.limits.requestsPerSecond, burstLimit: file.limits.burst },
    accessLogSettings: { destination: new LogGroupLogDestination(logGroup(stack, file, "api")), format: LOG },
  });
  return api;
};

/** Gives a function its greedy routes: "/v1/<section>/<feature>/{proxy+}" and, where something may be cached, the same under "/open". */
export const openRoutes = (stack: Stack, apiId: string, name: string, lambda: Lambda, paths: readonly string[]): void => {
  const integration = new CfnIntegration(stack, `Integration-${name}`, { apiId, integrationType: "AWS_PROXY", integrationUri: lambda.functionArn, payloadFormatVersion: "2.0" });
  for (const path of paths) {
    const method = path.startsWith("/open/") ? "GET" : "ANY";
    const route = new CfnRoute(stack, `Route-${path}`, { apiId, routeKey: `${method} ${path}/{proxy+}`, target: `integrations/${integration.ref}`, authorizationType: "NONE" });
    acknowledge(route, "AwsSolutions-APIG4", "The dispatcher authenticates and authorises every route from its contract, deny by default; offices are read fresh, which an authorizer's cache would not be.");
    new CfnPermission(stack, `Permission-${path}`, {
      action: "lambda:InvokeFunction", principal: "apigateway.amazonaws.com", functionName: lambda.functionArn,
      sourceArn: `arn:${Aws.PARTITION}:execute-api:${stack.region}:${stack.account}:${apiId}/*/*${path}/{proxy+}`,
    });
  }
};
