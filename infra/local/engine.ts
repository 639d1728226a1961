import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { chmodSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { indexStream } from "./engine-index.ts";

export interface Engine { readonly endpoint: string; stop(): Promise<void> }
/** Told the engine's process number the moment it exists, so that an orphan can be found again. */
export type OnSpawn = (pid: number) => void;

/** A port of the loopback that nobody holds. */
export const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = createServer();
  probe.once("error", reject).listen(0, "127.0.0.1", () => {
    const { port } = probe.address() as { port: number };
    probe.close(() => resolve(port));
  });
});

const binary = (): string | null => {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const file = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), process.platform === "win32" ? "dynoxide.exe" : "dynoxide");
    return existsSync(file) ? file : null;
  } catch { return null; }
};

/** What a person reads when this platform has no embedded engine. */
export const NO_ENGINE = `There is no embedded DynamoDB for ${process.platform}-${process.arch} among the installed packages.
Either run "npm install --no-save @dynoxide/${process.platform}-${process.arch}" once, or start any DynamoDB-compatible server yourself
and name it: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start`;

const answers = async (endpoint: string): Promise<boolean> => fetch(endpoint, { signal: AbortSignal.timeout(500) }).then(() => true, () => false);

/**
 * Starts the embedded DynamoDB, or uses the one DYNAMODB_ENDPOINT names.
 * @param file where the rows live; none: in memory
 * @param onSpawn told the process number at once
 * @throws Error with a sentence for a person when there is no engine for this platform or it does not start
 */
export const startEngine = async (file?: string, onSpawn?: OnSpawn): Promise<Engine> => {
  const named = process.env["DYNAMODB_ENDPOINT"];
  if (named) return { endpoint: named, stop: async () => {} };
  const path = binary();
  if (!path) throw new Error(NO_ENGINE);
  try { chmodSync(path, 0o755); } catch { /* a read-only install keeps the mode it has */ }
  const port = await freePort();
  const child = spawn(path, ["--host", "127.0.0.1", "--port", String(port), ...(file ? ["--db-path", file] : [])], { stdio: "ignore" });
  if (child.pid) onSpawn?.(child.pid);
  const endpoint = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 100; i++) {
    if (child.exitCode !== null) throw new Error(`The embedded DynamoDB stopped at once (exit ${child.exitCode}).`);
    if (await answers(endpoint)) {
      if (file) await indexStream(file);
      return { endpoint, stop: () => stopped(child) };
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  child.kill();
  throw new Error("The embedded DynamoDB did not answer within 3 seconds.");
};

const stopped = (child: ChildProcess): Promise<void> => new Promise((resolve) => {
  if (child.exitCode !== null) return resolve();
  child.once("exit", () => resolve());
  child.kill("SIGTERM");
});
