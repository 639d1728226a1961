import * as z from "zod";
import { environment } from "../environment.ts";
import type { AliyunOptions } from "./aliyun.ts";
import type { AliyunKeys } from "./aliyun-signature.ts";

const Settings = z.strictObject({ endpoint: z.url(), signName: z.string().min(1), templates: z.record(z.string(), z.string()) });
/** `receipts` is the key in the address that receipts come to; without it none are taken. */
const Keys = z.object({ id: z.string().min(1), secret: z.string().min(1), receipts: z.string().optional() });
const KEEP = 5 * 60_000;

let kept: { readonly keys: z.infer<typeof Keys>; readonly until: number } | undefined;

/** Endpoint, signature and template ids: JSON in WECOUNTRY_ALIYUN, from the region's file. */
export const aliyunSettings = (): AliyunOptions => Settings.parse(JSON.parse(process.env["WECOUNTRY_ALIYUN"] ?? "null"));

/** The access keys, from the secret wecountry/<region>/messaging; kept for five minutes, so that a rotation is noticed. */
export const aliyunKeys = (): Promise<AliyunKeys> => stored();

/** The key in the address that receipts come to; undefined while none is stored, or no keys are. */
export const receiptsKey = async (): Promise<string | undefined> => {
  try { return (await stored()).receipts; } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
};

const stored = async (): Promise<z.infer<typeof Keys>> => {
  if (kept && kept.until > Date.now()) return kept.keys;
  const { SecretsManagerClient, GetSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");
  const got = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: `wecountry/${environment().region.name}/messaging` }));
  kept = { keys: Keys.parse(JSON.parse(got.SecretString ?? "null")), until: Date.now() + KEEP };
  return kept.keys;
};
