import * as z from "zod";
import { environment } from "../environment.ts";
import type { AliyunOptions } from "./aliyun.ts";
import type { AliyunKeys } from "./aliyun-signature.ts";

const Settings = z.strictObject({ endpoint: z.url(), signName: z.string().min(1), templates: z.record(z.string(), z.string()) });
const Keys = z.object({ id: z.string().min(1), secret: z.string().min(1) });
const KEEP = 5 * 60_000;

let kept: { readonly keys: AliyunKeys; readonly until: number } | undefined;

/** Endpoint, signature and template ids: JSON in WECOUNTRY_ALIYUN, from the region's file. */
export const aliyunSettings = (): AliyunOptions => Settings.parse(JSON.parse(process.env["WECOUNTRY_ALIYUN"] ?? "null"));

/** The access keys, from the secret wecountry/<region>/messaging; kept for five minutes, so that a rotation is noticed. */
export const aliyunKeys = async (): Promise<AliyunKeys> => {
  if (kept && kept.until > Date.now()) return kept.keys;
  const { SecretsManagerClient, GetSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");
  const got = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: `wecountry/${environment().region.name}/messaging` }));
  kept = { keys: Keys.parse(JSON.parse(got.SecretString ?? "null")), until: Date.now() + KEEP };
  return kept.keys;
};
