import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };
/** Answers of the API by "METHOD /path"; a function sees the request's body and headers. */
export type Answers = Readonly<Record<string, unknown | ((body: string, headers: IncomingMessage["headers"]) => Made | Promise<Made>)>>;
interface Made { status?: number; body: unknown; cookies?: string[] }
export interface Still {
  readonly url: string;
  /** What was asked of the API since its answers are these, as "METHOD /path". */
  readonly asked: string[];
  readonly closed: boolean;
  /** Answers otherwise from now on, and forgets what was asked. */
  answer(answers: Answers): void;
  close(): Promise<void>;
}

/** Where the still server keeps axe, for the pages it serves to be judged by. */
export const AXE_PATH = "/axe.min.js";
const AXE = readFileSync(createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"));

const FOR_GOOD = "public, max-age=31536000, immutable";

const read = async (request: IncomingMessage): Promise<string> => { let body = ""; for await (const part of request) body += String(part); return body; };

/** Serves a built web folder with its policy, and canned answers for the API, on the loopback. */
export const still = async (folder: string, answers: Answers = {}): Promise<Still> => {
  const policy = (JSON.parse(readFileSync(join(folder, "csp.json"), "utf8")) as { html: string }).html;
  let [given, asked, closed]: [Answers, string[], boolean] = [answers, [], false];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const body = await read(request);
    if (/^\/(v1|open)\//.test(path)) {
      asked.push(`${request.method} ${path}`);
      const found = given[`${request.method} ${path}`];
      const made: Made = typeof found === "function" ? await (found as (body: string, headers: IncomingMessage["headers"]) => Made | Promise<Made>)(body, request.headers) : { status: found === undefined ? 404 : 200, body: found ?? { type: "not-found", status: 404, title: "没有找到" } };
      response.writeHead(made.status ?? 200, { "Content-Type": (made.status ?? 200) < 400 ? "application/json" : "application/problem+json", ...(made.cookies ? { "Set-Cookie": made.cookies } : {}) }).end(JSON.stringify(made.body));
      return;
    }
    if (path === AXE_PATH) {
      response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": FOR_GOOD }).end(AXE);
      return;
    }
    const file = join(folder, path);
    const name = path !== "/" && existsSync(file) && extname(file) ? file : join(folder, "index.html");
    // As the cloud serves them: what has its content in its name is asked for once.
    response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "text/plain", "Cache-Control": path.startsWith("/assets/") ? FOR_GOOD : "no-cache", ...(name.endsWith(".html") ? { "Content-Security-Policy": policy } : {}) }).end(readFileSync(name));
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get asked() { return asked; },
    get closed() { return closed; },
    answer: (more) => { [given, asked] = [more, []]; },
    close: () => new Promise((resolve) => { closed = true; server.closeAllConnections(); server.close(() => resolve()); }),
  };
};
