import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inject } from "vitest";
import type { SiteName } from "./site.ts";

const ask = async (method: string, path: string, body?: string): Promise<string> => {
  const answer = await fetch(`${inject("engines")}${path}`, { method, ...(body === undefined ? {} : { body }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
};

/** Where a browser finds the fonts of the run. */
export const fontsFolder = (): Promise<string> => ask("GET", "/fonts");
/** The folder of a built site; read only, since other test files use it, too. */
export const builtSite = (name: SiteName): Promise<string> => ask("POST", "/site", name);
/** Its text files, by path. */
export const siteFiles = async (name: SiteName): Promise<ReadonlyMap<string, string>> => {
  const folder = await builtSite(name);
  return new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile() && !each.name.endsWith(".png"))
    .map((each) => [relative(folder, join(each.parentPath, each.name)), readFileSync(join(each.parentPath, each.name), "utf8")]));
};
/** An embedded DynamoDB of one's own. */
export const ownEngine = async (): Promise<{ readonly endpoint: string; stop(): Promise<void> }> => {
  const endpoint = await ask("POST", "/engine");
  return { endpoint, stop: async () => { await ask("DELETE", "/engine", endpoint); } };
};
