import { createInterface } from "node:readline/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import { contracts } from "../../shared/registry.ts";
import { stops } from "../regions/check.ts";
import type { RegionFile } from "../regions/schema.ts";
import { type QueueSpec, queues } from "../resources.ts";
import { named } from "../stacks/names.ts";
import { applyWith, compareWith, runNode } from "./deploy-cdk.ts";
import { keptIn, letFormerIn } from "./deploy-kept.ts";
import { smoke } from "./deploy-smoke.ts";
import type { Hands } from "./deploy-steps.ts";
import { publishPage } from "./deploy-web.ts";
import { ROOT } from "./features.ts";
import { findingsFor, verdict } from "./region-check.ts";

export interface Wishes {
  /** Ordinary questions are answered with yes; a loss is still asked for by name. */
  readonly yes: boolean;
}

const warningLanes = (): QueueSpec[] => queues(contracts).filter(({ feature, lane }) => feature.startsWith("alerts/") && lane !== null);

/** How many messages a queue holds, seen or not; none where there is no queue yet. */
const waitingIn = (sqs: SQSClient, file: RegionFile) => async (queue: string): Promise<number> => {
  try {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: named(file, queue) }));
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] }));
    return Number(Attributes["ApproximateNumberOfMessages"] ?? 0) + Number(Attributes["ApproximateNumberOfMessagesNotVisible"] ?? 0);
  } catch (error) {
    if (/NonExistentQueue|QueueDoesNotExist/.test((error as Error).name)) return 0;
    throw error;
  }
};

/** A loss is named letter by letter by a person; `--yes` never says it. */
const asker = (yes: boolean): Hands["ask"] => async (question) => {
  if (yes && question.startsWith("Go on?")) return "yes";
  if (!process.stdin.isTTY) return "";
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try { return await reader.question(question); } finally { reader.close(); }
};

/** The hands that really do it: the account behind the SDK's default credentials, and the CDK's command line in node_modules. */
export const handsFor = (file: RegionFile, { yes }: Wishes): Hands => {
  const region = file.facts.name;
  const say = (line: string): void => { process.stdout.write(`${line}\n`); };
  const show = (text: string): void => { process.stdout.write(text.replaceAll(/^/gm, "    ")); };
  const run = runNode(show);
  const [s3, sqs] = [new S3Client({ region: file.awsRegion }), new SQSClient({ region: file.awsRegion })];
  const waiting = waitingIn(sqs, file);
  const kept = keptIn(join(ROOT, "cdk.out", "kept", region));
  const deadBefore = new Map<string, number>();
  return {
    kept, say, ask: asker(yes),
    check: async () => {
      const { findings, asked } = await findingsFor(file);
      for (const line of verdict(file, findings, asked).lines) say(`  ${line}`);
      const stopping = stops(file, findings).map(({ text }) => text);
      if (!asked) return [...stopping, "Deploying needs AWS credentials: set AWS_PROFILE, or run aws sso login."];
      const leaving: string[] = [];
      for (const each of warningLanes()) {
        deadBefore.set(each.deadLetters, await waiting(each.deadLetters));
        const n = await waiting(each.name);
        if (n > 0) leaving.push(`A warning is leaving just now (${n} messages in ${each.name}). Deploy when it has left.`);
      }
      return [...stopping, ...leaving];
    },
    make: async () => {
      await run("infra/build/registry.ts", []);
      await run("infra/build/web.ts", [region]);
      const web = join(ROOT, "dist", "web");
      letFormerIn(web, kept.now());
      await run("infra/build/synth.ts", [region]);
      return { assembly: join(ROOT, "cdk.out", region), web };
    },
    compare: compareWith(run),
    apply: applyWith(run, region),
    publish: async ({ web }, { bucket }) => { say(`  ${await publishPage(s3, bucket, web)} files`); },
    smoke: ({ web }, { origin }) => smoke({
      origin, document: readFileSync(join(web, "index.html"), "utf8"), phone: file.smokePhone, queues: warningLanes(), waiting, deadBefore, say,
      fetch: (url, init) => fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(20_000) }), wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
  };
};
