import { type App, Duration, type Stack } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Dashboard, GraphWidget, Metric, TextWidget } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { RegionFile } from "../regions/schema.ts";
import { type Contracts, queues } from "../resources.ts";
import { ring, watched } from "./alarms.ts";
import { named, stackOf, tableName } from "./names.ts";

/** Where alarms are heard. CloudWatch may not use the key AWS keeps for SNS, so the topic has one of its own. */
const bell = (stack: Stack, file: RegionFile): Topic => {
  const cloudwatch = new ServicePrincipal("cloudwatch.amazonaws.com");
  const masterKey = new Key(stack, "BellKey", { description: named(file, "alarms"), enableKeyRotation: true });
  masterKey.addToResourcePolicy(new PolicyStatement({ effect: Effect.ALLOW, principals: [cloudwatch], actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: ["*"], conditions: { StringEquals: { "aws:SourceAccount": stack.account } } }));
  const topic = new Topic(stack, "Bell", { topicName: named(file, "alarms"), enforceSSL: true, masterKey });
  topic.addToResourcePolicy(new PolicyStatement({ effect: Effect.ALLOW, principals: [cloudwatch], actions: ["sns:Publish"], resources: [topic.topicArn], conditions: { StringEquals: { "aws:SourceAccount": stack.account } } }));
  if (file.alarmEmail) topic.addSubscription(new EmailSubscription(file.alarmEmail));
  return topic;
};

const graph = (title: string, namespace: string, metricName: string, dimensions: readonly Record<string, string>[], statistic = "Sum"): GraphWidget =>
  new GraphWidget({ title, width: 12, left: dimensions.map((dimensionsMap) => new Metric({ namespace, metricName, dimensionsMap, statistic, period: Duration.minutes(5), label: Object.values(dimensionsMap).at(-1) ?? metricName })) });

/** One small board: what comes in, what waits, what left. */
const board = (stack: Stack, file: RegionFile, contracts: Contracts, apiId: string): void => {
  const lanes = queues(contracts).filter(({ lane }) => lane !== null).slice(0, 20);
  new Dashboard(stack, "Board", { dashboardName: named(file, "board"), widgets: [
    [new TextWidget({ width: 24, height: 2, markdown: `# WeCountry ${file.facts.name}\nA warning is over when every household is accounted for. Alarms say what a failure means to people.` })],
    [graph("Requests", "AWS/ApiGateway", "Count", [{ ApiId: apiId }]), graph("Answers that failed (5xx)", "AWS/ApiGateway", "5xx", [{ ApiId: apiId }])],
    [graph("Messages that left, in parts", "WeCountry", "sms-parts", ["warning", "code", "answer", "notice"].map((purpose) => ({ purpose }))),
      ...(lanes.length > 0 ? [graph("Oldest message in a lane, seconds", "AWS/SQS", "ApproximateAgeOfOldestMessage", lanes.map(({ name }) => ({ QueueName: named(file, name) })), "Maximum")] : [])],
    [graph("Written to the table", "AWS/DynamoDB", "ConsumedWriteCapacityUnits", [{ TableName: tableName(file) }])],
  ] });
};

/** A mail when the month costs more than planned. AWS keeps budgets outside China only. */
const budget = (stack: Stack, file: RegionFile): void => {
  if (file.partition !== "aws" || !file.alarmEmail) return;
  const tell = (notificationType: string, threshold: number) => ({ notification: { notificationType, comparisonOperator: "GREATER_THAN", threshold, thresholdType: "PERCENTAGE" }, subscribers: [{ subscriptionType: "EMAIL", address: file.alarmEmail! }] });
  new CfnBudget(stack, "Budget", {
    budget: { budgetName: named(file, "month"), budgetType: "COST", timeUnit: "MONTHLY", budgetLimit: { amount: file.budgets.monthlyUsd, unit: "USD" } },
    notificationsWithSubscribers: [tell("ACTUAL", 80), tell("FORECASTED", 100)],
  });
};

/** Alarms, the board and the budget. */
export const watch = (app: App, file: RegionFile, contracts: Contracts, apiId: string): Stack => {
  const stack = stackOf(app, file, "watch", "alarms that say what a failure means to people");
  const action = new SnsAction(bell(stack, file));
  for (const each of watched(file, contracts)) ring(stack, file, each, action);
  ring(stack, file, { id: "api-5xx", says: "People's requests fail; what they wrote stays on their phones and is sent again.", metric: new Metric({ namespace: "AWS/ApiGateway", metricName: "5xx", dimensionsMap: { ApiId: apiId }, statistic: "Sum", period: Duration.minutes(5) }), above: 10 }, action);
  board(stack, file, contracts, apiId);
  budget(stack, file);
  return stack;
};
