import { type App, Stack } from "aws-cdk-lib";
import type { RegionFile } from "../regions/schema.ts";
import { TABLE } from "../resources.ts";

/** Everything of a region carries its name, so that alarms and permissions can be written from names alone and two regions share an account. */
export const named = (file: RegionFile, name: string): string => `wecountry-${file.facts.name}-${name}`;
export const tableName = (file: RegionFile): string => named(file, "table");
export const secretName = (file: RegionFile, name: string): string => `wecountry/${file.facts.name}/${name}`;

export const tableArn = (stack: Stack, file: RegionFile): string => stack.formatArn({ service: "dynamodb", resource: "table", resourceName: tableName(file) });
export const indexArn = (stack: Stack, file: RegionFile, index: (typeof TABLE.indexes)[number]["name"]): string => `${tableArn(stack, file)}/index/${index}`;
export const queueArn = (stack: Stack, file: RegionFile, queue: string): string => stack.formatArn({ service: "sqs", resource: named(file, queue) });
export const carrierTopicArn = (stack: Stack, file: RegionFile): string => stack.formatArn({ service: "sns", resource: named(file, "carrier") });
/** The bucket of pictures and voices; bucket names are the whole world's, hence the account. */
export const mediaBucket = (stack: Stack, file: RegionFile): string => `${named(file, "media")}-${stack.account}`;
export const mediaArn = (stack: Stack, file: RegionFile, below = ""): string => stack.formatArn({ service: "s3", region: "", account: "", resource: `${mediaBucket(stack, file)}${below}` });
/** What precedes a queue's name in its URL. */
export const queueBase = (stack: Stack, file: RegionFile): string => `https://sqs.${stack.region}.${stack.urlSuffix}/${stack.account}/${named(file, "")}`;

/** A stack of this region; its account is whoever deploys it. */
export const stackOf = (app: App, file: RegionFile, name: string, what: string): Stack =>
  new Stack(app, `WeCountry-${file.facts.name}-${name}`, { env: { region: file.awsRegion }, description: `WeCountry ${file.facts.name}: ${what}` });
