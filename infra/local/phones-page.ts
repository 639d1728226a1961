import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { SAFE, type Served } from "./static.ts";

const FOLDER = fileURLToPath(new URL("phones", import.meta.url));
/** What the page takes of shared as it is, and where a browser finds it: beside the page's own files. */
const SHARED: Readonly<Record<string, string>> = { "fill.ts": fileURLToPath(new URL("../../shared/contract/fill.ts", import.meta.url)) };
const beside = (text: string): string => text.replace(/(from ")[^"]*\/shared\/contract\/(?=fill\.ts")/g, "$1./");
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".ts": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8", ".svg": "image/svg+xml" };

const scripts = new Map<string, string>();
const scriptOf = (text: string): string => {
  let made = scripts.get(text);
  if (made === undefined) scripts.set(text, made = transformSync(text, { loader: "ts", target: "es2022", format: "esm", tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } }).code);
  return made;
};

/** The phones page's files as a browser takes them: types are taken out of the scripts, nothing is built. @param path "/phones" or "/phones/<file>" */
export const phonesPage = (path: string): Served | null => {
  const name = path === "/phones" || path === "/phones/" ? "phones.html" : path.slice("/phones/".length);
  const type = TYPES[extname(name)];
  const shared = Object.hasOwn(SHARED, name) ? SHARED[name] : undefined;
  if (!type || (!shared && !readdirSync(FOLDER).includes(name))) return null;
  const text = readFileSync(shared ?? join(FOLDER, name), "utf8");
  return {
    status: 200, headers: { ...SAFE, "content-type": type, "cache-control": "no-cache", "content-security-policy": POLICY },
    body: Buffer.from(name.endsWith(".ts") ? scriptOf(beside(text)) : text),
  };
};
