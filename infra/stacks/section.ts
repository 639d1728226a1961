import type { App, Stack } from "aws-cdk-lib";
import type { CodeOf } from "../build/bundle.ts";
import type { RegionFile } from "../regions/schema.ts";
import { MEDIA_FOLDERS, MEDIA_LANE } from "../../shared/contract/media-limits.ts";
import { carrierQueues, type Contracts, type FunctionSpec, functions, TIMEOUT_SECONDS } from "../resources.ts";
import { acknowledge } from "./acknowledge.ts";
import { openRoutes } from "./gate.ts";
import { featureGrants } from "./grants.ts";
import { lambdaFor } from "./lambda.ts";
import { mediaBucket, stackOf } from "./names.ts";
import { hearArrivals, hearCarrier, queueFor } from "./queue.ts";
import type { Storage } from "./storage.ts";

export interface Around {
  readonly app: App;
  readonly file: RegionFile;
  readonly contracts: Contracts;
  readonly code: CodeOf;
  readonly storage: Storage;
  readonly apiId: string;
  readonly origin: string;
}

/** Whether the carrier has a topic to speak through: Aliyun calls back over HTTP instead. */
export const carrierHasTopic = (file: RegionFile): boolean => ["sns", "eum"].includes(file.facts.messaging.adapter);

/** Why the keeper of the bucket may reach whole folders of it. */
const HELD = [
  ["Each upload has a key of its own, made and signed here.", MEDIA_FOLDERS.arriving], ["What was looked at is kept and read under a key of its own.", MEDIA_FOLDERS.kept],
  ["What was not what it said is put here and never read.", MEDIA_FOLDERS.aside],
] as const;

const PAPERS = [["Each copy and own file has keys of its own, made here.", "papers"]] as const;

/** One function for these features: its routes, its queues, its permissions. */
const runs = ({ file, contracts, code, storage, apiId, origin }: Around, stack: Stack, name: string, specs: readonly FunctionSpec[]): void => {
  const own = specs.map(({ feature }) => contracts[feature]!);
  const queues = specs.flatMap((spec) => spec.queues);
  const sends = own.some((contract) => contract.needs?.includes("messaging"));
  const needs = (need: "media" | "papers"): boolean => own.some((contract) => contract.needs?.includes(need));
  const keeps = needs("media") || needs("papers");
  const lambda = lambdaFor(stack, file, storage, code, { name, timeoutSeconds: TIMEOUT_SECONDS, grants: featureGrants(stack, file, storage, own, queues), origin, sends, ...(keeps ? { media: mediaBucket(stack, file) } : {}) });
  if (keeps) for (const [action, name] of [...(needs("media") ? HELD : HELD.filter(([, name]) => name === MEDIA_FOLDERS.kept)), ...(needs("papers") ? PAPERS : [])]) acknowledge(lambda.role!, `AwsSolutions-IAM5[Resource::arn:${stack.partition}:s3:::${mediaBucket(stack, file).replace(stack.account, "<AWS::AccountId>")}/${name}/*]`, action);
  if (sends && file.facts.messaging.adapter === "sns") acknowledge(lambda.role!, "AwsSolutions-IAM5[Resource::*]", "sns:Publish to a phone number, which has no ARN; topics are denied beside it. Only features that need messaging hold this.");
  openRoutes(stack, apiId, name, lambda, specs.flatMap(({ paths }) => paths));
  const carried = new Map(carrierHasTopic(file) ? carrierQueues(contracts).map(({ queue, events }) => [queue, events] as const) : []);
  for (const spec of queues) {
    const queue = queueFor(stack, file, spec);
    lambda.addEventSourceMapping(`From-${spec.name}`, {
      eventSourceArn: queue.queueArn, batchSize: spec.batch, reportBatchItemFailures: true,
      // A lane's senders pace themselves at the carrier's rate divided by this number.
      maxConcurrency: spec.lane !== null && contracts[spec.feature]!.needs?.includes("messaging") ? file.sendersAtOnce : file.limits.listenersAtOnce,
    });
    const events = carried.get(spec.name);
    if (spec.lane === MEDIA_LANE && contracts[spec.feature]!.needs?.includes("media")) hearArrivals(stack, file, queue);
    if (events && spec.lane === null) hearCarrier(stack, file, queue, events);
  }
};

/** One stack a section, one function a feature; with `lambdaPer: "section"` one function for all of them. */
export const sections = (around: Around): readonly Stack[] =>
  [...Map.groupBy(functions(around.contracts), ({ section }) => section)].map(([section, specs]) => {
    const stack = stackOf(around.app, around.file, section, `the functions of ${section}`);
    if (around.file.lambdaPer === "section") runs(around, stack, section, specs);
    else for (const spec of specs) runs(around, stack, spec.name, [spec]);
    return stack;
  });
