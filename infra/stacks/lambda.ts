import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, Runtime, RuntimeFamily } from "aws-cdk-lib/aws-lambda";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import type { CodeOf } from "../build/bundle.ts";
import type { RegionFile } from "../regions/schema.ts";
import { PROCESS } from "../resources.ts";
import { named, queueBase, tableName } from "./names.ts";
import type { Storage } from "./storage.ts";

export interface LambdaOptions {
  readonly name: string;
  readonly timeoutSeconds: number;
  readonly grants: readonly PolicyStatement[];
  /** Where the page is served from; only functions that answer people need it. */
  readonly origin?: string;
  readonly sends?: boolean;
  /** Its bucket, for the one that holds it. */
  readonly media?: string;
}

/** A new log group of the region, kept as long as its file says. */
export const logGroup = (stack: Stack, file: RegionFile, name: string): LogGroup =>
  new LogGroup(stack, `Log-${name}`, { logGroupName: `/wecountry/${file.facts.name}/${name}`, retention: file.logRetentionDays as RetentionDays, removalPolicy: RemovalPolicy.DESTROY });

const environmentOf = (stack: Stack, file: RegionFile, storage: Storage, { origin, sends, media }: LambdaOptions): Record<string, string> => ({
  ...PROCESS,
  WECOUNTRY_TABLE: tableName(file),
  WECOUNTRY_QUEUES: queueBase(stack, file),
  WECOUNTRY_REGION: JSON.stringify(file.facts),
  WECOUNTRY_SECRETS: "aws",
  ...(origin === undefined ? {} : { WECOUNTRY_ORIGIN: origin, WECOUNTRY_ORIGIN_SECRET: storage.secrets.origin.secretValue.unsafeUnwrap() }),
  ...(media ? { WECOUNTRY_MEDIA: media } : {}),
  ...(sends ? {
    WECOUNTRY_SENDERS: String(file.sendersAtOnce),
    ...(file.budgets.maxPricePerSms ? { WECOUNTRY_SMS_MAX_PRICE: String(file.budgets.maxPricePerSms) } : {}),
    ...(file.aliyun ? { WECOUNTRY_ALIYUN: JSON.stringify(file.aliyun) } : {}),
  } : {}),
});

/** A function with a role and a log group of its own; the role may write that log and do what `grants` say, nothing else. */
export const lambdaFor = (stack: Stack, file: RegionFile, storage: Storage, code: CodeOf, options: LambdaOptions): Lambda => {
  const log = logGroup(stack, file, options.name);
  const writeLog = new PolicyStatement({ effect: Effect.ALLOW, actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [log.logGroupArn] });
  const role = new Role(stack, `Role-${options.name}`, {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    inlinePolicies: { own: new PolicyDocument({ statements: [writeLog, ...options.grants] }) },
  });
  return new Lambda(stack, `Function-${options.name}`, {
    functionName: named(file, options.name), role, logGroup: log,
    code: Code.fromAsset(code(options.name)), handler: "handler.handler",
    runtime: new Runtime(file.runtime, RuntimeFamily.NODEJS, { supportsInlineCode: false }), architecture: Architecture.ARM_64,
    memorySize: file.memoryMb, timeout: Duration.seconds(options.timeoutSeconds), environment: environmentOf(stack, file, storage, options),
  });
};
