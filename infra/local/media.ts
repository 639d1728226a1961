import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { clock } from "../../functions/core/clock.ts";
import type { ObjectStore, Signer } from "../../functions/core/media.ts";
import { readForm } from "./media-form.ts";
import { judge, type Verdict } from "./media-policy.ts";

export interface LocalMedia extends ObjectStore {
  /** A form as a phone posts it to the bucket's address: taken only if its policy holds. @returns the status and, refused, S3's own code */
  post(body: Buffer, contentType: string): Promise<Verdict>;
}
export interface MediaWish {
  readonly bucket: string;
  /** Where objects are kept; left out: in memory. */
  readonly folder?: string | undefined;
  readonly sqs: SQSClient;
  /** The queue that hears of what arrived; null where nobody listens. */
  readonly queue: string | null;
}

interface Shelf { get(key: string): Promise<Uint8Array | null>; put(key: string, bytes: Uint8Array): Promise<void>; remove(key: string): Promise<void> }
const inMemory = (): Shelf => {
  const all = new Map<string, Uint8Array>();
  return { get: async (key) => all.get(key)?.slice() ?? null, put: async (key, bytes) => { all.set(key, bytes.slice()); }, remove: async (key) => { all.delete(key); } };
};
const PLAIN_KEY = /^[a-z]+(?:\/[0-9A-Za-z-]+)+$/;
const onDisk = (folder: string): Shelf => {
  const file = (key: string): string => {
    if (!PLAIN_KEY.test(key)) throw new Error("a key made by the server has letters, figures and dashes alone");
    return join(folder, ...key.split("/"));
  };
  return {
    get: (key) => readFile(file(key)).catch((error: { code?: string }) => { if (error.code === "ENOENT") return null; throw error; }),
    put: async (key, bytes) => {
      await mkdir(dirname(file(key)), { recursive: true, mode: 0o700 });
      const aside = `${file(key)}.${randomBytes(4).toString("hex")}`;
      await writeFile(aside, bytes, { mode: 0o600 });
      await rename(aside, file(key));
    },
    remove: (key) => rm(file(key), { force: true }),
  };
};

/**
 * The bucket of the embedded stack, behind the same origin as the page. The embedded S3 refuses nothing, so this one keeps the policy itself:
 * signature, expiry, key, type and length, as S3 judges a form; then it says "Object Created" as the event bus does.
 */
export const openLocalMedia = ({ bucket, folder, sqs, queue }: MediaWish): LocalMedia => {
  const shelf = folder ? onDisk(folder) : inMemory();
  const signer: Signer = { accessKeyId: "local", secretAccessKey: randomBytes(24).toString("base64url"), region: "us-east-1" };
  const say = async (key: string): Promise<void> => {
    if (!queue) return;
    const body = { version: "0", source: "aws.s3", "detail-type": "Object Created", detail: { bucket: { name: bucket }, object: { key } } };
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries: [{ Id: "0", MessageBody: JSON.stringify(body) }] }));
  };
  return {
    bucket, get: shelf.get, put: (key, bytes) => shelf.put(key, bytes),
    remove: async (keys) => { await Promise.all(keys.map((key) => shelf.remove(key))); },
    signer: async () => signer,
    post: async (body, contentType) => {
      const form = readForm(body, contentType);
      if (!form) return { status: 400, code: "MalformedPOSTRequest" };
      const verdict = judge(form, bucket, signer, clock().now());
      if (verdict.status !== 204) return verdict;
      const key = form.fields.get("key")!;
      await shelf.put(key, form.file);
      await say(key);
      return verdict;
    },
  };
};
