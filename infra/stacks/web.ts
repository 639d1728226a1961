import { type App, CfnOutput, Duration, RemovalPolicy, type Stack } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { RegionFile } from "../regions/schema.ts";
import { acknowledge } from "./acknowledge.ts";
import { cdnWithAccessControl } from "./cdn-oac.ts";
import { cdnWithIdentity } from "./cdn-oai.ts";
import { gate } from "./gate.ts";
import { mediaBucket, stackOf } from "./names.ts";
import type { Storage } from "./storage.ts";

export interface Web {
  readonly stack: Stack;
  readonly apiId: string;
  /** The one origin the page is served from. */
  readonly origin: string;
}

/** Private; old hashed files stay 30 days after a newer build has replaced them, for phones that still hold the old page. */
const pages = (stack: Stack): Bucket => {
  const bucket = new Bucket(stack, "Pages", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL, encryption: BucketEncryption.S3_MANAGED, enforceSSL: true, minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED, versioned: true, removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(30) }],
  });
  acknowledge(bucket, "AwsSolutions-S1", "Only the CDN reads it, and it holds nothing but the public page.");
  return bucket;
};

/**
 * Where a phone's signed form goes: through the page's own name, so that no other origin is allowed to anything. The path is the bucket's own,
 * which is how S3 names a bucket where the host does not; nothing has to be rewritten, as China's CDN cannot.
 */
export interface Uploads { readonly host: string; readonly path: string }

/** The page, the API and the one name in front of both. */
export const web = (app: App, file: RegionFile, storage: Storage): Web => {
  const stack = stackOf(app, file, "web", "the page and the API behind one name");
  const api = gate(stack, file);
  const bucket = pages(stack);
  const make = file.cdn.variant === "cloudfront-oac" ? cdnWithAccessControl : cdnWithIdentity;
  const domain = make(stack, file, bucket, `${api.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`, storage.secrets.origin.secretValue.unsafeUnwrap(), { host: `s3.${stack.region}.${stack.urlSuffix}`, path: `/${mediaBucket(stack, file)}` });
  new CfnOutput(stack, "Bucket", { value: bucket.bucketName, description: "dist/web is copied here" });
  new CfnOutput(stack, "Name", { value: domain });
  return { stack, apiId: api.apiId, origin: `https://${domain}` };
};
