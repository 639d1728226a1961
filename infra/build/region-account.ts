import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { GetSMSAttributesCommand, GetSMSSandboxAccountStatusCommand, ListOriginationNumbersCommand, ListSMSSandboxPhoneNumbersCommand, type PhoneNumberInformation, SNSClient } from "@aws-sdk/client-sns";
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Account } from "../regions/account.ts";
import type { RegionFile } from "../regions/schema.ts";
import { secretName, tableName } from "../stacks/names.ts";

export interface Clients {
  readonly sns: Pick<SNSClient, "send">;
  readonly s3: Pick<S3Client, "send">;
  readonly secrets: Pick<SecretsManagerClient, "send">;
  readonly dynamo: Pick<DynamoDBDocumentClient, "send">;
}
const clientsFor = (region: string): Clients => ({ dynamo: DynamoDBDocumentClient.from(new DynamoDBClient({ region })), sns: new SNSClient({ region }), s3: new S3Client({ region }), secrets: new SecretsManagerClient({ region }) });

/** More pages than any account has; a loop that never ends helps nobody. */
const PAGES = 50;

const origination = async (sns: Clients["sns"]): Promise<PhoneNumberInformation[]> => {
  const all: PhoneNumberInformation[] = [];
  let next: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const out = await sns.send(new ListOriginationNumbersCommand({ MaxResults: 30, ...(next ? { NextToken: next } : {}) }));
    all.push(...(out.PhoneNumbers ?? []));
    next = out.NextToken;
    if (!next) break;
  }
  return all;
};

/** The bucket that `cdk bootstrap` makes for this AWS region, whatever the account's number. */
const bootstrapped = async (s3: Clients["s3"], region: string): Promise<boolean> => {
  let token: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const out = await s3.send(new ListBucketsCommand({ Prefix: "cdk-", MaxBuckets: 1000, ...(token ? { ContinuationToken: token } : {}) }));
    if ((out.Buckets ?? []).some(({ Name = "" }) => new RegExp(`^cdk-[a-z0-9]+-assets-\\d{12}-${region}$`).test(Name))) return true;
    token = out.ContinuationToken;
    if (!token) return false;
  }
  return false;
};

/** Households of the county that has most of them, over the villages that are open. */
const largestCounty = async (dynamo: Clients["dynamo"], table: string, countyLength: number): Promise<number | null> => {
  const villages: string[] = [];
  let start: Record<string, unknown> | undefined;
  try {
    do {
      const out = await dynamo.send(new QueryCommand({ TableName: table, KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)", ExpressionAttributeValues: { ":pk": "R#", ":sk": "OPENED#" }, ...(start ? { ExclusiveStartKey: start } : {}) }));
      villages.push(...(out.Items ?? []).map((item) => String(item["village"])));
      start = out.LastEvaluatedKey;
    } while (start);
  } catch (error) {
    if ((error as Error).name === "ResourceNotFoundException") return null;
    throw error;
  }
  const counties = new Map<string, number>();
  for (let i = 0; i < villages.length; i += 100) {
    const out = await dynamo.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: villages.slice(i, i + 100).map((village) => ({ pk: `V#${village}`, sk: "VILLAGE#" })) } } }));
    for (const row of out.Responses?.[table] ?? []) {
      const county = String(row["id"]).slice(0, countyLength);
      counties.set(county, (counties.get(county) ?? 0) + Number(row["households"] ?? 0));
    }
  }
  return counties.size === 0 ? null : Math.max(...counties.values());
};

const carrierKeys = async (secrets: Clients["secrets"], name: string): Promise<"stored" | "empty" | "not deployed"> => {
  try {
    const { SecretString = "" } = await secrets.send(new GetSecretValueCommand({ SecretId: name }));
    const { id, secret } = JSON.parse(SecretString || "{}") as { id?: string; secret?: string };
    return id && secret ? "stored" : "empty";
  } catch (error) {
    if (error instanceof SyntaxError) return "empty";
    if ((error as Error).name === "ResourceNotFoundException") return "not deployed";
    throw error;
  }
};

/** The account behind the SDK's default credentials, asked and never changed. */
export const accountOf = (file: RegionFile, { sns, s3, secrets, dynamo }: Clients = clientsFor(file.awsRegion)): Account => ({
  sandbox: async () => {
    const { IsInSandbox: inside = true } = await sns.send(new GetSMSSandboxAccountStatusCommand({}));
    if (!inside) return { inside, verified: 0 };
    const { PhoneNumbers = [] } = await sns.send(new ListSMSSandboxPhoneNumbersCommand({ MaxResults: 100 }));
    return { inside, verified: PhoneNumbers.filter(({ Status }) => Status === "Verified").length };
  },
  monthlyLimit: async () => {
    const { attributes = {} } = await sns.send(new GetSMSAttributesCommand({ attributes: ["MonthlySpendLimit"] }));
    const set = attributes["MonthlySpendLimit"];
    return set ? Number(set) : null;
  },
  numbers: async () => {
    const all = await origination(sns);
    const speaks = all.filter(({ NumberCapabilities = [] }) => NumberCapabilities.includes("SMS"));
    const active = speaks.filter(({ Status = "" }) => /^ACTIVE$/i.test(Status));
    return { active: active.length, waiting: speaks.length - active.length };
  },
  households: () => largestCounty(dynamo, tableName(file), file.facts.areaCode.county),
  bootstrapped: () => bootstrapped(s3, file.awsRegion),
  carrierKeys: () => carrierKeys(secrets, secretName(file, "messaging")),
});

/** Whether the SDK's default chain finds credentials at all. */
export const hasCredentials = async (region: string): Promise<boolean> => {
  try { await new SNSClient({ region }).config.credentials(); return true; } catch { return false; }
};
