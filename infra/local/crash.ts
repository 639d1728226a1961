import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { handler } from "../../functions/alerts/sending/handlers.ts";
import { facts } from "../regions/sample.ts";
import { approve, COUNTY, layCounty, layVillage, layWarning, openCarrier } from "./alert-load.ts";
import { startEngine } from "./engine.ts";
import { startQueues } from "./queues.ts";
import { openLocalStack } from "./stack.ts";

export interface CrashReport {
  readonly households: number;
  readonly crashes: number;
  /** Households that no message reached. */
  readonly lost: number;
  /** Messages that came more than once. */
  readonly extra: number;
  /** The same, as the village's own count says. */
  readonly counted: number;
  readonly states: Readonly<Record<string, number>>;
}
export interface CrashOptions {
  readonly households: number;
  /** A life ends after this many messages of its own: before their carrier answers, or right after. */
  readonly killAt: readonly { readonly messages: number; readonly answered: boolean }[];
}

const VILLAGE = `${COUNTY}103205`;
/** A little longer than a lease, so that the next life finds the one before's over. */
const BETWEEN_LIVES = 61_000;
const WORKER = fileURLToPath(new URL("crash-worker.ts", import.meta.url));

/**
 * Sends a warning to a village from a process that is killed (SIGKILL) again and again in the middle of it, on an engine with a file.
 * @returns what came and what the rows say
 */
export const crashAndRecover = async ({ households, killAt }: CrashOptions): Promise<CrashReport> => {
  const folder = mkdtempSync(join(tmpdir(), "wecountry-crash-"));
  const secrets = join(folder, "secrets.json");
  writeFileSync(secrets, JSON.stringify({ cursor: randomUUID(), phone: randomUUID(), setup: randomUUID() }));
  const engine = await startEngine(join(folder, "rows.db"));
  const [queues, carrier, table] = [await startQueues(), await openCarrier(), `crash-${randomUUID().slice(0, 8)}`];
  const stack = await openLocalStack({ endpoint: engine.endpoint, queues, table, features: [handler], facts, secrets, origin: "http://127.0.0.1:8080", phones: carrier.address });
  try {
    await layCounty(stack.dynamo);
    await layVillage(stack.dynamo, VILLAGE, households);
    const warning = await layWarning(stack.dynamo, [VILLAGE]);
    await approve(warning, [VILLAGE]);
    let crashes = 0;
    for (let life = 0; life <= killAt.length; life++) {
      const child = spawn(process.execPath, [WORKER, engine.endpoint, table, carrier.address, secrets, String(life * BETWEEN_LIVES)], { stdio: ["ignore", "ignore", "inherit"] });
      const end = killAt[life];
      const from = carrier.all;
      carrier.onMessage = (all) => {
        if (!end || all - from !== end.messages) return;
        if (end.answered) setImmediate(() => child.kill("SIGKILL")); else child.kill("SIGKILL");
      };
      const signal = await new Promise<string | null>((resolve) => child.once("exit", (_, by) => resolve(by)));
      if (signal === "SIGKILL") crashes += 1;
    }
    return await reportOf(stack.dynamo, table, warning, households, crashes, carrier.came);
  } finally {
    await stack.stop(); await queues.stop(); await carrier.stop(); await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const reportOf = async (dynamo: Awaited<ReturnType<typeof openLocalStack>>["dynamo"], table: string, warning: string, households: number, crashes: number, came: ReadonlyMap<string, number>): Promise<CrashReport> => {
  const rows = async (pk: string, prefix: string): Promise<Record<string, unknown>[]> => {
    const all: Record<string, unknown>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const out = await dynamo.send(new QueryCommand({ TableName: table, ConsistentRead: true, KeyConditionExpression: "pk = :p AND begins_with(sk, :s)", ExpressionAttributeValues: { ":p": pk, ":s": prefix }, ExclusiveStartKey: start }));
      all.push(...(out.Items ?? []));
      start = out.LastEvaluatedKey;
    } while (start);
    return all;
  };
  const states: Record<string, number> = {};
  for (const row of await rows(`V#${VILLAGE}`, `SEND#${warning}#`)) states[String(row["state"])] = (states[String(row["state"])] ?? 0) + 1;
  const tally = (await rows(`A#${COUNTY}`, `TALLY#${warning}#`))[0];
  const extra = [...came.values()].reduce((sum, times) => sum + times - 1, 0);
  return { households, crashes, lost: households - came.size, extra, counted: Number(tally?.["extra"] ?? 0), states };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = await crashAndRecover({ households: 500, killAt: [{ messages: 40, answered: false }, { messages: 90, answered: true }, { messages: 120, answered: false }, { messages: 77, answered: true }] });
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
