import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { file as china } from "../../infra/regions/cn-north-1.ts";
import { file as plain } from "../../infra/regions/ap-southeast-1.ts";
import { queues } from "../../infra/resources.ts";
import { MOST_RESOURCES } from "../../infra/stacks/region.ts";
import { contracts } from "../../shared/registry.ts";
import { build, madeUp, resourcesOf } from "./made-up.ts";
import { statementsOf } from "./permissions.ts";

const KINDS = [["a plain region", plain], ["a Chinese region", china], ["a pilot with one function a section", { ...plain, lambdaPer: "section" as const }]] as const;
const built = new Map(KINDS.map(([name, file]) => [name, build(file)]));
const text = (of: unknown): string => JSON.stringify(of);

describe.each(KINDS)("%s", (name, file) => {
  const all = built.get(name)!;

  test("passes the rules of cdk-nag, each exception with its reason", () => { expect(all.findings).toBe(""); });

  test("keeps its table: encrypted, restorable to any second, deleted by nobody by accident", () => {
    const [table] = resourcesOf(all, "AWS::DynamoDB::GlobalTable");
    expect(table?.Properties).toMatchObject({
      SSESpecification: { SSEEnabled: true }, StreamSpecification: { StreamViewType: "NEW_IMAGE" }, TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      Replicas: [{ DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
    });
    expect((table as { DeletionPolicy?: string }).DeletionPolicy).toBe("Retain");
  });

  test("every queue is encrypted, TLS only, and what fails in it waits among dead letters", () => {
    const made = resourcesOf(all, "AWS::SQS::Queue");
    expect(made).toHaveLength(queues(madeUp).length * 2 + 1);
    for (const queue of made) {
      expect(queue.Properties?.["SqsManagedSseEnabled"]).toBe(true);
      expect(Boolean(queue.Properties?.["RedrivePolicy"])).toBe(!String(queue.Properties?.["QueueName"]).endsWith("-dead"));
    }
    expect(resourcesOf(all, "AWS::SQS::QueuePolicy").filter((policy) => text(policy).includes("aws:SecureTransport"))).toHaveLength(made.length);
  });

  test("buckets are private and TLS only", () => {
    for (const bucket of resourcesOf(all, "AWS::S3::Bucket")) {
      expect(bucket.Properties?.["PublicAccessBlockConfiguration"]).toEqual({ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true });
    }
    expect(resourcesOf(all, "AWS::S3::BucketPolicy").every((policy) => text(policy).includes("aws:SecureTransport"))).toBe(true);
  });

  test("nobody may do anything to everything, but publish to a number that has no name", () => {
    const wide = statementsOf(all).filter(({ effect, actions, resources }) => effect === "Allow" && [...actions, ...resources].some((each) => each.includes("*")));
    expect(wide.map(({ actions }) => actions).flat().filter((action) => action !== "sns:Publish")).toEqual([]);
    expect(wide.length > 0).toBe(file.facts.messaging.adapter === "sns");
    expect(statementsOf(all).flatMap(({ actions }) => actions).filter((action) => action.includes("Scan"))).toEqual([]);
  });

  test("messages leave from those who need to send; only sign-in reads the signing keys", () => {
    const who = (action: string, resource = ""): string[] => [...new Set(statementsOf(all).filter(({ effect, actions, resources }) => effect === "Allow" && actions.includes(action) && resources.some((each) => each.includes(resource))).map(({ role }) => role))].sort();
    const section = file.lambdaPer === "section";
    const senders = section ? ["alerts", "platform"] : ["alertssending", "platformsignin"];
    // Where the carrier calls back, its own function knows the key it is called with; it sends nothing.
    expect(file.facts.messaging.adapter === "sns" ? who("sns:Publish") : who("secretsmanager:GetSecretValue", "Secretmessaging").filter((role) => role !== "carrier")).toEqual(senders);
    expect(who("secretsmanager:GetSecretValue", "Secretphone")).toEqual(senders);
    expect(who("secretsmanager:GetSecretValue", "Secretsigning")).toEqual([senders[1]]);
    expect(who("secretsmanager:PutSecretValue")).toEqual([senders[1]]);
    expect(who("dynamodb:Query", "/index/due")).toEqual(["sweeper"]);
  });

  test("senders run at the number they divide the carrier's rate by, and a failed message fails alone", () => {
    const sources = resourcesOf(all, "AWS::Lambda::EventSourceMapping").filter((each) => each.Properties?.["ScalingConfig"]);
    expect(sources).toHaveLength(queues(madeUp).length);
    for (const source of sources) {
      expect(source.Properties).toMatchObject({ FunctionResponseTypes: ["ReportBatchItemFailures"] });
      expect((source.Properties?.["ScalingConfig"] as { MaximumConcurrency: number } | undefined)?.MaximumConcurrency).toBeGreaterThanOrEqual(2);
    }
  });

  test("alarms say what a failure means to people", () => {
    const said = resourcesOf(all, "AWS::CloudWatch::Alarm").map((alarm) => String(alarm.Properties?.["AlarmDescription"]));
    for (const contract of Object.values(madeUp)) expect(said.some((each) => each.includes(contract.ifItFails)), contract.ifItFails).toBe(true);
    expect(said.filter((each) => each.includes("npm run redrive"))).toHaveLength(queues(madeUp).length);
  });

  test("no function takes more memory arenas than its few threads need", () => {
    const ours = resourcesOf(all, "AWS::Lambda::Function").filter((each) => text(each).includes("WECOUNTRY_TABLE"));
    expect(ours.length).toBeGreaterThan(2);
    for (const each of ours) expect(each.Properties!["Environment"]).toMatchObject({ Variables: { MALLOC_ARENA_MAX: "2" } });
  });

  test("the page comes from one origin: the API opens to the CDN's header, and cached answers carry no cookies", () => {
    const [cdn] = resourcesOf(all, "AWS::CloudFront::Distribution");
    expect(text(cdn)).toContain("x-origin-secret");
    expect(text(cdn)).toContain("/open/*");
    const answering = resourcesOf(all, "AWS::Lambda::Function").filter((each) => text(each).includes("WECOUNTRY_ORIGIN_SECRET"));
    expect(answering).toHaveLength((file.lambdaPer === "section" ? 3 : 4) + (file.facts.messaging.adapter === "sns" ? 0 : 1));
    for (const each of answering) expect(text(each)).toContain("{{resolve:secretsmanager:");
  });

  test("one caller's refusal is never the next caller's answer: the CDN keeps no error", () => {
    const [cdn] = resourcesOf(all, "AWS::CloudFront::Distribution");
    const kept = (cdn!.Properties!["DistributionConfig"] as { CustomErrorResponses: { ErrorCode: number; ErrorCachingMinTTL: number }[] }).CustomErrorResponses;
    expect(kept.map(({ ErrorCode }) => ErrorCode)).toEqual(expect.arrayContaining([403, 404, 500, 502, 503, 504]));
    expect(kept.every(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL === 0)).toBe(true);
  });

  test("stands up in an order in which each part finds what it needs", () => {
    const order = all.stacks.map(({ stackName }) => stackName);
    for (const stack of all.stacks) for (const needed of stack.dependencies) expect(order.indexOf(needed.stackName)).toBeLessThan(order.indexOf(stack.stackName));
    for (const section of ["alerts", "cadres", "platform"]) {
      expect(all.stacks.find(({ stackName }) => stackName.endsWith(section))!.dependencies.map(({ stackName }) => stackName.split("-").at(-1))).toEqual(expect.arrayContaining(["core", "storage", "web"]));
    }
  });

  test("is built of these kinds of things, with these permissions", () => {
    const counts = Object.entries(Object.groupBy(resourcesOf(all), ({ Type }) => Type)).map(([type, each]) => `${type} ${each!.length}`).sort();
    const may = statementsOf(all).map(({ role, effect, actions, resources }) => `${role}: ${effect} ${actions.join(" ")} on ${resources.join(" ")}`);
    expect({ counts, may }).toMatchSnapshot();
  });
});

test("the month's spending is watched where AWS can watch it, and alarms reach the mail the region names", () => {
  const heard = build({ ...plain, alarmEmail: "duty@example.org" });
  expect(resourcesOf(heard, "AWS::Budgets::Budget")[0]?.Properties).toMatchObject({ Budget: { BudgetLimit: { Amount: 200, Unit: "USD" } } });
  expect(resourcesOf(heard, "AWS::SNS::Subscription").filter((each) => each.Properties?.["Protocol"] === "email")).toHaveLength(1);
  expect(resourcesOf(build({ ...china, alarmEmail: "duty@example.org" }), "AWS::Budgets::Budget")).toEqual([]);
});

test("China's templates hold nothing that China does not have", () => {
  const all = built.get("a Chinese region")!;
  const types = new Set(resourcesOf(all).map(({ Type }) => Type));
  for (const missing of ["AWS::Lambda::Url", "AWS::Cognito::UserPool", "AWS::CloudFront::Function", "AWS::CloudFront::OriginAccessControl", "AWS::CloudFront::CachePolicy", "AWS::CloudFront::ResponseHeadersPolicy", "AWS::CloudFront::OriginRequestPolicy", "AWS::Budgets::Budget", "AWS::CertificateManager::Certificate", "AWS::WAFv2::WebACL"]) expect(types).not.toContain(missing);
  const whole = text(resourcesOf(all));
  for (const missing of ["TracingConfig", "xray:", "sns:Publish\",\"Effect\":\"Allow\",\"Resource\":\"*\"", "CachePolicyId", "ResponseHeadersPolicyId", "StartMessageMoveTask", "arn:aws:", "amazonaws.com/"]) expect(whole, missing).not.toContain(missing);
});

test("the CDN hands on every header that the dispatcher reads, and only those", () => {
  const read = ["functions/core/request.ts", "functions/core/http.ts"].flatMap((path) => [...readFileSync(new URL(`../../${path}`, import.meta.url), "utf8").matchAll(/headers\["([a-z-]+)"\]/g)].map(([, name]) => name!));
  const [cdn] = resourcesOf(built.get("a Chinese region")!, "AWS::CloudFront::Distribution");
  const behaviours = (cdn!.Properties!["DistributionConfig"] as { CacheBehaviors: { PathPattern: unknown; ForwardedValues: { Headers?: string[] } }[] }).CacheBehaviors;
  const handed = behaviours.find(({ PathPattern }) => PathPattern === "/v1/*")!.ForwardedValues.Headers!.map((name) => name.toLowerCase());
  // These two are the CDN's own.
  expect(handed.sort()).toEqual([...new Set(read)].filter((name) => !["x-forwarded-for", "x-origin-secret"].includes(name)).sort());
});

test("the code that begins a region is known to the one feature that asks for it", () => {
  const may = statementsOf(build(plain, contracts)).filter(({ resources }) => resources.some((each) => each.includes("Secretsetup")));
  expect(may.map(({ role, actions }) => [role, actions])).toEqual([["platformvillages", ["secretsmanager:GetSecretValue"]]]);
});

test("only messages are urgent: nobody is woken because pictures or copies wait", () => {
  const late = resourcesOf(build(plain, contracts), "AWS::CloudWatch::Alarm").map((alarm) => String(alarm.Properties?.["AlarmName"])).filter((name) => name.endsWith("-late"));
  expect(late.map((name) => name.replace("wecountry-ap-southeast-1-", "")).sort()).toEqual(["alerts-sending-urgent-late", "platform-sign-in-codes-late", "router-late"]);
});

test("with all the functions there are, no stack outgrows its limit in either kind of region", () => {
  for (const file of [plain, china]) {
    const all = build(file, contracts);
    expect(all.findings).toBe("");
    expect(resourcesOf(all, "AWS::ApiGatewayV2::Route").length).toBeLessThanOrEqual(300);
    for (const [name, template] of all.templates) expect(Object.keys(template.toJSON()["Resources"] as object).length, name).toBeLessThanOrEqual(MOST_RESOURCES);
  }
});
