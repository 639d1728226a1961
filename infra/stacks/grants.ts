import type { Stack } from "aws-cdk-lib";
import { Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { FeatureOptions, Need } from "../../shared/contract/feature.ts";
import { MEDIA_FOLDERS } from "../../shared/contract/media-limits.ts";
import type { RegionFile } from "../regions/schema.ts";
import type { QueueSpec } from "../resources.ts";
import { indexArn, mediaArn, queueArn, tableArn } from "./names.ts";
import type { SecretKey, Storage } from "./storage.ts";

const allow = (actions: string[], resources: string[]): PolicyStatement => new PolicyStatement({ effect: Effect.ALLOW, actions, resources });

const readSecret = (storage: Storage, key: SecretKey): PolicyStatement => allow(["secretsmanager:GetSecretValue"], [storage.secrets[key].secretArn]);

/** Rows by key and by index; no scan, and not the index of due times, which is the sweeper's. */
const rows = (stack: Stack, file: RegionFile): PolicyStatement[] => [
  allow(["dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"], [tableArn(stack, file)]),
  allow(["dynamodb:Query"], [indexArn(stack, file, "person"), indexArn(stack, file, "area")]),
];

/** A phone number has no ARN, so numbers need "*"; topics, which have one, are taken out again. */
const publish = (stack: Stack): PolicyStatement[] => [
  allow(["sns:Publish"], ["*"]),
  new PolicyStatement({ effect: Effect.DENY, actions: ["sns:Publish"], resources: [stack.formatArn({ service: "sns", resource: "*", region: "*", account: "*" })] }),
];

type Grant = (stack: Stack, file: RegionFile, storage: Storage) => PolicyStatement[];

/** What each need opens beyond the table. A new need does not compile until it says so here. */
const NEEDS: Readonly<Record<Need, Grant>> = {
  messaging: (stack, file, storage) => (file.facts.messaging.adapter === "sns" ? publish(stack) : file.facts.messaging.adapter === "aliyun" ? [readSecret(storage, "messaging")] : []),
  phones: (_stack, _file, storage) => [readSecret(storage, "phone")],
  signing: (_stack, _file, storage) => [allow(["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"], [storage.secrets.signing.secretArn])],
  // Copies of villages and own files; and pictures of people who are erased go with them.
  papers: (stack, file) => [
    allow(["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], [mediaArn(stack, file, "/papers/*")]), allow(["s3:DeleteObject"], [mediaArn(stack, file, `/${MEDIA_FOLDERS.kept}/*`)]),
    allow(["s3:ListBucket"], [mediaArn(stack, file)]),
  ],
  push: (_stack, _file, storage) => [readSecret(storage, "push")],
  setup: (_stack, _file, storage) => [readSecret(storage, "setup")],
  // The sender's address of outgoing CAP is a fact of the region, not a permission.
  "cap-identity": () => [],
  // Uploads are signed with these keys, so what may be signed is what may be put. Without the list, a key that is not there answers "denied" instead of "missing".
  media: (stack, file) => {
    const folder = (name: keyof typeof MEDIA_FOLDERS): string => mediaArn(stack, file, `/${MEDIA_FOLDERS[name]}/*`);
    return [allow(["s3:PutObject"], [folder("arriving"), folder("kept"), folder("aside")]), allow(["s3:DeleteObject", "s3:GetObject"], [folder("arriving"), folder("kept")]), allow(["s3:ListBucket"], [mediaArn(stack, file)])];
  },
};

const queuesOwn = (stack: Stack, file: RegionFile, queues: readonly QueueSpec[]): PolicyStatement[] =>
  queues.length === 0 ? [] : [allow(["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:SendMessage"], queues.map(({ name }) => queueArn(stack, file, name)))];

/** All that a function may do, read from the contracts it runs. */
export const featureGrants = (stack: Stack, file: RegionFile, storage: Storage, contracts: readonly FeatureOptions[], queues: readonly QueueSpec[]): PolicyStatement[] => {
  const needs = [...new Set(contracts.flatMap((contract) => contract.needs ?? []))];
  return [...rows(stack, file), readSecret(storage, "cursor"), ...queuesOwn(stack, file, queues), ...needs.flatMap((need) => NEEDS[need](stack, file, storage))];
};

/** The router seals events and hands them to every queue that hears; the sweeper also reads what is due. */
export const coreGrants = (stack: Stack, file: RegionFile, storage: Storage, queues: readonly QueueSpec[], due: boolean): PolicyStatement[] => {
  const hearing = queues.filter(({ lane }) => lane === null).map(({ name }) => queueArn(stack, file, name));
  return [
    ...rows(stack, file), readSecret(storage, "cursor"),
    ...(hearing.length > 0 ? [allow(["sqs:SendMessage"], hearing)] : []),
    ...(due ? [allow(["dynamodb:Query"], [indexArn(stack, file, "due")])] : []),
  ];
};

/** The carrier's callback reads the key it is called with and hands receipts on; it sees no row of the table. */
export const callbackGrants = (stack: Stack, file: RegionFile, storage: Storage, queues: readonly string[]): PolicyStatement[] =>
  [readSecret(storage, "messaging"), ...(queues.length > 0 ? [allow(["sqs:SendMessage"], queues.map((name) => queueArn(stack, file, name)))] : [])];
