import { describe, expect, test } from "vitest";
import { file as china } from "../../infra/regions/cn-north-1.ts";
import { file as plain } from "../../infra/regions/ap-southeast-1.ts";
import { contract as media } from "../../shared/platform/media/contract.ts";
import { build, madeUp, resourcesOf } from "./made-up.ts";
import { statementsOf } from "./permissions.ts";

const text = (of: unknown): string => JSON.stringify(of);

describe.each([["a plain region", plain], ["a Chinese region", china]] as const)("pictures and voices in %s", (_, file) => {
  const all = build(file, { "cadres/letters": madeUp["cadres/letters"]!, "platform/sign-in": madeUp["platform/sign-in"]!, "platform/media": media });
  const bucket = resourcesOf(all, "AWS::S3::Bucket").find((each) => text(each.Properties?.["BucketName"] ?? "").includes("-media-"))!;

  test("lie in a bucket nobody reaches from outside: encrypted, TLS only; what was never looked at goes after two days, what was set aside after thirty", () => {
    expect(all.findings).toBe("");
    expect(bucket.Properties).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    expect((bucket.Properties?.["LifecycleConfiguration"] as { Rules: object[] } | undefined)?.Rules).toEqual(expect.arrayContaining([expect.objectContaining({ Prefix: "in/", ExpirationInDays: 2 }), expect.objectContaining({ Prefix: "aside/", ExpirationInDays: 30 })]));
  });

  test("are signed, read and cleared by platform/media alone, in its own folders; what was set aside it cannot read", () => {
    const s3 = statementsOf(all).filter(({ actions }) => actions.some((each) => each.startsWith("s3:")));
    expect([...new Set(s3.map(({ role }) => role))]).toEqual(["platformmedia"]);
    const may = (action: string): string[] => s3.filter(({ actions }) => actions.includes(action)).flatMap(({ resources }) => resources.map((each) => each.replace(/^.*-media-/, "")));
    expect([may("s3:PutObject"), may("s3:GetObject"), may("s3:DeleteObject"), may("s3:ListBucket")]).toEqual([["/aside/*", "/in/*", "/kept/*"], ["/in/*", "/kept/*"], ["/in/*", "/kept/*"], [""]]);
    const named = resourcesOf(all, "AWS::Lambda::Function").filter((each) => text(each).includes("WECOUNTRY_MEDIA"));
    expect(named.map((each) => String(each.Properties?.["FunctionName"]).split("-").slice(-2))).toEqual([["platform", "media"]]);
  });

  test("arrive through the page's own name, and the bucket's word reaches the queue that looks at them", () => {
    const [cdn] = resourcesOf(all, "AWS::CloudFront::Distribution");
    const config = cdn!.Properties!["DistributionConfig"] as { CacheBehaviors: { PathPattern: unknown; AllowedMethods?: string[]; TargetOriginId: string }[]; Origins: { Id: string; DomainName: unknown; OriginCustomHeaders?: unknown }[] };
    const way = config.CacheBehaviors.find(({ PathPattern }) => text(PathPattern).includes("-media-"))!;
    expect(way.AllowedMethods).toContain("POST");
    const origin = config.Origins.find(({ Id }) => Id === way.TargetOriginId)!;
    expect([text(origin.DomainName).includes(`s3.${file.awsRegion}.`), origin.OriginCustomHeaders]).toEqual([true, undefined]);
    const [rule] = resourcesOf(all, "AWS::Events::Rule").filter((each) => text(each).includes("Object Created"));
    expect(text(rule)).toContain("\"prefix\":\"in/\"");
    expect(text(rule!.Properties?.["Targets"])).toContain("Queueplatformmediacheck");
    expect(resourcesOf(all, "AWS::SQS::QueuePolicy").filter((each) => text(each).includes("events.amazonaws.com"))).toHaveLength(1);
  });
});
