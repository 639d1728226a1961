import type { Stack } from "aws-cdk-lib";
import { CfnDistribution, OriginAccessIdentity } from "aws-cdk-lib/aws-cloudfront";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { RegionFile } from "../regions/schema.ts";
import { acknowledge } from "./acknowledge.ts";
import { NEVER_KEPT } from "./errors.ts";
import { named } from "./names.ts";
import type { Uploads } from "./web.ts";

const READ = ["GET", "HEAD"];
const ALL = [...READ, "OPTIONS", "PUT", "PATCH", "POST", "DELETE"];
/** What the dispatcher reads of a request; everything a browser sends besides stays outside. */
const HEADERS = ["Accept-Language", "If-Match", "Idempotency-Key", "Origin", "Sec-Fetch-Site", "X-Acting-For", "Authorization"];

/**
 * CloudFront as China has it: no cache, header or origin request policies ("can't be set for this region"), no functions, no origin access
 * control, a certificate of the IAM store and a name with an ICP record. Without functions, deep links are hash links; without header
 * policies, the document carries its policy in a meta element.
 */
export const cdnWithIdentity = (stack: Stack, file: RegionFile, bucket: Bucket, apiHost: string, secret: string, uploads: Uploads): string => {
  if (file.cdn.variant !== "cloudfront-oai-cname") throw new Error("this variant needs its own name and an IAM-store certificate");
  const { domain, iamCertificateId } = file.cdn;
  const identity = new OriginAccessIdentity(stack, "Identity", { comment: named(file, "page") });
  bucket.addToResourcePolicy(new PolicyStatement({ actions: ["s3:GetObject"], principals: [identity.grantPrincipal], resources: [bucket.arnForObjects("*")] }));
  const api = { targetOriginId: "api", viewerProtocolPolicy: "https-only", compress: true };
  const distribution = new CfnDistribution(stack, "Cdn", { distributionConfig: {
    enabled: true, comment: named(file, "page"), defaultRootObject: "index.html", httpVersion: "http2", ipv6Enabled: false, aliases: [domain],
    customErrorResponses: NEVER_KEPT.map((errorCode) => ({ errorCode, errorCachingMinTtl: 0 })),
    viewerCertificate: { iamCertificateId, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },
    origins: [
      { id: "page", domainName: bucket.bucketRegionalDomainName, s3OriginConfig: { originAccessIdentity: `origin-access-identity/cloudfront/${identity.originAccessIdentityId}` } },
      { id: "api", domainName: apiHost, originCustomHeaders: [{ headerName: "x-origin-secret", headerValue: secret }], customOriginConfig: { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] } },
      { id: "uploads", domainName: uploads.host, customOriginConfig: { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] } },
    ],
    defaultCacheBehavior: { targetOriginId: "page", viewerProtocolPolicy: "redirect-to-https", compress: true, allowedMethods: READ, forwardedValues: { queryString: false, cookies: { forward: "none" } } },
    cacheBehaviors: [
      { targetOriginId: "uploads", viewerProtocolPolicy: "https-only", pathPattern: uploads.path, allowedMethods: ALL, minTtl: 0, defaultTtl: 0, maxTtl: 0, forwardedValues: { queryString: false, cookies: { forward: "none" } } },
      { ...api, pathPattern: "/v1/*", allowedMethods: ALL, minTtl: 0, defaultTtl: 0, maxTtl: 0, forwardedValues: { queryString: true, cookies: { forward: "all" }, headers: HEADERS } },
      { ...api, pathPattern: "/open/*", allowedMethods: READ, minTtl: 0, defaultTtl: 0, maxTtl: 3600, forwardedValues: { queryString: true, cookies: { forward: "none" }, headers: ["Accept-Language"] } },
    ],
  } });
  acknowledge(distribution, "AwsSolutions-CFR1", "Villagers who work away read their village from anywhere.");
  acknowledge(distribution, "AwsSolutions-CFR2", "Limits are kept by the API's throttle and, per caller, by the dispatcher; the CDN of China takes no firewall.");
  acknowledge(distribution, "AwsSolutions-CFR3", "Access logs would keep villagers' addresses and the codes of warning links.");
  acknowledge(distribution, "AwsSolutions-CFR7", "China's CDN refuses origin access control; an origin access identity is what it has.");
  return domain;
};
