import { type App, Duration, type Stack } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnEventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { CodeOf } from "../build/bundle.ts";
import type { RegionFile } from "../regions/schema.ts";
import { carrierQueues, CORE_FUNCTIONS, type Contracts, queues, RECEIPTS_PATH } from "../resources.ts";
import { acknowledge } from "./acknowledge.ts";
import { openRoutes } from "./gate.ts";
import { callbackGrants, coreGrants } from "./grants.ts";
import { lambdaFor } from "./lambda.ts";
import { named, stackOf } from "./names.ts";
import { deadLetters } from "./queue.ts";
import { carrierHasTopic } from "./section.ts";
import type { Storage } from "./storage.ts";
import type { Web } from "./web.ts";

/** Only rows that are new events; everything else in the stream costs nothing. */
const NEW_EVENTS = JSON.stringify({ eventName: ["INSERT"], dynamodb: { Keys: { sk: { S: [{ prefix: "EVENT#" }] } } } });

const [ROUTER, SWEEPER, CARRIER] = CORE_FUNCTIONS;
type Parts = readonly [stack: Stack, file: RegionFile, contracts: Contracts, code: CodeOf, storage: Storage];

/** Follows the table's stream. A batch that keeps failing is halved, then set aside; the sweeper routes again what stayed unsealed. */
const router = ([stack, file, contracts, code, storage]: Parts): void => {
  const dead = deadLetters(stack, file, `${ROUTER.name}-dead`);
  acknowledge(dead, "AwsSolutions-SQS3", "It is itself where the stream sets aside what could not be routed.");
  const grants = [
    ...coreGrants(stack, file, storage, queues(contracts), false),
    new PolicyStatement({ effect: Effect.ALLOW, actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"], resources: [storage.streamArn] }),
    new PolicyStatement({ effect: Effect.ALLOW, actions: ["sqs:SendMessage"], resources: [dead.queueArn] }),
  ];
  const made = lambdaFor(stack, file, storage, code, { name: ROUTER.name, timeoutSeconds: ROUTER.timeoutSeconds, grants });
  new CfnEventSourceMapping(stack, "Stream", {
    functionName: made.functionName, eventSourceArn: storage.streamArn, startingPosition: "TRIM_HORIZON", batchSize: 100,
    bisectBatchOnFunctionError: true, maximumRetryAttempts: 10, filterCriteria: { filters: [{ pattern: NEW_EVENTS }] },
    destinationConfig: { onFailure: { destination: dead.queueArn } },
  });
};

/** Wakes every minute and hands out what is due. */
const sweeper = ([stack, file, contracts, code, storage]: Parts): void => {
  const made = lambdaFor(stack, file, storage, code, { name: SWEEPER.name, timeoutSeconds: SWEEPER.timeoutSeconds, grants: coreGrants(stack, file, storage, queues(contracts), true) });
  new Rule(stack, "EveryMinute", { schedule: Schedule.rate(Duration.minutes(1)), targets: [new LambdaFunction(made, { retryAttempts: 0 })] });
};

/** Where a two-way number of the carrier delivers answers and receipts. */
const carrier = (stack: Stack, file: RegionFile): void => {
  const topic = new Topic(stack, "Carrier", { topicName: named(file, "carrier"), enforceSSL: true });
  topic.addToResourcePolicy(new PolicyStatement({
    effect: Effect.ALLOW, principals: [new ServicePrincipal("sms-voice.amazonaws.com")], actions: ["sns:Publish"], resources: [topic.topicArn],
    conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
  }));
  acknowledge(topic, "AwsSolutions-SNS2", "The carrier cannot use a key of ours; the texts wait encrypted in the queues.");
};

/** Where a carrier that has no topic calls back: one route, which puts receipts into the queues that hear them and may do nothing else. */
const callback = ([stack, file, contracts, code, storage]: Parts, { apiId, origin }: Pick<Web, "apiId" | "origin">): void => {
  const hearing = carrierQueues(contracts).filter(({ events }) => events.includes("carrier/receipt")).map(({ queue }) => queue);
  const made = lambdaFor(stack, file, storage, code, { name: CARRIER.name, timeoutSeconds: CARRIER.timeoutSeconds, grants: callbackGrants(stack, file, storage, hearing), origin });
  openRoutes(stack, apiId, CARRIER.name, made, [RECEIPTS_PATH]);
};

/** What belongs to no feature: router, sweeper, the carrier's topic or the address it calls back. */
export const core = (app: App, file: RegionFile, contracts: Contracts, code: CodeOf, storage: Storage, web: Pick<Web, "apiId" | "origin">): Stack => {
  const stack = stackOf(app, file, "core", "events, clocks and the carrier's topic");
  const parts: Parts = [stack, file, contracts, code, storage];
  router(parts);
  sweeper(parts);
  if (carrierHasTopic(file)) carrier(stack, file);
  else callback(parts, web);
  return stack;
};
