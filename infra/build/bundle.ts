import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { CORE_FUNCTIONS, type Contracts, functions } from "../resources.ts";
import { ROOT } from "./features.ts";
import { joinChunks } from "./join-chunks.ts";
import { sectionCode } from "./section-code.ts";

/** What one function runs: a folder with handler.mjs in it. */
export type CodeOf = (name: string) => string;

/** SDK and other CommonJS packages call require; an ES module has none of its own. */
const BANNER = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

/**
 * node:http by `require`. As an ES import it reads every export of the module once, `WebSocket` among them, and that loads the whole of Node's
 * fetch: 20 to 40 ms of a fresh process, for something nobody here uses before it has answered.
 */
const requiredHttp: Plugin = {
  name: "required http",
  setup: (made) => {
    made.onResolve({ filter: /^(node:)?https?$/ }, ({ path, namespace }) => (namespace === "required" ? { path, external: true } : { path: path.replace(/^(node:)?/, "node:"), namespace: "required" }));
    made.onLoad({ filter: /.*/, namespace: "required" }, ({ path }) => ({ contents: `module.exports = require(${JSON.stringify(path)});`, loader: "js" }));
  },
};

/**
 * Sentences and tables as text: an engine parses JSON in half the time it takes to compile the same as a program. Called pure, so that what
 * nobody imports stays out; packages' own files are left to esbuild.
 */
const textOfJson: Plugin = {
  name: "text of json",
  setup: (made) => {
    made.onLoad({ filter: /\.json$/ }, ({ path }) => {
      if (path.includes("node_modules")) return undefined;
      const text = JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
      return { contents: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(text)});`, loader: "js" };
    });
  },
};

const sections = (bySection: ReadonlyMap<string, readonly string[]>): Plugin => ({
  name: "sections",
  setup: (made) => {
    made.onResolve({ filter: /^section:/ }, ({ path }) => ({ path, namespace: "section" }));
    made.onLoad({ filter: /.*/, namespace: "section" }, ({ path }) => {
      const section = path.slice("section:".length);
      return { contents: sectionCode(section, bySection.get(section) ?? []), loader: "ts", resolveDir: ROOT };
    });
  },
});

/**
 * Bundles every function, all at once in one esbuild: ES modules, minified. Names are not kept: giving each of five thousand functions its name back costs a fresh process some milliseconds.
 * @param per one function a feature, or one a section
 * @returns the folder of a function's code, by its name
 * @throws Error naming the features that have no handlers.ts
 */
export const bundle = async (contracts: Contracts, per: "feature" | "section", outdir = join(ROOT, "dist", "functions")): Promise<CodeOf> => {
  const specs = functions(contracts);
  const missing = [...specs, ...CORE_FUNCTIONS].filter(({ entry }) => !existsSync(join(ROOT, entry))).map(({ entry }) => entry);
  if (missing.length > 0) throw new Error(`These functions have a contract and no code: ${missing.join(", ")}`);
  const bySection = new Map([...Map.groupBy(specs, ({ section }) => section)].map(([section, all]) => [section, all.map(({ feature }) => feature)]));
  const entries = per === "feature" ? specs.map(({ name, entry }) => [name, join(ROOT, entry)] as const) : [...bySection.keys()].map((section) => [section, `section:${section}`] as const);
  rmSync(outdir, { recursive: true, force: true });
  await Promise.all([...entries, ...CORE_FUNCTIONS.map(({ name, entry }) => [name, join(ROOT, entry)] as const)].map(async ([name, entry]) => {
    const folder = join(outdir, name);
    const { metafile } = await build({
      entryPoints: { handler: entry }, outdir: folder, metafile: true, outExtension: { ".js": ".mjs" }, absWorkingDir: ROOT,
      // What is imported on demand (queues, carriers, phone numbers) stands in files of its own: a fresh process reads only what answers.
      splitting: true, chunkNames: "[name]-[hash]",
      bundle: true, platform: "node", target: "node24", format: "esm", mainFields: ["module", "main"], banner: { js: BANNER },
      minify: true, legalComments: "none", logLevel: "error",
      // A look at it alone makes Node build one; zod looks, to know whether it runs where functions cannot be made from text. Here they can.
      define: { navigator: "undefined" }, inject: [join(ROOT, "functions/core/zod-once.ts")], plugins: [requiredHttp, textOfJson, sections(bySection)],
    });
    await joinChunks(folder, metafile.outputs);
  }));
  return (name) => join(outdir, name);
};
