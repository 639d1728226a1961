import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holesOf } from "../../functions/platform/languages/rules.ts";
import { ROOT } from "../../infra/build/features.ts";
import type { Features } from "../../infra/build/web-data.ts";
import { sharedFiles } from "../../infra/build/web-bundle.ts";
import type { Files } from "../../infra/build/web-files.ts";
import { buildWeb } from "../../infra/build/web.ts";
import { facts } from "../../infra/regions/sample.ts";
import { HOME_ROUTES } from "../../web/core/home/routes.ts";
import { SAMPLE } from "./web-sample.ts";

const SHELVES = [["village", "books"], ["village", "people"], ["do", "say"], ["do", "get"], ["market", "board"], ["me", "family"]] as const;
/** As many places as the catalogue has, twenty of them doors. */
const many: Features = {
  ...SAMPLE,
  ...Object.fromEntries(Array.from({ length: 131 }, (_, n) => {
    const [tab, shelf] = SHELVES[n % SHELVES.length]!;
    return [`services/things-number-${n}`, { page: false, place: [{ tab, shelf, order: n, icon: "house", ...(n < 20 ? { door: true as const } : {}) }], routes: { list: { method: "GET", path: "/", at: "village" } } }];
  })),
};
const brotli = (text: string): number => brotliCompressSync(text).length;
const out = mkdtempSync(join(tmpdir(), "wecountry-budget-"));
const pages = join(ROOT, "tests", "core", "pages");
let files: Files;
let html: string;
const scripts = (): [string, string][] => [...files.written].filter(([name]) => name.endsWith(".js"));

beforeAll(async () => {
  ({ files } = await buildWeb(facts, many, out, { pages, words: pages }));
  html = files.written.get("index.html") ?? "";
});
afterAll(() => rmSync(out, { recursive: true }));

describe("what a phone has to fetch", () => {
  const core = (): string => scripts().find(([name]) => name.startsWith("assets/core."))?.[1] ?? "";
  test("the first document with its style is at most 14,000 bytes", () => expect(brotli(html)).toBeLessThanOrEqual(14_000));
  test("a village's home is at most 20 KB", () => expect(brotli(html) + brotli(core())).toBeLessThanOrEqual(20_000));
  test("any page, with everything it needs, is at most 60 KB", () => {
    const index = brotli([...files.written].find(([name]) => name.startsWith("assets/index-en"))?.[1] ?? "");
    const first = brotli(html) + brotli(core()) + index;
    for (const [name, code] of scripts()) expect(first + brotli(code), name).toBeLessThanOrEqual(60_000);
  });
  test("no script imports another before it runs", () => { for (const [name, code] of scripts()) expect(code, name).not.toMatch(/\bimport\s*["'{*]|\bfrom\s*["'`]\.|^export /m); });
  test("no schema library runs on the phone", () => { for (const [name, code] of scripts()) expect(code, name).not.toMatch(/ZodError|_zod|safeParse/); });
  test("no page carries a second Preact", () => { for (const [name, code] of scripts().filter(([each]) => !each.startsWith("assets/core."))) expect(code, name).not.toContain("__k"); });
});

describe("the document", () => {
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  test("has no style attributes and no handlers in it", () => expect(html).not.toMatch(/<[^>]+\s(style|on\w+)=/));
  test("carries a policy that allows its own style and script and nothing else inline", () => {
    const { html: policy } = JSON.parse(files.written.get("csp.json") ?? "{}") as { html: string };
    expect(policy).toContain(hash(/<script>(.*?)<\/script>/s.exec(html)![1]!));
    expect(policy).toContain(hash(/<style>(.*?)<\/style>/s.exec(html)![1]!));
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("require-trusted-types-for 'script'");
  });
  test("shows the frame before any script has run", () => expect(html).toMatch(/<div id="app">.*<nav class="tabs".*首页.*我的/s));
  test("does not name a village that was never chosen", () => expect(html).not.toContain("/v/-"));
});

describe("what pages take from the core", () => {
  test("has one meaning for each name", () => {
    const names = sharedFiles().flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^export (?:const|class|function) (\w+)/gm)].map(([, name]) => name));
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });
  test("names every hook a page may use", () => {
    const hooks = /hooks: \{([^}]+)\}/.exec(readFileSync(join(ROOT, "web/core/global.ts"), "utf8"))![1]!;
    for (const [name, code] of scripts()) for (const [, hook] of code.matchAll(/\(0,\w+\.(use(?:State|Effect|Ref|Memo|Callback|Id|Reducer|LayoutEffect|Context))\)/g)) expect(hooks, name).toContain(hook!);
  });
});

describe("home's own calls", () => {
  test("are those the contract of the village home offers", async () => {
    const { features } = (await import("../../web/registry.ts")) as unknown as { features: Features };
    const offered = features["affairs/village-home"]?.routes ?? HOME_ROUTES;
    for (const [name, route] of Object.entries(HOME_ROUTES)) expect(offered[name as "home"], name).toMatchObject(route);
  });
});

describe("words", () => {
  const words = JSON.parse(readFileSync(join(ROOT, "web/core/words.json"), "utf8")) as Record<"zh" | "en", Record<string, string>>;
  test("are complete in both languages", () => expect(Object.keys(words.zh).sort()).toEqual(Object.keys(words.en).sort()));
  test("have the same holes in both languages", () => {
    for (const key of Object.keys(words.zh)) expect(holesOf(words.en[key]!), key).toEqual(holesOf(words.zh[key]!));
  });
  test("of the tabs are two characters in Chinese", () => { for (const [key, text] of Object.entries(words.zh)) if (key.startsWith("tab.")) expect(text, key).toHaveLength(2); });
});
