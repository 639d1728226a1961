/**
 * `npm test`: types, lint, the web build, then every test. The last line counts them: "N passed, N failed".
 * Extra words go to the test runner: npm test -- tests/alerts
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./features.ts";

const bin = (name: string): string => join(ROOT, "node_modules", ".bin", name);
const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
const run = async (title: string, command: string, args: readonly string[]): Promise<boolean> => {
  const started = performance.now();
  process.stdout.write(`\n— ${title}\n`);
  const ok = await ended(spawn(command, args, { cwd: ROOT, stdio: "inherit" }));
  process.stdout.write(`  ${ok ? "ok" : "failed"}, ${seconds(started)} s\n`);
  return ok;
};
const ended = (child: ChildProcess): Promise<boolean> => new Promise((resolve) => { child.once("error", () => resolve(false)).once("close", (code) => resolve(code === 0)); });
/** Runs beside what follows; the result shows what it said. */
const beside = (title: string, command: string, args: readonly string[], env: Readonly<Record<string, string>>): (() => Promise<boolean>) => {
  const started = performance.now();
  let said = `\n— ${title}, beside the tests\n`;
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => { said += text; });
  const done = ended(child).then((ok) => { said += `  ${ok ? "ok" : "failed"}, ${seconds(started)} s\n`; return ok; });
  return async () => { const ok = await done; process.stdout.write(said); return ok; };
};

const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "wecountry-results-"));
const results = join(folder, "results.json");
const node = process.execPath;
const steps = [await run("registries from the folders", node, ["infra/build/registry.ts"])];
// One checker: each works out the shared types anew, and tests want the other core. Collecting memory costs it a quarter of its time and saves a tenth of its 2 GB.
const types = beside("types", bin("tsc"), ["-p", ".", "--checkers", "1"], { GOGC: "off" });
steps.push(
  await run("lint", bin("oxlint"), ["--quiet"]),
  await run("the page", node, ["infra/build/web.ts"]),
);
process.env["WECOUNTRY_BUILT_WEB"] = join(ROOT, "dist", "web");
await run("tests", node, [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...only]);
steps.push(await types());

interface Results { readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number; readonly numFailedTestSuites: number; readonly success: boolean }
let counted: Results = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 1, success: false };
try { counted = JSON.parse(readFileSync(results, "utf8")) as Results; } catch { process.stdout.write("The test runner left no results.\n"); }
rmSync(folder, { recursive: true, force: true });
const broken = steps.filter((ok) => !ok).length;
const failed = counted.numFailedTests + broken + (counted.success || counted.numFailedTests > 0 ? 0 : Math.max(1, counted.numFailedTestSuites));
process.stdout.write(`\n${counted.numPassedTests} passed, ${failed} failed${counted.numPendingTests > 0 ? `, ${counted.numPendingTests} skipped` : ""}\n`);
process.exitCode = failed === 0 && counted.numPassedTests > 0 ? 0 : 1;
