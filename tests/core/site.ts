import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Features } from "../../infra/build/web-data.ts";
import { buildWeb } from "../../infra/build/web.ts";
import { facts } from "../../infra/regions/sample.ts";
import { features } from "../../web/registry.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "wecountry-pages-"));
let built: Promise<string> | undefined;
const build = async (): Promise<string> => {
  const out = folder();
  await buildWeb(facts, features as unknown as Features, out);
  return out;
};

/** The whole site of the sample region with every page, built once for a test process; the caller gets a copy of its own, to be removed after use. */
export const builtPages = async (): Promise<string> => {
  const out = folder();
  cpSync(await (built ??= build()), out, { recursive: true });
  return out;
};
