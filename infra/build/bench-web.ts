/**
 * What a phone has to fetch, and when home is first seen on a slow one: node infra/build/bench-web.ts [--json]
 * Without a network: the notice list on a repeat visit, six times slower processor. First paint: a real Chromium, six times slower processor, Slow 3G as in its developer tools (400 kbit/s, 2 s a round trip), a small loopback server. Median of 3.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import sparticuz from "@sparticuz/chromium";
import { chromium } from "playwright-core";
import { facts } from "../regions/sample.ts";
import { ROOT } from "./features.ts";
import type { Features } from "./web-data.ts";
import { buildWeb } from "./web.ts";

const SLOW_3G = { offline: false, latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const ROUNDS = 3;
const out = mkdtempSync(join(tmpdir(), "wecountry-bench-"));
const { features } = (await import(join(ROOT, "web", "registry.ts"))) as { features: Features };
const { files, milliseconds } = await buildWeb(facts, features, out);
const weight = (text: string): number => brotliCompressSync(text).length;
const named = (start: string): string => [...files.written].find(([name]) => name.startsWith(start))?.[1] ?? "";
const html = named("index.html");
const frame = weight(html) + weight(named("assets/core."));
const pages = Object.fromEntries([...files.written].filter(([name]) => /^assets\/(?!core\.).*\.js$/.test(name)).map(([name, code]) => [name.replace(/^assets\/(.+)\.\w+\.js$/, "$1"), frame + weight(code)]));

const TITLE = "今年的医保缴费开始了";
const notice = (n: number) => ({ id: `01JQZX0000000000000000${String(1000 + n)}`, kind: "plain", title: `${TITLE}（${n + 1}）`, text: "请在月底前到村委会办理。", state: "published", reason: null, media: [], publishedAt: "2026-05-01T01:00:00.000Z", until: null });
let answering = false;
const policy = (JSON.parse(named("csp.json")) as { html: string }).html;
const types: Readonly<Record<string, string>> = { js: "text/javascript", json: "application/json", svg: "image/svg+xml" };
const server = createServer((request, response) => {
  const name = (request.url ?? "/").slice(1);
  const found = files.written.get(name);
  if (answering && name.startsWith("open/affairs/notices/")) response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ items: Array.from({ length: 20 }, (_, n) => notice(n)), next: null }));
  else if (/^(open|v1)\//.test(name)) response.writeHead(503, { "Content-Type": "application/problem+json" }).end("{}");
  else response.writeHead(200, { "Content-Encoding": "br", "Content-Type": found ? (types[name.split(".").at(-1) ?? ""] ?? "text/plain") : "text/html; charset=utf-8", ...(found ? {} : { "Content-Security-Policy": policy }) }).end(brotliCompressSync(found ?? html));
});
await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const url = `${site}/v/431228103205`;
const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args.filter((each) => !/^--(single-process|no-zygote|headless)/.test(each)), headless: true });
const paint = async (): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.emulateNetworkConditions", SLOW_3G);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.goto(url, { waitUntil: "load" });
  const at = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN);
  await context.close();
  return at;
};
/**
 * A repeat visit without a network: the phone has seen the notices once, the service worker keeps frame, page and answer; then the server is gone
 * and the processor six times slower. Until the list stands on the screen, as the page itself measures it.
 */
const NOTICES = "/v/431228103205/affairs/notices";
const OFFLINE_ROUNDS = 5;
const offlineNotices = async (): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: "allow", locale: "zh-CN" });
  const page = await context.newPage();
  const listed = (): Promise<void> => page.getByText(TITLE).first().waitFor({ timeout: 20_000 });
  await page.goto(site + NOTICES);
  await listed();
  await page.evaluate(async () => { await navigator.serviceWorker.ready; if (!navigator.serviceWorker.controller) await new Promise((resolve) => { navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }); }); });
  await page.reload();
  await listed();
  const wire = await context.newCDPSession(page);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await context.setOffline(true);
  // Watches what is added instead of asking again each frame: on a slow processor the asking would be most of what is measured.
  await page.addInitScript((title: string) => {
    const phone = globalThis as unknown as { painted: Promise<number> };
    phone.painted = new Promise((done) => {
      const watch = new MutationObserver((changes) => {
        if (!changes.some(({ addedNodes }) => [...addedNodes].some((each) => each.textContent?.includes(title)))) return;
        watch.disconnect();
        // The frame after the one that draws it.
        requestAnimationFrame(() => { requestAnimationFrame(() => { done(performance.now()); }); });
      });
      watch.observe(document, { childList: true, subtree: true });
    });
  }, TITLE);
  const times: number[] = [];
  for (let round = 0; round < OFFLINE_ROUNDS; round++) {
    await page.goto(site + NOTICES, { waitUntil: "commit" });
    times.push(await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted));
    await listed();
  }
  await context.close();
  return Math.round(times.sort((a, b) => a - b)[Math.floor(OFFLINE_ROUNDS / 2)]!);
};

const paints: number[] = [];
for (let round = 0; round < ROUNDS; round++) paints.push(await paint());
answering = true;
const offlineNoticesMs = await offlineNotices();
await browser.close();
server.closeAllConnections();
server.close();
rmSync(out, { recursive: true });

const heaviest = Object.entries(pages).sort(([, a], [, b]) => b - a)[0];
const report = {
  documentBytes: weight(html), homeBytes: frame, pages, heaviestPage: heaviest ? { name: heaviest[0], bytes: heaviest[1] } : null, workerBytes: weight(named("sw.js")),
  firstPaintMs: Math.round([...paints].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!), slow: "6x CPU, Slow 3G", offlineNoticesMs, buildMs: Math.round(milliseconds),
};
process.stdout.write(process.argv.includes("--json") ? `${JSON.stringify(report)}\n` : `document ${report.documentBytes} B · home ${report.homeBytes} B · heaviest page ${heaviest?.[0] ?? "none"} ${heaviest?.[1] ?? 0} B · first paint ${report.firstPaintMs} ms (${report.slow}) · notices without a network ${offlineNoticesMs} ms (6x CPU)\n`);
