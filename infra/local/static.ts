import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { pack, type Packed } from "./compress.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json; charset=utf-8", ".svg": "image/svg+xml",
  ".webp": "image/webp", ".png": "image/png", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8", ".mp3": "audio/mpeg",
};
export interface Served { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer }
interface Site { readonly made: number; readonly files: ReadonlyMap<string, Buffer>; readonly policy: string; readonly packed: Map<string, Promise<Packed>> }

const walk = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? walk(join(folder, each.name)) : [join(folder, each.name)]));

const load = (folder: string): Site => {
  const files = new Map(walk(folder).map((file) => [`/${relative(folder, file).split(sep).join("/")}`, readFileSync(file)]));
  const policy = (JSON.parse(files.get("/csp.json")?.toString("utf8") ?? "{}") as { html?: string }).html ?? "default-src 'none'; frame-ancestors 'none'";
  files.delete("/csp.json");
  return { made: statSync(join(folder, "index.html")).mtimeMs, files, policy, packed: new Map() };
};

/** What a browser is told with every answer of ours. */
export const SAFE = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cross-origin-opener-policy": "same-origin", "permissions-policy": "geolocation=(), payment=(), usb=()" } as const;

/**
 * Serves the built phone's side: files by their names, every other address by the one document, as the CDN does. A new build is noticed.
 * @returns null when nothing is built
 */
export const siteAt = (folder: string): ((path: string, accepts: string | undefined) => Promise<Served | null>) => {
  let site: Site | null = null;
  const fresh = (): Site | null => {
    const index = join(folder, "index.html");
    if (!existsSync(index)) return site;
    if (site?.made !== statSync(index).mtimeMs) { try { site = load(folder); } catch { /* a build is being written: the one before serves */ } }
    return site;
  };
  return async (path, accepts) => {
    const now = fresh();
    if (!now) return null;
    const file = now.files.has(path) && path !== "/index.html" ? path : path.startsWith("/assets/") ? null : "/index.html";
    if (!file) return { status: 404, headers: { ...SAFE, "content-type": TYPES[".txt"]!, "cache-control": "no-store" }, body: Buffer.from("There is no such file.\n") };
    const encoding = /\bbr\b/.test(accepts ?? "") ? "br" : /\bgzip\b/.test(accepts ?? "") ? "gzip" : "";
    const key = `${encoding} ${file}`;
    let packed = now.packed.get(key);
    if (!packed) now.packed.set(key, packed = pack(now.files.get(file)!, encoding, true));
    const { body, encoding: used } = await packed;
    return {
      status: 200, body,
      headers: {
        ...SAFE, "content-type": TYPES[extname(file)] ?? "application/octet-stream", vary: "accept-encoding",
        "cache-control": file.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        ...(used ? { "content-encoding": used } : {}), ...(file === "/index.html" || file === "/sw.js" ? { "content-security-policy": now.policy } : {}),
      },
    };
  };
};
