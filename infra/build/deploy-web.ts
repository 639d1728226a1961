import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8", ".webp": "image/webp", ".png": "image/png", ".jpg": "image/jpeg", ".mp3": "audio/mpeg", ".webm": "audio/webm", ".woff2": "font/woff2",
};
const FOR_EVER = "public, max-age=31536000, immutable";
/** What must not come before the files it names: everything with a hash, then the rest, then the worker, the document last. */
const turn = (name: string): number => (name.startsWith("assets/") ? 0 : name === "index.html" ? 3 : name === "sw.js" ? 2 : 1);

/** The files of a built page in the order in which they may be published; csp.json is the stacks', not the page's. */
export const pageFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => relative(folder, join(each.parentPath, each.name)).replaceAll("\\", "/"))
    .filter((name) => name !== "csp.json").sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1));

/** Copies a built page into its bucket. Nothing is ever deleted, so phones that hold an older page still find its parts. */
export const publishPage = async (s3: Pick<S3Client, "send">, bucket: string, folder: string): Promise<number> => {
  const files = pageFiles(folder);
  for (const name of files) {
    await s3.send(new PutObjectCommand({
      Bucket: bucket, Key: name, Body: readFileSync(join(folder, name)), ContentType: TYPES[extname(name)] ?? "application/octet-stream", CacheControl: turn(name) === 0 ? FOR_EVER : "no-cache",
    }));
  }
  return files.length;
};
