import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { RegionFacts } from "../../shared/contract/region.ts";
import { ROOT } from "../build/features.ts";

export interface FreshOptions {
  readonly endpoint: string; readonly table: string; readonly folder: string; readonly secrets: string; readonly facts: RegionFacts;
  /** The feature's built handler.mjs, its name, the path of a public read, and a village that is there. */
  readonly handler: string; readonly feature: string; readonly path: string; readonly village: string; readonly rounds: number;
}

const BANNER = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";
/** The least that could answer: a document client, bundled alike, and one read of the village. */
const BARE = `import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 4 }));
await client.send(new BatchGetCommand({ RequestItems: { [process.env.WECOUNTRY_TABLE]: { ConsistentRead: true, Keys: [{ pk: "V#" + process.env.BENCH_VILLAGE, sk: "VILLAGE#" }] } } }));
process.stdout.write(String(performance.now()));
process.exit(0);`;

const asking = (handler: string, event: unknown): string => `import { handler } from ${JSON.stringify(handler)};
const answer = await handler(${JSON.stringify(event)}, {});
if (answer.statusCode !== 200) { process.stderr.write(JSON.stringify(answer)); process.exit(1); }
process.stdout.write("\\n" + performance.now());
process.exit(0);`;

const once = (file: string, env: Record<string, string>): Promise<number> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => { out += chunk.toString(); });
  child.stderr.on("data", (chunk: Buffer) => { err += chunk.toString(); });
  child.once("exit", (code) => { const ms = Number(out.trim().split("\n").at(-1)); return code === 0 && Number.isFinite(ms) && ms > 0 ? resolve(ms) : reject(new Error(`a fresh process failed: ${err || out}`)); });
});

/**
 * Milliseconds from the start of a fresh process to its first answer, the feature's bundle and a bare document client in turn.
 * The first answer is a public read, the whole way through the dispatcher: the village, then its own rows.
 */
export const freshTimes = async (options: FreshOptions): Promise<{ handler: number[]; bare: number[] }> => {
  const env = {
    AWS_ENDPOINT_URL_DYNAMODB: options.endpoint, AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local",
    WECOUNTRY_TABLE: options.table, WECOUNTRY_QUEUES: "http://127.0.0.1:9/", WECOUNTRY_REGION: JSON.stringify(options.facts), WECOUNTRY_SECRETS: options.secrets, WECOUNTRY_ORIGIN: "", BENCH_VILLAGE: options.village,
  };
  const source = join(options.folder, "bare-source.mjs");
  writeFileSync(source, BARE);
  const bare = join(options.folder, "bare.mjs");
  await build({ entryPoints: [source], outfile: bare, bundle: true, platform: "node", target: "node24", format: "esm", mainFields: ["module", "main"], banner: { js: BANNER }, minify: true, logLevel: "error", absWorkingDir: ROOT, nodePaths: [join(ROOT, "node_modules")] });
  const event = { version: "2.0", rawPath: `/v1/${options.feature}/villages/${options.village}${options.path}`, headers: {}, requestContext: { http: { method: "GET", sourceIp: "127.0.0.1", path: "" } }, isBase64Encoded: false };
  const asked = join(options.folder, "asked.mjs");
  writeFileSync(asked, asking(options.handler, event));
  const times = { handler: [] as number[], bare: [] as number[] };
  for (let i = 0; i < options.rounds + 2; i++) {
    const [b, h] = [await once(bare, env), await once(asked, env)];
    if (i >= 2) { times.bare.push(b); times.handler.push(h); }
  }
  return times;
};
