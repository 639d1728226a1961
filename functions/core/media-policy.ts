import { createHmac } from "node:crypto";
import type { Signer } from "./media.ts";

/** What one upload may be: these bytes, of this type, to this key, until then. */
export interface Upload { readonly bucket: string; readonly key: string; readonly type: string; readonly bytes: number; readonly until: Date }

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
/** The signature of a browser's form upload (AWS Signature Version 4 over the policy). @param day like 20261122 */
export const signPolicy = (policy: string, signer: Pick<Signer, "secretAccessKey" | "region">, day: string): string =>
  hmac(["s3", "aws4_request"].reduce((key, part) => hmac(key, part), hmac(hmac(`AWS4${signer.secretAccessKey}`, day), signer.region)), policy).toString("hex");

/**
 * The fields of a form with which a phone may put exactly one object: key, type and length are fixed by the signed policy, and so is the end.
 * Nothing the phone calls the file goes in.
 */
export const uploadFields = ({ bucket, key, type, bytes, until }: Upload, signer: Signer, now: Date): Record<string, string> => {
  const time = `${now.toISOString().replace(/[-:]|\.\d{3}/g, "")}`;
  const day = time.slice(0, 8);
  const fixed: Record<string, string> = {
    key, "Content-Type": type, "x-amz-algorithm": "AWS4-HMAC-SHA256", "x-amz-credential": `${signer.accessKeyId}/${day}/${signer.region}/s3/aws4_request`, "x-amz-date": time,
    ...(signer.sessionToken ? { "x-amz-security-token": signer.sessionToken } : {}),
  };
  const policy = Buffer.from(JSON.stringify({
    expiration: until.toISOString(),
    conditions: [{ bucket }, ...Object.entries(fixed).map(([name, value]) => ["eq", `$${name}`, value]), ["content-length-range", bytes, bytes]],
  })).toString("base64");
  return { ...fixed, policy, "x-amz-signature": signPolicy(policy, signer, day) };
};
