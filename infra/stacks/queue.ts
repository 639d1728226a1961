import { Duration, type Stack } from "aws-cdk-lib";
import { CfnRule } from "aws-cdk-lib/aws-events";
import { Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSubscription } from "aws-cdk-lib/aws-sns";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { MEDIA_FOLDERS } from "../../shared/contract/media-limits.ts";
import type { RegionFile } from "../regions/schema.ts";
import type { QueueSpec } from "../resources.ts";
import { carrierTopicArn, mediaBucket, named } from "./names.ts";

const SAFE = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** A queue that only keeps what could not be handled, for 14 days. */
export const deadLetters = (stack: Stack, file: RegionFile, name: string): Queue =>
  new Queue(stack, `Queue-${name}`, { ...SAFE, queueName: named(file, name), retentionPeriod: Duration.days(14) });

/** One of a feature's queues with its dead letters: encrypted, TLS only. */
export const queueFor = (stack: Stack, file: RegionFile, spec: QueueSpec): Queue =>
  new Queue(stack, `Queue-${spec.name}`, {
    ...SAFE, queueName: named(file, spec.name), visibilityTimeout: Duration.seconds(spec.visibilitySeconds), retentionPeriod: Duration.days(14),
    deadLetterQueue: { queue: deadLetters(stack, file, spec.deadLetters), maxReceiveCount: spec.tries },
  });

/** What the carrier's topic carries, told apart by a field of its body. */
const FIELD: Readonly<Record<string, string>> = { "carrier/received": "messageBody", "carrier/receipt": "eventType" };

/** Lets the message carrier's topic deliver answers and receipts, as they came, to a queue. */
export const hearCarrier = (stack: Stack, file: RegionFile, queue: Queue, events: readonly string[]): void => {
  const topicArn = carrierTopicArn(stack, file);
  queue.addToResourcePolicy(new PolicyStatement({
    effect: Effect.ALLOW, principals: [new ServicePrincipal("sns.amazonaws.com")], actions: ["sqs:SendMessage"], resources: [queue.queueArn],
    conditions: { ArnEquals: { "aws:SourceArn": topicArn } },
  }));
  const only = events.length === 1 ? FIELD[events[0]!] : undefined;
  new CfnSubscription(stack, `Carrier-${queue.node.id}`, {
    topicArn, protocol: "sqs", endpoint: queue.queueArn, rawMessageDelivery: true,
    ...(only ? { filterPolicyScope: "MessageBody", filterPolicy: { [only]: [{ exists: true }] } } : {}),
  });
};

/** Lets the event bus bring the media bucket's word that an upload arrived. By way of the bus the bucket need not know a queue that comes later. */
export const hearArrivals = (stack: Stack, file: RegionFile, queue: Queue): void => {
  const rule = new CfnRule(stack, "Arrivals", {
    name: named(file, "arrivals"), state: "ENABLED",
    eventPattern: { source: ["aws.s3"], "detail-type": ["Object Created"], detail: { bucket: { name: [mediaBucket(stack, file)] }, object: { key: [{ prefix: `${MEDIA_FOLDERS.arriving}/` }] } } },
    targets: [{ id: "check", arn: queue.queueArn }],
  });
  queue.addToResourcePolicy(new PolicyStatement({
    effect: Effect.ALLOW, principals: [new ServicePrincipal("events.amazonaws.com")], actions: ["sqs:SendMessage"], resources: [queue.queueArn],
    conditions: { ArnEquals: { "aws:SourceArn": rule.attrArn } },
  }));
};
