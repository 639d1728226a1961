/**
 * `npm test`: types, lint, the web build, then every test. The last line counts them: "N passed, N failed".
 * Extra words go to the test runner: npm test -- tests/alerts
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./features.ts";

const bin = (name: string): string => join(ROOT, "node_modules", ".bin", name);
const run = (title: string, command: string, args: readonly string[]): boolean => {
  const started = performance.now();
  process.stdout.write(`\n— ${title}\n`);
  const done = spawnSync(command, args, { cwd: ROOT, stdio: "inherit" });
  process.stdout.write(`  ${done.status === 0 ? "ok" : "failed"}, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return done.status === 0;
};

const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "wecountry-results-"));
const results = join(folder, "results.json");
const node = process.execPath;
const steps = [
  run("registries from the folders", node, ["infra/build/registry.ts"]),
  run("types", bin("tsc"), ["-p", "."]),
  run("lint", bin("oxlint"), ["--quiet"]),
  run("the page", node, ["infra/build/web.ts"]),
];
run("tests", node, [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...only]);

interface Results { readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number; readonly numFailedTestSuites: number; readonly success: boolean }
let counted: Results = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 1, success: false };
try { counted = JSON.parse(readFileSync(results, "utf8")) as Results; } catch { process.stdout.write("The test runner left no results.\n"); }
rmSync(folder, { recursive: true, force: true });
const broken = steps.filter((ok) => !ok).length;
const failed = counted.numFailedTests + broken + (counted.success || counted.numFailedTests > 0 ? 0 : Math.max(1, counted.numFailedTestSuites));
process.stdout.write(`\n${counted.numPassedTests} passed, ${failed} failed${counted.numPendingTests > 0 ? `, ${counted.numPendingTests} skipped` : ""}\n`);
process.exitCode = failed === 0 && counted.numPassedTests > 0 ? 0 : 1;
