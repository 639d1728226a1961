import * as z from "zod";
import { RegionFacts } from "../../shared/contract/region-schema.ts";

/** How the page reaches people. In China there are no CDN functions, header or cache policies, and no origin access control. */
const Cdn = z.discriminatedUnion("variant", [
  z.strictObject({
    variant: z.literal("cloudfront-oac"),
    /** Own name and its certificate (ACM, us-east-1); without them the CDN's own name serves. */
    domain: z.string().optional(),
    certificateArn: z.string().startsWith("arn:").optional(),
  }),
  z.strictObject({
    variant: z.literal("cloudfront-oai-cname"),
    /** A name with an ICP record; the CDN's own name may not serve. */
    domain: z.string(),
    /** Id of a certificate in the IAM store. */
    iamCertificateId: z.string(),
  }),
]);

/** What an Aliyun SMS account needs besides its keys: it takes templates it has approved, never free text. */
export const AliyunSettings = z.strictObject({
  endpoint: z.string(),
  signName: z.string(),
  /** The provider's template id, by our template key. */
  templates: z.record(z.string(), z.string()),
});

/** The periods CloudWatch Logs can keep. */
const RETENTION = [7, 14, 30, 60, 90, 180, 365] as const;

/** One region: all that differs from place to place stands in its file, and is judged by this one schema. */
export const RegionFile = z.strictObject({
  facts: RegionFacts,
  partition: z.enum(["aws", "aws-cn"]),
  awsRegion: z.string(),
  runtime: z.string().regex(/^nodejs\d+\.x$/).default("nodejs24.x"),
  /** "section": fewer functions and cold starts for a pilot, the same handlers. */
  lambdaPer: z.enum(["feature", "section"]).default("feature"),
  memoryMb: z.number().int().min(128).default(512),
  cdn: Cdn,
  logRetentionDays: z.literal(RETENTION).default(30),
  alarmEmail: z.email().optional(),
  budgets: z.strictObject({
    /** Dollars a month for the whole account; a mail at 80 % spent and at 100 % forecast. Kept by AWS itself where the partition offers it. */
    monthlyUsd: z.number().positive(),
    /** SMS parts a day after which an alarm rings. Nothing is stopped by it. */
    partsPerDay: z.number().int().positive(),
    /** The most one SMS may cost, in dollars: a dearer one is refused by the carrier. */
    maxPricePerSms: z.number().positive().optional(),
  }),
  /** Households of the region's largest county: what a warning to all of them costs is held against the month's SMS limit. */
  largestCountyHouseholds: z.number().int().positive(),
  /** A mobile number of the operator's that gets a sign-in code after each deployment, to see that codes leave. One SMS each time. */
  smokePhone: z.string().startsWith("+").optional(),
  limits: z.strictObject({
    requestsPerSecond: z.number().int().positive(),
    burst: z.number().int().positive(),
    /** How many of a feature's listeners run at once, per queue. */
    listenersAtOnce: z.number().int().min(2),
  }),
  /** Senders at once per lane: each paces itself at the carrier's rate divided by it. The least the queue allows is 2. */
  sendersAtOnce: z.number().int().min(2).max(1000),
  aliyun: AliyunSettings.optional(),
});
export type RegionFile = z.infer<typeof RegionFile>;
export type RegionInput = z.input<typeof RegionFile>;

/** Judges a region file as it is loaded. @throws ZodError naming every wrong field */
export const region = (input: RegionInput): RegionFile => RegionFile.parse(input);
