/**
 * npm run bench:alerts -- [--residents 11000] [--json]: from the approval of a red warning to the last message handed to a carrier that takes
 * everything at once, by the real handlers on the embedded engine; beside it, in turns, the bare SDK calls that this needs.
 */
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { useDynamo } from "../../functions/core/clients.ts";
import { forgetEnvironment } from "../../functions/core/environment.ts";
import { useSqs } from "../../functions/core/queues.ts";
import { useRouting } from "../../functions/core/routes-of-events.ts";
import { contract } from "../../shared/alerts/sending/contract.ts";
import { facts as sample } from "../regions/sample.ts";
import { PROCESS } from "../resources.ts";
import { COUNTY, layCounty, layVillage, layWarning, openCarrier } from "./alert-load.ts";
import type { Order, Setup, Word } from "./bench-worker.ts";
import { startEngine } from "./engine.ts";
import { startQueues } from "./queues.ts";
import { followStream } from "./stream-follow.ts";
import { createTable } from "./table.ts";
import { LOCAL } from "./unsigned.ts";

const routing = { listeners: Object.fromEntries(contract.on.map((name) => [name, ["alerts/sending"]])), owners: {} };
const PER_VILLAGE = 100;
const PEOPLE = 4;
const TURNS = 9;
/** Households in a turn: short turns, so that whatever else the machine does meets both sides alike. */
const IN_A_TURN = 80;
/** So high that the carrier's rate is never what is measured. */
const facts = { ...sample, messaging: { ...sample.messaging, partsPerSecond: 1_000_000 } };

