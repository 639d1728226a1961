import { Duration, type Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IAlarmAction, type IMetric, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { RegionFile } from "../regions/schema.ts";
import { CORE_FUNCTIONS, type Contracts, type FunctionSpec, functions, queues } from "../resources.ts";
import { named, tableName } from "./names.ts";
import { carrierHasTopic } from "./section.ts";

export interface Watched {
  /** Also the alarm's name, after the region's. */
  readonly id: string;
  /** What it means to people, then where to look. CloudWatch keeps 1,024 characters. */
  readonly says: string;
  readonly metric: IMetric;
  readonly above: number;
  readonly below?: true;
  readonly silenceIsBad?: true;
}

const ONCE = Duration.minutes(5);
const DAY = Duration.days(1);
const own = (namespace: string, metricName: string, dimensionsMap: Record<string, string>, statistic = "Sum", period = ONCE): Metric => new Metric({ namespace, metricName, dimensionsMap, statistic, period });

const errors = (file: RegionFile, name: string): Metric => own("AWS/Lambda", "Errors", { FunctionName: named(file, name) });
const waiting = (file: RegionFile, queue: string, metricName: string): Metric => own("AWS/SQS", metricName, { QueueName: named(file, queue) }, "Maximum");

/** One alarm a function: it says what its features' failure means. */
const functionAlarms = (file: RegionFile, contracts: Contracts): Watched[] => {
  const specs = functions(contracts);
  const groups = file.lambdaPer === "feature" ? specs.map((spec): [string, FunctionSpec[]] => [spec.name, [spec]]) : [...Map.groupBy(specs, ({ section }) => section)];
  return groups.map(([name, each]) => ({ id: `${name}-errors`, says: each.map(({ feature }) => contracts[feature]!.ifItFails).join(" "), metric: errors(file, name), above: 2 }));
};

const deadLetterAlarms = (file: RegionFile, contracts: Contracts): Watched[] =>
  queues(contracts).map((queue) => ({
    id: queue.deadLetters, metric: waiting(file, queue.deadLetters, "ApproximateNumberOfMessagesVisible"), above: 0,
    says: `${contracts[queue.feature]!.ifItFails} Messages that failed ${queue.tries} times wait in ${named(file, queue.deadLetters)}: npm run redrive.`,
  }));

const firstLane = (contract: FeatureOptions, lane: string | null): boolean => Object.values(contract.work ?? {}).some((work) => !work.patient && work.lanes[0] === lane);

/** The first lane of a feature that sends messages is urgent: nothing may wait there for two minutes. Pictures, copies, notices and digests may. */
const urgentAlarms = (file: RegionFile, contracts: Contracts): Watched[] =>
  queues(contracts).filter(({ feature, lane }) => lane !== null && contracts[feature]!.needs?.includes("messaging") && firstLane(contracts[feature]!, lane)).map((queue) => ({
    id: `${queue.name}-late`, metric: waiting(file, queue.name, "ApproximateAgeOfOldestMessage"), above: 120,
    says: `Urgent messages have waited over two minutes. ${contracts[queue.feature]!.ifItFails}`,
  }));

const coreAlarms = (file: RegionFile): Watched[] => {
  const [router, sweeper] = CORE_FUNCTIONS;
  const fn = { FunctionName: named(file, router.name) };
  return [
    { id: "router-errors", says: "What people did is kept, and what should follow from it is late: counters, notices, warnings to households.", metric: errors(file, router.name), above: 0 },
    { id: "router-late", says: "What should follow from what people did is over a minute late.", metric: own("AWS/Lambda", "IteratorAge", fn, "Maximum"), above: 60_000 },
    { id: "router-dead", says: "Events could not be handed on; the sweeper tries them again. See the router's log.", metric: waiting(file, "router-dead", "ApproximateNumberOfMessagesVisible"), above: 0 },
    { id: "sweeper-errors", says: "Clocks do not run: calls for help are not handed on, warnings do not end by themselves.", metric: errors(file, sweeper.name), above: 1 },
    { id: "sweeper-silent", says: "Clocks do not run: the sweeper has not woken for five minutes.", metric: own("AWS/Lambda", "Invocations", { FunctionName: named(file, sweeper.name) }), above: 3, below: true, silenceIsBad: true },
    ...(carrierHasTopic(file) ? [] : [{ id: "carrier-errors", says: "What became of messages is not written down: a warning shows as sent and not as arrived, and the next number is not tried. The carrier comes again three times.", metric: errors(file, "carrier"), above: 0 }]),
    { id: "table-refuses", says: "The table turns requests away; people are asked to try again, and what they wrote stays on their phones.", metric: own("AWS/DynamoDB", "ThrottledRequests", { TableName: tableName(file), Operation: "TransactWriteItems" }), above: 0 },
    { id: "unreadable-rows", says: "Rows were skipped because they could not be read: something people wrote is not shown.", metric: own("WeCountry", "unreadable-row", {}), above: 0 },
    { id: "codes-spent", says: "Today's sign-in codes are used up: nobody new can sign in. Warnings are not affected.", metric: own("WeCountry", "sms-parts", { purpose: "code" }, "Sum", DAY), above: file.facts.messaging.codesPerDay - 1 },
    { id: "warning-parts", says: `More warning messages left in a day than planned (${file.budgets.partsPerDay} parts). Nothing is stopped by this.`, metric: own("WeCountry", "sms-parts", { purpose: "warning" }, "Sum", DAY), above: file.budgets.partsPerDay },
  ];
};

/** Every alarm of a region, as data; names of what they watch are the ones the other stacks gave. */
export const watched = (file: RegionFile, contracts: Contracts): Watched[] =>
  [...functionAlarms(file, contracts), ...deadLetterAlarms(file, contracts), ...urgentAlarms(file, contracts), ...coreAlarms(file)];

/** Rings once, and says when it is over. */
export const ring = (stack: Stack, file: RegionFile, each: Watched, action: IAlarmAction): void => {
  const alarm = new Alarm(stack, `Alarm-${each.id}`, {
    alarmName: named(file, each.id), alarmDescription: each.says.slice(0, 1024), metric: each.metric, threshold: each.above, evaluationPeriods: 1,
    comparisonOperator: each.below ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: each.silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
};
