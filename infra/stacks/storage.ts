import { type App, Duration, RemovalPolicy, SecretValue, type Stack } from "aws-cdk-lib";
import { AttributeType, Billing, ProjectionType, StreamViewType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { BlockPublicAccess, Bucket, type CfnBucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { RegionFile } from "../regions/schema.ts";
import { MEDIA_FOLDERS } from "../../shared/contract/media-limits.ts";
import { TABLE } from "../resources.ts";
import { acknowledge } from "./acknowledge.ts";
import { mediaBucket, secretName, stackOf, tableName } from "./names.ts";

const SECRETS = ["cursor", "phone", "signing", "origin", "messaging", "setup", "push"] as const;
export type SecretKey = (typeof SECRETS)[number];

export interface Storage {
  readonly stack: Stack;
  readonly streamArn: string;
  readonly secrets: Readonly<Record<SecretKey, Secret>>;
}

const table = (stack: Stack, file: RegionFile): TableV2 => {
  const text = (name: string) => ({ name, type: AttributeType.STRING });
  return new TableV2(stack, "Table", {
    tableName: tableName(file), partitionKey: text(TABLE.pk), sortKey: text(TABLE.sk), timeToLiveAttribute: TABLE.ttl,
    billing: Billing.onDemand(), encryption: TableEncryptionV2.awsManagedKey(), dynamoStream: StreamViewType[TABLE.stream],
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true }, deletionProtection: true, removalPolicy: RemovalPolicy.RETAIN,
    globalSecondaryIndexes: TABLE.indexes.map(({ name, pk, sk, projection }) => ({ indexName: name, partitionKey: text(pk), sortKey: text(sk), projectionType: ProjectionType[projection] })),
  });
};

/**
 * Where pictures and voices lie: private, TLS only, every version kept for 30 days. What arrived and was never looked at goes after two days,
 * what was set aside after thirty. It tells the event bus what arrives; platform/media alone listens.
 */
const media = (stack: Stack, file: RegionFile): Bucket => {
  const bucket = new Bucket(stack, "Media", {
    bucketName: mediaBucket(stack, file),
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL, encryption: BucketEncryption.S3_MANAGED, enforceSSL: true, minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED, versioned: true, removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      { abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(30) },
      { prefix: `${MEDIA_FOLDERS.arriving}/`, expiration: Duration.days(2), noncurrentVersionExpiration: Duration.days(1) },
      { prefix: `${MEDIA_FOLDERS.aside}/`, expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1) },
    ],
  });
  // By the property itself: the construct would bring a function of its own, with wide permissions, to set one switch.
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  acknowledge(bucket, "AwsSolutions-S1", "Access logs would keep villagers' addresses; who looked at what stands in the events of the table.");
  return bucket;
};

const WHY_NOT_ROTATED: Readonly<Record<SecretKey, string>> = {
  cursor: "A changed secret only ends open page cursors; it is changed by hand when there is cause.",
  phone: "Phone numbers stand in keys as HMAC under this secret: another secret would lose every number.",
  signing: "Sign-in rotates these keys itself, keeping the former until its tokens have ended.",
  origin: "Both ends read it at deployment; it is changed by deploying.",
  messaging: "The provider's keys are changed at the provider, then stored here.",
  push: "Every phone's subscription was made with this key: another key would silence them all.",
  setup: "It opens one door once: after the first operator has begun the region it opens nothing.",
};

const secret = (stack: Stack, file: RegionFile, key: SecretKey): Secret => {
  const made = new Secret(stack, `Secret-${key}`, {
    secretName: secretName(file, key), removalPolicy: RemovalPolicy.RETAIN,
    // Sign-in writes its own keys here, and the operator the provider's; an empty object holds nothing to protect.
    ...(key === "signing" || key === "messaging" ? { secretStringValue: SecretValue.unsafePlainText("{}") } : { generateSecretString: { passwordLength: 64, excludePunctuation: true } }),
  });
  acknowledge(made, "AwsSolutions-SMG4", WHY_NOT_ROTATED[key]);
  return made;
};

/** What must outlive everything: the table, the pictures, the secrets. */
export const storage = (app: App, file: RegionFile): Storage => {
  const stack = stackOf(app, file, "storage", "the table, the pictures and the secrets");
  const { tableStreamArn } = table(stack, file);
  media(stack, file);
  const secrets = Object.fromEntries(SECRETS.map((key) => [key, secret(stack, file, key)])) as Record<SecretKey, Secret>;
  return { stack, streamArn: tableStreamArn!, secrets };
};
