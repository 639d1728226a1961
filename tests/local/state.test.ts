import { spawn } from "node:child_process";
import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localSecrets } from "../../infra/local/keys.ts";
import { forget, holderOf, openState, type Holder } from "../../infra/local/state.ts";
import { newFolder } from "./county.ts";

const DEAD = 2 ** 22 - 3;
const held = (pid: number): Holder => ({ pid, port: 8080, engine: null, endpoint: null, since: "2026-06-01T00:00:00.000Z" });

describe("a county's folder", () => {
  let folder: string;
  beforeEach(() => { folder = newFolder(); });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("makes its secrets once, different everywhere, for its owner's eyes alone", () => {
    const file = join(folder, "secrets.json");
    const first = localSecrets(file);
    expect(localSecrets(file)).toEqual(first);
    expect(first.setup.length).toBeGreaterThanOrEqual(16);
    expect(new Set(Object.values(first)).size).toBe(4);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("is taken over from a process that is gone", async () => {
    writeFileSync(join(folder, "lock.json"), JSON.stringify(held(DEAD)));
    const state = await openState(folder, 8080);
    expect(existsSync(join(folder, "lock.json"))).toBe(true);
    state.release();
  });

  it("is taken over when the holder's number was given to another program", async () => {
    const other = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
    writeFileSync(join(folder, "lock.json"), JSON.stringify(held(other.pid!)));
    const holder = holderOf(folder);
    other.kill();
    expect(holder).toBeNull();
  });

  it("leaves another program's process alone, whatever the lock calls it", async () => {
    const other = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
    writeFileSync(join(folder, "lock.json"), JSON.stringify({ ...held(DEAD), engine: other.pid }));
    (await openState(folder, 8080)).release();
    expect(other.exitCode).toBeNull();
    expect(other.signalCode).toBeNull();
    other.kill();
  });

  it("forgets only what it made itself", async () => {
    const state = await openState(folder, 8080);
    for (const name of ["rows.db", "messages.jsonl", "letter from grandmother.txt"]) writeFileSync(join(folder, name), "x");
    forget(state);
    expect(["rows.db", "messages.jsonl", "letter from grandmother.txt"].map((name) => existsSync(join(folder, name)))).toEqual([false, false, true]);
    state.release();
  });

  it("is torn out of a half-written lock's hands", async () => {
    writeFileSync(join(folder, "lock.json"), '{"pid":1');
    const state = await openState(folder, 8080);
    expect(existsSync(join(folder, "lock.json"))).toBe(true);
    state.release();
  });
});
