import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { icons } from "../../web/core/icons.ts";
import { ROOT } from "./features.ts";
import { cspHash } from "./web-files.ts";

/** All of web/core/style in the order of the file names, made small. */
export const stylesheet = async (): Promise<string> => {
  const folder = join(ROOT, "web", "core", "style");
  const source = readdirSync(folder).filter((name) => name.endsWith(".css")).sort().map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  return (await transform(source, { loader: "css", minify: true, target: "es2022" })).code.trim();
};

/** Icons the frame needs before anything else has come. */
export const FRAME_ICONS: readonly string[] = ["home", "village", "do", "market", "me", "listen", "more", "back", "next", "phone", "search", "warning", "heart", "board", "people", "report", "settings"];
/** Icons and pictures, once, as symbols that the page points to. */
export const drawings = (atOnce: readonly string[]): string => {
  const folder = join(ROOT, "web", "core", "art");
  const pictures = readdirSync(folder).filter((name) => name.endsWith(".svg")).sort().map((name) => readFileSync(join(folder, name), "utf8").trim()
    .replace(/^<svg xmlns="[^"]+"/, `<symbol id="p-${name.slice(0, -4)}"`).replace(/<\/svg>$/, "</symbol>"));
  return `<svg id="drawings" class="unseen" aria-hidden="true">${Object.entries(icons).filter(([name]) => atOnce.includes(name)).map(([name, lines]) => `<symbol id="i-${name}" viewBox="0 0 24 24"><path d="${lines}"/></symbol>`).join("")}${pictures.join("")}</svg>`;
};

export interface DocumentParts {
  readonly language: string; readonly title: string; readonly style: string; readonly early: string; readonly core: string;
  /** The document's data, as JSON. */
  readonly boot: string; readonly body: string; readonly drawings: string;
}
/** The one document of the site. */
export const documentOf = ({ language, title, style, early, core, boot, body, drawings: drawn }: DocumentParts): string => [
  `<!doctype html><html lang="${language === "zh" ? "zh-CN" : language}" data-size="18" data-mode="plain" data-theme="auto"><head><meta charset="utf-8">`,
  `<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><title>${title}</title><script>${early}</script><style>${style}</style>`,
  `<script defer src="${core}"></script><link rel="manifest" href="/manifest.json"><link rel="icon" href="/icon.svg"><link rel="apple-touch-icon" href="/icon-192.png"></head>`,
  `<body>${drawn}<div id="app">${body}</div><script type="application/json" id="boot">${boot}</script></body></html>`,
].join("");

/** The policy the document is served with: its own inline style and script by their hashes, no style attributes, one trusted-types policy. */
export const policyOf = ({ style, early }: Pick<DocumentParts, "style" | "early">): string => [
  "default-src 'none'", `script-src 'self' ${cspHash(early)}`, `style-src ${cspHash(style)}`, "img-src 'self' data: blob:", "media-src 'self' blob:",
  "connect-src 'self'", "font-src 'self'", "manifest-src 'self' blob:", "worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", "trusted-types wecountry",
].join("; ");
