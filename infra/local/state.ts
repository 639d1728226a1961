import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Who holds a state folder. The engine has a process of its own and can outlive its parent: hence its number too. */
export interface Holder { readonly pid: number; readonly port: number; readonly engine: number | null; readonly endpoint: string | null; readonly since: string }

export interface State {
  readonly folder: string;
  readonly rows: string;
  readonly secrets: string;
  readonly messages: string;
  readonly log: string;
  /** Adds to what the lock says of its holder. */
  note(more: Partial<Holder>): void;
  release(): void;
}

/** Something a person can put right; shown as a sentence, without a stack. */
export class Sentence extends Error {}

const alive = (pid: number): boolean => {
  try { process.kill(pid, 0); return true; } catch (error) { return (error as { code?: string }).code === "EPERM"; }
};
/** Whether that process is still the one meant: numbers are given again after a restart of the machine. */
const stillIs = (pid: number, word: string): boolean => {
  if (!alive(pid)) return false;
  if (process.platform !== "linux") return true;
  try { return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word); } catch { return false; }
};

const FILES = ["rows.db", "rows.db-wal", "rows.db-shm", "rows.db-journal", "secrets.json", "messages.jsonl", "log.jsonl"];
const lockOf = (folder: string): string => join(folder, "lock.json");
const OURS = "infra";

/** Who holds the folder now; null when nobody does, or who did is gone. */
export const holderOf = (folder: string): Holder | null => {
  const lock = lockOf(folder);
  if (!existsSync(lock)) return null;
  try {
    const holder = JSON.parse(readFileSync(lock, "utf8")) as Holder;
    return stillIs(holder.pid, OURS) ? holder : null;
  } catch { return null; }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends an engine that its parent left behind: two engines on one file would both take writes. */
const endOrphan = async (pid: number): Promise<void> => {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    if (!stillIs(pid, "dynoxide")) return;
    try { process.kill(pid, signal); } catch { return; }
    for (let i = 0; i < 40 && stillIs(pid, "dynoxide"); i++) await pause(50);
  }
  if (stillIs(pid, "dynoxide")) throw new Sentence(`An engine of an earlier run (process ${pid}) still holds the rows and does not end. End it, then start again.`);
};

/** Takes a dead holder's lock away; whoever comes second finds that it is no longer that one. */
const takeOver = async (lock: string): Promise<void> => {
  const aside = `${lock}.${process.pid}`;
  const before = readFileSync(lock, "utf8");
  renameSync(lock, aside);
  if (readFileSync(aside, "utf8") !== before) { linkSync(aside, lock); rmSync(aside); return; }
  rmSync(aside);
  try {
    const { engine } = JSON.parse(before) as Holder;
    if (engine) await endOrphan(engine);
  } catch (error) { if (error instanceof Sentence) throw error; }
};

const taken = (now: Holder | null): Sentence =>
  new Sentence(`WeCountry is already running on this state (process ${now?.pid ?? "unknown"}, http://127.0.0.1:${now?.port ?? "?"}). Stop it with Ctrl+C in its window, or give this one a folder of its own: npm start -- --state another-folder --port 8081`);

/** A first look, before anything is loaded; what counts is taking the lock. @throws Sentence naming the process that holds the folder */
export const refuseIfHeld = (folder: string): void => {
  const holder = holderOf(folder);
  if (holder) throw taken(holder);
};

const create = (lock: string, holder: Holder): boolean => {
  try { writeFileSync(lock, JSON.stringify(holder), { flag: "wx", mode: 0o600 }); return true; } catch { return false; }
};

/**
 * Opens the folder in which the embedded stack keeps everything, for this process alone.
 * @throws Sentence naming the process that holds it
 */
export const openState = async (folder: string, port: number): Promise<State> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockOf(folder);
  let holder: Holder = { pid: process.pid, port, engine: null, endpoint: null, since: new Date().toISOString() };
  if (!create(lock, holder)) {
    const other = holderOf(folder);
    if (!other) await takeOver(lock);
    if (other || !create(lock, holder)) {
      throw taken(other ?? holderOf(folder));
    }
  }
  return {
    folder, rows: join(folder, "rows.db"), secrets: join(folder, "secrets.json"), messages: join(folder, "messages.jsonl"), log: join(folder, "log.jsonl"),
    note: (more) => { holder = { ...holder, ...more }; writeFileSync(`${lock}.new`, JSON.stringify(holder), { mode: 0o600 }); renameSync(`${lock}.new`, lock); },
    release: () => { rmSync(lock, { force: true }); },
  };
};

/** Begins again: only files this program made are taken away. */
export const forget = (state: State): void => { for (const name of FILES) rmSync(join(state.folder, name), { force: true }); rmSync(join(state.folder, "media"), { force: true, recursive: true }); };
