import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/features.ts";

const newest = (folder: string, wanted: (file: string) => boolean): number => {
  if (!existsSync(folder)) return 0;
  return Math.max(0, ...readdirSync(folder, { withFileTypes: true }).map((each) => {
    const file = join(folder, each.name);
    return each.isDirectory() ? newest(file, wanted) : wanted(each.name) ? statSync(file).mtimeMs : 0;
  }));
};

/** Whether what is built is missing, or older than what it is made of. */
export const webIsOld = (built: string): boolean => {
  const index = join(built, "index.html");
  if (!existsSync(index)) return true;
  const made = statSync(index).mtimeMs;
  return newest(join(ROOT, "web"), (name) => name !== "registry.ts" && name !== "README.md") > made
    || newest(join(ROOT, "shared"), (name) => name === "words.json" || name === "contract.ts" || name.startsWith("profile")) > made
    || newest(join(ROOT, "infra", "build"), (name) => name.startsWith("web")) > made;
};

/** Builds the phone's side in a process of its own, so that the builder's memory is given back. @returns null, or what went wrong */
export const buildWeb = (region: string, out: string): Promise<string | null> => new Promise((resolve) => {
  const child = spawn(process.execPath, [join(ROOT, "infra", "build", "web.ts"), region, out], { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  child.once("error", (error) => resolve(error.message));
  child.once("exit", (code) => resolve(code === 0 ? null : Buffer.concat(said).toString("utf8").split("\n").find((line) => /error/i.test(line)) ?? `exit ${code}`));
});