const { values } = parseArgs({ options: { residents: { type: "string", default: "11000" }, json: { type: "boolean", default: false } } });
const households = Math.max(1, Math.round(Number(values.residents) / PEOPLE));
const folder = mkdtempSync(join(tmpdir(), "wecountry-bench-"));
const secrets = join(folder, "secrets.json");
writeFileSync(secrets, JSON.stringify({ cursor: randomUUID(), phone: randomUUID(), setup: randomUUID() }));
const [engine, queues, carrier] = [await startEngine(), await startQueues(), await openCarrier()];
const table = `bench-${randomUUID().slice(0, 8)}`;
Object.assign(process.env, { WECOUNTRY_TABLE: table, WECOUNTRY_QUEUES: queues.base, WECOUNTRY_REGION: JSON.stringify(facts), AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" });
forgetEnvironment();
const base = new DynamoDBClient({ endpoint: engine.endpoint, ...LOCAL });
const dynamo = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
await createTable(base, table);
useDynamo(dynamo); useSqs(queues.client); useRouting(routing);
const unfollow = await followStream(engine.endpoint, table);

let last = 100;
const lay = async (count: number): Promise<string[]> => {
  const villages: string[] = [];
  for (let left = count; left > 0; left -= PER_VILLAGE) {
    const id = `${COUNTY}${String(++last).padStart(6, "0")}`;
    await layVillage(dynamo, id, Math.min(left, PER_VILLAGE));
    villages.push(id);
  }
  return villages;
};

const setup: Setup = { endpoint: engine.endpoint, table, queues: queues.base.replace("/000000000000/", ""), phones: carrier.address, secrets, facts };
/** The worker is bundled as in the cloud and gets the memory a small function has. */
const workerFile = join(folder, "worker.mjs");
await build({ entryPoints: [fileURLToPath(new URL("bench-worker.ts", import.meta.url))], outfile: workerFile, bundle: true, platform: "node", format: "esm", target: "node24", minify: true, mainFields: ["module", "main"], banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' }, external: ["fauxqs"], logLevel: "error" });
const child = fork(workerFile, [JSON.stringify(setup)], { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: ["--max-old-space-size=64", "--max-semi-space-size=2"], env: { ...process.env, ...PROCESS } });
let ended = false;
child.once("exit", (code) => { if (!ended) { process.stderr.write(`the worker stopped (exit ${code})\n`); process.exit(1); } });
const heard = (said: Word["said"]): Promise<Word> => new Promise((resolve) => {
  const listen = (word: Word): void => { if (word.said === said) { child.off("message", listen); resolve(word); } };
  child.on("message", listen);
});
const order = (what: Order, said: Word["said"]): Promise<Word> => { const word = heard(said); child.send(what); return word; };

/** One turn. @returns seconds until the last message came, milliseconds until the first */
const turn = async (how: "tell" | "bare", villages: readonly string[], expected: number): Promise<{ seconds: number; firstMs: number }> => {
  const warning = await layWarning(dynamo, villages);
  carrier.all = 0;
  const arrived = new Promise<void>((resolve) => { carrier.onMessage = (all) => { if (all >= expected) resolve(); }; });
  const begun = performance.now();
  const done = order({ do: how, warning, villages }, "done");
  await arrived;
  const result = { seconds: (carrier.last - begun) / 1000, firstMs: carrier.first - begun };
  await done;
  return result;
};

/** What is going on, for whoever waits; stdout holds the report alone. */
const tellWaiter = (line: string): void => { process.stderr.write(`${line}\n`); };
const measure = async (): Promise<void> => {
  await heard("ready");
  await layCounty(dynamo);
  const rest = async (): Promise<number> => { const word = await order({ do: "rest" }, "rested"); return word.said === "rested" ? word.rss : 0; };
  /** One village each, not counted: code is loaded and connections stand. */
  for (const how of ["tell", "bare"] as const) { await turn(how, await lay(20), 20); await rest(); }
  const all = await lay(households);
  tellWaiter(`${households} households laid`);
  carrier.came.clear();
  const whole = await turn("tell", all, households);
  const rss = await rest();
  const messages = [...carrier.came.values()].reduce((sum, each) => sum + each, 0);
  const [lost, extra] = [households - carrier.came.size, messages - carrier.came.size];

  tellWaiter(`told in ${whole.seconds.toFixed(1)} s; now beside the bare calls, ${TURNS} times`);
  const share = Math.min(IN_A_TURN, households);
  const turns: { real: number; bare: number }[] = [];
  for (let i = 0; i < TURNS; i++) {
    const [real, bare] = [await lay(share), await lay(share)];
    const one = async (how: "tell" | "bare", villages: readonly string[]): Promise<number> => { const { seconds } = await turn(how, villages, share); tellWaiter(`${how} ${seconds.toFixed(1)} s`); await rest(); return seconds; };
    // Whoever goes first finds a smaller table: they take turns at that too.
    if (i % 2 === 0) { const r = await one("tell", real); turns.push({ real: r, bare: await one("bare", bare) }); } else { const b = await one("bare", bare); turns.push({ real: await one("tell", real), bare: b }); }
  }
  ended = true;
  child.send({ do: "end" } satisfies Order);
  const total = (side: "real" | "bare"): number => turns.reduce((sum, each) => sum + each[side], 0);
  const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const round = (value: number, to = 100): number => Math.round(value * to) / to;
  const report = {
    residents: Number(values.residents), households, villages: all.length, messages,
    seconds: round(whole.seconds), partsPerSecond: round(messages / whole.seconds, 10), firstMessageMs: Math.round(whole.firstMs),
    ratio: round(median(turns.map((each) => each.real / each.bare))), sumRatio: round(total("real") / total("bare")), turns: turns.map((each) => ({ real: round(each.real), bare: round(each.bare), ratio: round(each.real / each.bare) })),
    workerMb: Math.round(rss / 1_048_576), lost, extra, targets: { ratio: 1.25, firstMessageMs: 2000, workerMb: 128, lost: 0 },
  };
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n`
    : `${households} households in ${report.seconds} s (${report.partsPerSecond} parts a second), the first after ${report.firstMessageMs} ms; ${report.ratio} × the bare calls; ${report.workerMb} MB; lost ${lost}, extra ${extra}\n`);
};
try { await measure(); } finally {
  ended = true;
  child.kill();
  await unfollow();
  base.destroy();
  await carrier.stop(); await queues.stop(); await engine.stop();
  rmSync(folder, { recursive: true, force: true });
}
