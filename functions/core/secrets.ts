import { createHmac } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { environment } from "./environment.ts";

/** `cursor` signs page cursors, `phone` hashes phone numbers and codes, `signing` holds the session keys (sign-in alone may read it), `setup` the code with which the first operator begins a region, `push` what the key for web push is made of. */
export type SecretName = "cursor" | "phone" | "signing" | "setup" | "push";

const kept = new Map<SecretName, { value: string; until: number }>();
const KEEP = 5 * 60_000;

const fromAws = async (name: SecretName): Promise<string> => {
  const { SecretsManagerClient, GetSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");
  const got = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: `wecountry/${environment().region.name}/${name}` }));
  return got.SecretString ?? "";
};
const fromFile = async (file: string, name: SecretName): Promise<string> =>
  (JSON.parse(await readFile(file, "utf8")) as Partial<Record<SecretName, string>>)[name] ?? "";

/** A secret's text; kept for five minutes, so that a rotation is noticed. */
export const secret = async (name: SecretName): Promise<string> => {
  const have = kept.get(name);
  if (have && have.until > Date.now()) return have.value;
  const source = environment().secrets;
  const value = source === "aws" ? await fromAws(name) : await fromFile(source, name);
  kept.set(name, { value, until: Date.now() + KEEP });
  return value;
};

/** Stores a secret made by the program itself (the session keys). */
export const keepSecret = async (name: SecretName, value: string): Promise<void> => {
  const source = environment().secrets;
  if (source === "aws") {
    const { SecretsManagerClient, PutSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");
    await new SecretsManagerClient({}).send(new PutSecretValueCommand({ SecretId: `wecountry/${environment().region.name}/${name}`, SecretString: value }));
  } else {
    const all = JSON.parse(await readFile(source, "utf8")) as Record<string, string>;
    await writeFile(`${source}.new`, JSON.stringify({ ...all, [name]: value }), { mode: 0o600 });
    await rename(`${source}.new`, source);
  }
  kept.set(name, { value, until: Date.now() + KEEP });
};

/** Forgets what was read, for a test that rotates keys. */
export const forgetSecrets = (): void => kept.clear();

/** A keyed hash (HMAC-SHA-256, 128 bits, base64url): how phone numbers and codes stand in keys. */
export const keyedHash = async (name: SecretName, text: string): Promise<string> =>
  createHmac("sha256", await secret(name)).update(text).digest().subarray(0, 16).toString("base64url");
