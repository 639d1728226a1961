import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/features.ts";

/** Nothing inline, nothing from elsewhere: what a page gets whose build has not written its own hashes. */
const STRICT: Readonly<Record<string, string>> = {
  "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' blob: data:", "media-src": "'self' blob:", "font-src": "'self'",
  "connect-src": "'self'", "worker-src": "'self'", "manifest-src": "'self'", "base-uri": "'none'", "form-action": "'self'", "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
};

/** The page's content security policy: the build's, with the hashes of its inline style and script, else one that allows no inline at all. */
export const pagePolicy = (built = join(ROOT, "dist", "web", "csp.json")): string => {
  if (existsSync(built)) return (JSON.parse(readFileSync(built, "utf8")) as { html: string }).html;
  return Object.entries(STRICT).map(([name, value]) => `${name} ${value}`).join("; ");
};
