import { Duration, type Stack } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import * as cdn from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Bucket, IBucket } from "aws-cdk-lib/aws-s3";
import type { RegionFile } from "../regions/schema.ts";
import { acknowledge } from "./acknowledge.ts";
import { pagePolicy } from "./csp.ts";
import { NEVER_KEPT } from "./errors.ts";
import { named } from "./names.ts";
import type { Uploads } from "./web.ts";

/** A path without a dot in its last part is a page of the app: the shell answers it. */
const DEEP_LINKS = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (last.indexOf(".") === -1) request.uri = "/index.html";
  return request;
}`;
/** Cached answers are kept once a language, not once a browser. */
const ONE_LANGUAGE = `function handler(event) {
  var request = event.request;
  var asked = request.headers["accept-language"];
  var first = asked ? asked.value.slice(0, 2).toLowerCase() : "";
  if (first === "zh" || first === "en") request.headers["accept-language"] = { value: first };
  else delete request.headers["accept-language"];
  return request;
}`;

const edge = (stack: Stack, file: RegionFile, name: string, code: string): cdn.FunctionAssociation[] => [{
  eventType: cdn.FunctionEventType.VIEWER_REQUEST,
  function: new cdn.Function(stack, `Edge-${name}`, { functionName: named(file, name), code: cdn.FunctionCode.fromInline(code), runtime: cdn.FunctionRuntime.JS_2_0 }),
}];

const headers = (stack: Stack, file: RegionFile): cdn.ResponseHeadersPolicy => new cdn.ResponseHeadersPolicy(stack, "Headers", {
  responseHeadersPolicyName: named(file, "page"),
  securityHeadersBehavior: {
    contentSecurityPolicy: { contentSecurityPolicy: pagePolicy(), override: true },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: cdn.HeadersFrameOption.DENY, override: true },
    referrerPolicy: { referrerPolicy: cdn.HeadersReferrerPolicy.NO_REFERRER, override: true },
    strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
  },
});

/** Kept as long as the answer says, at most an hour; cookies never reach the API on this path. */
const openCache = (stack: Stack, file: RegionFile): cdn.CachePolicy => new cdn.CachePolicy(stack, "Open", {
  cachePolicyName: named(file, "open"), minTtl: Duration.seconds(0), defaultTtl: Duration.seconds(0), maxTtl: Duration.hours(1),
  cookieBehavior: cdn.CacheCookieBehavior.none(), queryStringBehavior: cdn.CacheQueryStringBehavior.all(), headerBehavior: cdn.CacheHeaderBehavior.allowList("Accept-Language"),
  enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true,
});

/** CloudFront with origin access control, functions and header policies. */
export const cdnWithAccessControl = (stack: Stack, file: RegionFile, bucket: Bucket, apiHost: string, secret: string, uploads: Uploads): string => {
  const api = new HttpOrigin(apiHost, { customHeaders: { "x-origin-secret": secret }, originSslProtocols: [cdn.OriginSslPolicy.TLS_V1_2] });
  const own = file.cdn.variant === "cloudfront-oac" && file.cdn.domain && file.cdn.certificateArn
    ? { domainNames: [file.cdn.domain], certificate: Certificate.fromCertificateArn(stack, "Certificate", file.cdn.certificateArn), minimumProtocolVersion: cdn.SecurityPolicyProtocol.TLS_V1_2_2021 } : {};
  const distribution = new cdn.Distribution(stack, "Cdn", {
    ...own, comment: named(file, "page"), defaultRootObject: "index.html", httpVersion: cdn.HttpVersion.HTTP2_AND_3,
    errorResponses: NEVER_KEPT.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket), viewerProtocolPolicy: cdn.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: headers(stack, file), functionAssociations: edge(stack, file, "deep-links", DEEP_LINKS),
    },
    additionalBehaviors: {
      [uploads.path]: { origin: new HttpOrigin(uploads.host, { originSslProtocols: [cdn.OriginSslPolicy.TLS_V1_2] }), allowedMethods: cdn.AllowedMethods.ALLOW_ALL, cachePolicy: cdn.CachePolicy.CACHING_DISABLED, viewerProtocolPolicy: cdn.ViewerProtocolPolicy.HTTPS_ONLY },
      "/v1/*": { origin: api, allowedMethods: cdn.AllowedMethods.ALLOW_ALL, cachePolicy: cdn.CachePolicy.CACHING_DISABLED, originRequestPolicy: cdn.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER, viewerProtocolPolicy: cdn.ViewerProtocolPolicy.HTTPS_ONLY },
      "/open/*": { origin: api, cachePolicy: openCache(stack, file), viewerProtocolPolicy: cdn.ViewerProtocolPolicy.HTTPS_ONLY, functionAssociations: edge(stack, file, "one-language", ONE_LANGUAGE) },
    },
  });
  acknowledge(distribution, "AwsSolutions-CFR1", "Villagers who work away read their village from anywhere.");
  acknowledge(distribution, "AwsSolutions-CFR2", "Limits are kept by the API's throttle and, per caller, by the dispatcher.");
  acknowledge(distribution, "AwsSolutions-CFR3", "Access logs would keep villagers' addresses and the codes of warning links.");
  if (!("domainNames" in own)) acknowledge(distribution, "AwsSolutions-CFR4", "The CDN's own certificate fixes the protocol; a region with a domain of its own gets TLS 1.2 and newer.");
  return file.cdn.domain ?? distribution.distributionDomainName;
};
