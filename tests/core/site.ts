import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Features } from "../../infra/build/web-data.ts";
import { buildWeb } from "../../infra/build/web.ts";
import { facts } from "../../infra/regions/sample.ts";
import { facts as plain } from "../../infra/regions/sample-plain.ts";
import { features } from "../../web/registry.ts";
import { SAMPLE } from "./web-sample.ts";

const pages = fileURLToPath(new URL("./pages", import.meta.url));
const every = features as unknown as Features;
/** What `npm test` has just built of the sample region. */
const BUILT = process.env["WECOUNTRY_BUILT_WEB"];
const BUILDS = {
  "cn-village": async (out: string) => { if (BUILT) cpSync(BUILT, out, { recursive: true }); else await buildWeb(facts, every, out); },
  "plain-village": (out: string) => buildWeb(plain, every, out),
  frame: (out: string) => buildWeb(facts, SAMPLE, out, { pages, words: pages }),
};
export type SiteName = keyof typeof BUILDS;

/** The sites that page tests open (the whole one in two profiles, and the frame with the two pages of web-sample.ts), each built when first asked for, once for the run. */
export const sharedSites = (): { folder(name: string): Promise<string>; remove(): Promise<void> } => {
  const built = new Map<string, Promise<string>>();
  const build = async (name: SiteName): Promise<string> => {
    const out = mkdtempSync(join(tmpdir(), "wecountry-pages-"));
    await BUILDS[name](out);
    return out;
  };
  return {
    folder: (name) => {
      if (!built.has(name)) built.set(name, build(name as SiteName));
      return built.get(name)!;
    },
    remove: async () => { for (const folder of built.values()) rmSync(await folder, { recursive: true, force: true }); },
  };
};
