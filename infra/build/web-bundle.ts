import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build, type Plugin } from "vite";
import { ROOT } from "./features.ts";

export interface Bundle { readonly code: string; readonly modules: readonly string[] }
interface Options { readonly globals?: (id: string) => string | undefined; readonly define?: Readonly<Record<string, string>> }

/** The three things of Preact that pages take from the core. */
const PREACT: Readonly<Record<string, string>> = { preact: "WeCountry.preact", "preact/hooks": "WeCountry.hooks", "preact/jsx-runtime": "WeCountry.jsx" };
const CORE = join(ROOT, "web", "core");
const WHOLE = /^import \* as (\w+) from "(.+)";$/gm;

/** Writes out what global.ts spreads, name by name: a whole module handed on costs a function for each name, some 250 bytes in all. */
const byName: Plugin = {
  name: "wecountry-by-name", enforce: "pre",
  async transform(code, id) {
    if (id !== join(CORE, "global.ts")) return null;
    const names = new Map<string, readonly string[]>();
    for (const [, module = "", path = ""] of code.matchAll(WHOLE)) names.set(module, (await this.load({ id: resolve(CORE, path) })).exports);
    return { code: code.replace(/\.\.\.(\w+)/g, (spread, module: string) => names.get(module)?.map((name) => `${name}: ${module}.${name}`).join(", ") ?? spread), map: null };
  },
};

/** Bundles one entry into one script without imports. `globals` names what is taken from the core instead of bundled. */
export const bundle = async (entry: string, { globals, define = {} }: Options = {}): Promise<Bundle> => {
  const full = (id: string, importer?: string): string => (id.startsWith(".") && importer ? resolve(dirname(importer), id) : id);
  const result = await build({
    configFile: false, plugins: [byName], root: ROOT, logLevel: "warn", publicDir: false, define: { "process.env.NODE_ENV": '"production"', ...define },
    mode: "production", oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
    build: {
      write: false, target: "es2022", modulePreload: false, reportCompressedSize: false,
      rolldownOptions: {
        input: entry,
        external: (id, importer) => globals?.(full(id, importer)) !== undefined,
        output: { format: "iife", name: "page", globals: (id) => globals?.(id) ?? id, codeSplitting: false },
      },
    },
  });
  const chunk = [result].flat().flatMap((each) => ("output" in each ? each.output : [])).find((each) => each.type === "chunk");
  if (!chunk) throw new Error(`nothing came of ${entry}`);
  return { code: chunk.code.trim(), modules: Object.keys(chunk.modules) };
};

/** The files of web/core that global.ts hands to pages. */
export const sharedFiles = (): string[] =>
  [...readFileSync(join(CORE, "global.ts"), "utf8").matchAll(WHOLE)].map(([, , path]) => resolve(CORE, path!));

/** Where a page finds an import: in the core's global, or nowhere, and then it is bundled. */
export const fromCore = (shared: readonly string[]) => (id: string): string | undefined => PREACT[id] ?? (shared.includes(id) ? "WeCountry.core" : undefined);

/** Refuses a page that carries a second copy of something the core has: its state would be split in two. */
export const refuseCopies = (page: string, bundled: Bundle, core: Bundle): void => {
  const twice = bundled.modules.filter((module) => core.modules.includes(module) && !module.startsWith("\0"));
  if (twice.length > 0) throw new Error(`${page} carries its own copy of ${twice.join(", ")}: name it in web/core/global.ts`);
};
