import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Comparison, readDiff } from "./deploy-diff.ts";
import type { Reached, Release } from "./deploy-steps.ts";
import { ROOT } from "./features.ts";

/** Runs a program with this Node. @returns what it printed on both streams @throws Error with its last lines */
export type Run = (script: string, args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<string>;

/** @param show prints along while it runs */
export const runNode = (show: (text: string) => void): Run => (script, args, env = {}) => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let all = "";
  const take = (chunk: Buffer): void => { all += chunk.toString(); show(chunk.toString()); };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  child.on("error", reject);
  child.on("close", (status) => (status === 0 ? resolve(all) : reject(new Error(`${script} ${args[0] ?? ""} ended with ${status}: ${all.trim().split("\n").slice(-3).join(" ")}`))));
});

const CDK = "node_modules/aws-cdk/bin/cdk";
const QUIET = ["--no-color", "--no-notices"];
/** Compares with what is deployed, template by template: needs no permission to change anything. */
export const diffArgs = (assembly: string): string[] => ["diff", "--app", assembly, "--method", "template", ...QUIET];
export const deployArgs = (assembly: string, outputs: string): string[] => ["deploy", "--app", assembly, "--all", "--require-approval", "never", "--outputs-file", outputs, "--progress", "events", ...QUIET];

/** Where the page lies and by what name it is reached: the outputs of the web stack. @throws Error when they are not there */
export const reachedIn = (outputs: Readonly<Record<string, Readonly<Record<string, string>>>>, region: string): Reached => {
  const { Bucket: bucket, Name: name } = outputs[`WeCountry-${region}-web`] ?? {};
  if (!bucket || !name) throw new Error("The web stack names no bucket and no address: it was not deployed whole.");
  return { bucket, origin: `https://${name}` };
};

export const compareWith = (run: Run) => async ({ assembly }: Release): Promise<Comparison> => readDiff(await run(CDK, diffArgs(assembly)));

export const applyWith = (run: Run, region: string) => async ({ assembly }: Release): Promise<Reached> => {
  const folder = mkdtempSync(join(tmpdir(), "wecountry-outputs-"));
  try {
    const outputs = join(folder, "outputs.json");
    await run(CDK, deployArgs(assembly, outputs));
    return reachedIn(JSON.parse(readFileSync(outputs, "utf8")) as Record<string, Record<string, string>>, region);
  } finally { rmSync(folder, { recursive: true }); }
};
