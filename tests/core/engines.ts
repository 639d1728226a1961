import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEngine, type Engine } from "../../infra/local/engine.ts";
import { engineRoom } from "./engines-room.ts";
import { sharedSites } from "./site.ts";
import { testFonts } from "./test-fonts.ts";

declare module "vitest" {
  export interface ProvidedContext { /** Where test files ask for engines, the fonts and the built pages. */ readonly engines: string }
}

/**
 * Starts, for the test files that ask, what runs beside them, and ends it with the run whatever became of the files: an embedded DynamoDB
 * for each stack, the fonts its browsers see, and the pages, built once.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const fonts = testFonts();
  const sites = sharedSites();
  const running = new Map<string, Engine>();
  const memory = engineRoom();
  let started = 0;
  const acts: Readonly<Record<string, (body: string) => Promise<string>>> = {
    "GET /fonts": async () => fonts.folder,
    "POST /site": (name) => sites.folder(name),
    "POST /engine": async () => {
      const engine = await startEngine(memory ? join(memory, `${++started}.db`) : undefined);
      running.set(engine.endpoint, engine);
      return engine.endpoint;
    },
    "DELETE /engine": async (endpoint) => {
      const engine = running.get(endpoint);
      running.delete(endpoint);
      await engine?.stop();
      return "";
    },
  };
  const door = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    try { response.end(await acts[`${request.method} ${request.url}`]!(body)); } catch (error) { response.writeHead(500).end(String(error)); }
  });
  await new Promise<void>((resolve) => { door.listen(0, "127.0.0.1", resolve); });
  project.provide("engines", `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.closeAllConnections();
    await new Promise<void>((resolve) => { door.close(() => resolve()); });
    fonts.remove();
    await Promise.all([sites.remove(), ...[...running.values()].map((engine) => engine.stop())]);
    if (memory) rmSync(memory, { recursive: true, force: true });
  };
};
