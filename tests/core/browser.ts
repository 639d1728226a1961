import type { Page } from "playwright-core";
import { expect } from "vitest";
import { lend } from "./lent-phones.ts";
import { AXE_PATH } from "./still-server.ts";

/** How a reader holds the phone. */
export interface Reader {
  readonly size?: "18" | "24" | "30";
  readonly mode?: "plain" | "elder";
  readonly theme?: "light" | "dark";
  readonly language?: "zh" | "en";
  readonly village?: string;
  readonly width?: number;
  readonly height?: number;
  /** Lets the service worker in, as on a real phone: for tests of what works without a network. Elsewhere it would fetch every page anew. */
  readonly worker?: true;
  /** What the sign-in page remembers of this person. */
  readonly session?: object;
  /** More of the phone's memory, by key. */
  readonly keeps?: Readonly<Record<string, string>>;
}

/** What went wrong on a page without anybody seeing it: script errors and refusals of the content policy. */
export interface Watched { readonly page: Page; readonly errors: string[]; close(): Promise<void> }

/** Opens an address as a reader with their own phone. */
export const openPage = async (url: string, reader: Reader = {}): Promise<Watched> => {
  const { width = 360, height = 740, size = "18", mode = "plain", theme = "light", language = "zh", village = "", session, keeps = {} } = reader;
  const { page, visit, giveBack } = await lend({ locale: language === "zh" ? "zh-CN" : "en-GB", worker: reader.worker ?? false });
  const memory = { "wecountry.prefs": JSON.stringify({ size, mode, theme, language, village }), ...(session ? { "wecountry.session": JSON.stringify(session) } : {}), ...keeps };
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => { if (message.type() === "error" && !/Failed to load resource/.test(message.text())) errors.push(message.text()); });
  await page.setViewportSize({ width, height });
  await visit(url, memory);
  return { page, errors, close: giveBack };
};

const PATIENCE = 10_000;
/** Waits until something holds in the page. `waitForFunction` would be refused by the content policy. */
export const until = async (page: Page, holds: () => unknown, say = "that never came true"): Promise<void> => {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    if (await page.evaluate(holds).catch(() => false)) return;
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(resolve); })).catch(() => undefined);
  }
  throw new Error(`${say}: ${await page.evaluate(() => document.body.innerText.slice(0, 400))}`);
};
/** Waits until a text is on the page. */
export const sees = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor({ timeout: PATIENCE });

/** How far the page can be pushed sideways, in pixels: 0 is right. */
export const sideways = (page: Page): Promise<number> => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
const judged = new Set<string>();
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
interface AxeRun { run(node: Document, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] }[] }> }
/** Lets axe into a page of the still server: as a script of its own, which is quicker read than half a million characters handed over. */
export const withAxe = (page: Page): Promise<unknown> => page.evaluate(`import("${AXE_PATH}").then(() => undefined)`);
/** What axe finds against WCAG 2.2 A and AA. */
export const axe = async (page: Page): Promise<string[]> => {
  // `npm test` looks at each address once; `npm run test:pages` at each in every mode the tests open it in.
  const address = new URL(page.url()).pathname.replace(/[0-9A-HJKMNP-TV-Z]{26}/g, "<id>");
  if (process.env["WECOUNTRY_PAGES"] !== "all" && judged.has(address)) return [];
  judged.add(address);
  // No page has frames: axe runs in the page itself, without the second, blank page its Playwright part puts the frames' findings together in.
  expect(page.frames(), "frames that axe would not look into").toHaveLength(1);
  await withAxe(page);
  // Seen whole: the tabs that stay at the bottom of a small screen cover nothing then.
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  const found = await page.evaluate(async (tags) => {
    const { violations } = await (globalThis as unknown as { axe: AxeRun }).axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
  }, WCAG);
  await page.setViewportSize({ width, height });
  return found;
};
/** Links and buttons too small for a thumb: under `least` pixels high or wide, except links inside running text. */
export const smallTargets = (page: Page, least = 44): Promise<string[]> => page.evaluate((size) => [...document.querySelectorAll<HTMLElement>("a[href], button, input:not(.unseen), select, textarea")]
  .filter((each) => { const box = each.getBoundingClientRect(); return box.width > 0 && !each.closest("p, label, .skip") && !each.matches(".skip") && (box.height < size - 0.5 || box.width < size - 0.5); })
  .map((each) => `${each.tagName} ${each.innerText.slice(0, 20)} ${Math.round(each.getBoundingClientRect().width)}×${Math.round(each.getBoundingClientRect().height)}`), least);
