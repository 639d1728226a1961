import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { startEngine } from "../../infra/local/engine.ts";
import { openPhones } from "../../infra/local/phones-store.ts";
import { openState } from "../../infra/local/state.ts";
import { createTable } from "../../infra/local/table.ts";
import { TABLE } from "../../infra/resources.ts";
import { LOCAL } from "../../infra/local/unsigned.ts";
import type { Json } from "../core/json.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const GUARD = join(ROOT, "infra", "local", "guard.mjs");

export interface Ended { readonly code: number | null; readonly said: string; readonly complained: string }
export interface Started { readonly origin: string; readonly pid: number; /** What it has said so far. */ said(): string; stop(signal?: NodeJS.Signals): Promise<void> }

const run = (args: readonly string[]): ChildProcess => spawn(process.execPath, [GUARD, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, DYNAMODB_ENDPOINT: "", WECOUNTRY_TABLE: "" } });
const gather = (child: ChildProcess) => {
  const [said, complained]: [string[], string[]] = [[], []];
  child.stdout!.setEncoding("utf8").on("data", (text: string) => said.push(text));
  child.stderr!.setEncoding("utf8").on("data", (text: string) => complained.push(text));
  return { said: () => said.join(""), complained: () => complained.join("") };
};

/** Runs a command to its end. */
export const command = (...args: readonly string[]): Promise<Ended> => new Promise((resolve) => {
  const child = run(args);
  const heard = gather(child);
  child.once("exit", (code) => resolve({ code, said: heard.said(), complained: heard.complained() }));
});

/** `npm start` as a process of its own, on a free port; resolves when it says its address. */
export const start = (folder: string, ...more: readonly string[]): Promise<Started> => new Promise((resolve, reject) => {
  const child = run(["start", "--state", folder, "--port", "0", "--quiet", "--as-built", ...more]);
  const heard = gather(child);
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.once("exit", (code) => reject(new Error(`it ended with ${code}: ${heard.complained()}`)));
  child.stdout!.on("data", () => {
    const origin = /http:\/\/\S+/.exec(heard.said())?.[0];
    if (origin) resolve({ origin, pid: child.pid!, said: heard.said, stop: async (signal = "SIGTERM") => { child.kill(signal); await gone; } });
  });
});

/** What an earlier county left in the folder: rows that say the sample stands, and a message on a phone. */
export const earlierCounty = async (folder: string, number: string): Promise<void> => {
  const state = await openState(folder, 0);
  const engine = await startEngine(state.rows);
  const client = new DynamoDBClient({ endpoint: engine.endpoint, ...LOCAL });
  await createTable(client, TABLE.name);
  await DynamoDBDocumentClient.from(client).send(new PutCommand({ TableName: TABLE.name, Item: { pk: "SAMPLE#", sk: "SAMPLE#", from: "2026-01-01T12:00:00.000Z", open: true, done: true } }));
  const phones = openPhones(state.messages);
  phones.add({ kind: "in", id: "1", to: number, text: "of an earlier county", purpose: "test", at: "2026-01-01T12:00:00.000Z" });
  phones.close();
  await engine.stop();
  state.release();
};
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "wecountry-county-"));
export const away = (folder: string): void => rmSync(folder, { recursive: true, force: true });
export const lockIn = (folder: string): Json => JSON.parse(readFileSync(join(folder, "lock.json"), "utf8"));

export interface Reader { call(method: "GET" | "POST", path: string, body?: unknown): Promise<{ status: number; body: Json }> }
/** Somebody's browser at that origin: it keeps its cookies. */
export const browserAt = (origin: () => string): Reader => {
  const cookies = new Map<string, string>();
  let n = 0;
  return {
    call: async (method, path, body) => {
      const answer = await fetch(`${origin()}${path}`, {
        method, headers: { "accept-language": "zh", cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "), ...(method === "POST" ? { "idempotency-key": `test-${process.pid}-${Math.random().toString(36).slice(2)}-${++n}`, origin: origin() } : {}) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const cookie of answer.headers.getSetCookie()) cookies.set(cookie.slice(0, cookie.indexOf("=")), cookie.slice(cookie.indexOf("=") + 1, cookie.indexOf(";")));
      return { status: answer.status, body: await answer.json() as Json };
    },
  };
};

const PATIENCE = 20_000;
/** Asks again until it holds. */
export const until = async <T>(ask: () => Promise<T | null | undefined | false>, what: string): Promise<T> => {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error(`${what}: that never came`);
};

/** The messages on one phone of the phones page. */
export const phone = async (reader: Reader, number: string): Promise<Json[]> =>
  ((await reader.call("GET", "/phones-api/list")).body.phones as Json[]).find((each: Json) => each.number === number)?.messages ?? [];

/** Signs in as people do: the code is read off the phone. */
export const signIn = async (origin: () => string, number: string): Promise<Reader> => {
  const reader = browserAt(origin);
  await reader.call("POST", "/v1/platform/sign-in/region/device", {});
  const before = (await phone(reader, number)).length;
  await reader.call("POST", "/v1/platform/sign-in/region/ask", { phone: number });
  const message = await until(async () => (await phone(reader, number)).slice(before).find((each: Json) => each.purpose === "code"), `a code for ${number}`);
  const enter = (who: object) => reader.call("POST", "/v1/platform/sign-in/region/enter", { phone: number, code: /\d{6}/.exec(message.text)![0], ...who });
  const asked = await enter({});
  // A new phone says who it is, even where one person alone has the number: it may have changed hands.
  const entered = asked.body.choose ? await enter({ person: asked.body.choose[0].person }) : asked;
  if (entered.status !== 200) throw new Error(JSON.stringify(entered.body));
  return reader;
};
