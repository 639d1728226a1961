import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Features } from "../../infra/build/web-data.ts";
import type { Files } from "../../infra/build/web-files.ts";
import { buildWeb } from "../../infra/build/web.ts";
import { facts } from "../../infra/regions/sample.ts";
import { features } from "../../web/registry.ts";
import { closeBrowser, openPage, sideways, until } from "./browser.ts";
import type { Reader, Watched } from "./browser.ts";
import { canned, ID } from "./canned.ts";
import { still } from "./still-server.ts";
import type { Answers, Still } from "./still-server.ts";
import { HOME, MINE, VILLAGE } from "./web-sample.ts";

/** Every page of the registry in every look; `npm test` looks at one look of each, `npm run test:pages` at all. */
const ALL = process.env["WECOUNTRY_PAGES"] === "all";
const AREA = "431228";
const every = features as unknown as Features;
const pages = Object.keys(every).filter((name) => every[name]!.page && name !== "platform/search");
const home = `/v/${VILLAGE}`;
const places = (tab: string): string[] => pages.filter((name) => every[name]!.place.some((place) => place.tab === tab));
const ADDRESSES = [
  home, ...["village", "do", "market", "me", "me/how", "all", "help", "listen"].map((tab) => `${home}/${tab}`), ...pages.flatMap((name) => [`${home}/${name}`, ...(ALL ? [`${home}/${name}/new`, `${home}/${name}/${ID}`] : [])]),
  ...places("county").flatMap((name) => [`/a/${AREA}/${name}`, ...(ALL ? [`/a/${AREA}/${name}/new`, `/a/${AREA}/${name}/${ID}`] : [])]), ...places("operator").map((name) => `/r/${name}`), `/w/${VILLAGE}/K7`, "/v/nowhere/no/page",
];
const of = (person: string, ...whos: string[]) => ({ person, name: "张三", whos: { [VILLAGE]: whos.filter((who) => !/^(county|operator)/.test(who)), [AREA]: whos.filter((who) => who.startsWith("county")), region: whos.filter((who) => who === "operator") } });
const ROLES = {
  visitor: undefined, villager: of("p1", "villager", "household"), secretary: of("p2", "villager", "household", "office:secretary"),
  "county officer": of("p3", "county:duty-officer"), operator: of("p4", "operator"),
} as const;
const EVERYBODY = of("p5", "villager", "household", "office:secretary", "office:committee", "office:grid-worker", "county:duty-officer", "county:director", "operator");

/** The API by its contracts: something in every field, or nothing anywhere. */
const api = (full: boolean): Answers => new Proxy<Record<string, unknown>>({}, {
  get: (_none, line) => {
    const [method = "", path = ""] = String(line).split(" ");
    if (path === `/open/affairs/village-home/villages/${VILLAGE}/`) return HOME;
    if (path === `/v1/affairs/village-home/villages/${VILLAGE}/mine`) return full ? MINE : { waiting: [], desk: [], people: [], warning: null };
    return canned(method, path, full) ?? undefined;
  },
});
interface Core { go(to: string): void; choose(change: object): void }
const go = (page: Page, to: string): Promise<void> => page.evaluate((path) => (globalThis as unknown as { WeCountry: { core: Core } }).WeCountry.core.go(path), to);
const wear = (page: Page, look: object): Promise<void> => page.evaluate((change) => (globalThis as unknown as { WeCountry: { core: Core } }).WeCountry.core.choose(change), look);
/** Until a page is drawn and nothing of it is on the way. */
const drawn = (page: Page): Promise<void> => until(page, async () => {
  const text = (): string => document.querySelector("main")?.innerText ?? "";
  const before = text();
  if (!before.trim() || document.querySelector("main [role=status].hush:not([tabindex])")) return false;
  await new Promise((resolve) => { setTimeout(resolve, 60); });
  return text() === before;
}, "it was never drawn");

let folder: string;
let files: Files;
let full: Still;
let empty: Still;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wecountry-every-"));
  ({ files } = await buildWeb(facts, every, folder));
  [full, empty] = await Promise.all([still(folder, api(true)), still(folder, api(false))]);
});
afterAll(async () => {
  await Promise.all([closeBrowser(), full.close(), empty.close()]);
  rmSync(folder, { recursive: true });
});

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
interface Violation { readonly id: string; readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[] }
const judge = async (page: Page): Promise<string[]> => {
  const violations: readonly Violation[] = (await page.evaluate(() => "axe" in globalThis)) === false ? ((await new AxeBuilder({ page }).withTags(TAGS).analyze()).violations as unknown as Violation[])
    : await page.evaluate(async (tags) => (await (globalThis as unknown as { axe: { run(root: object, options: object): Promise<{ violations: Violation[] }> } }).axe.run(document, { runOnly: { type: "tag", values: tags } })).violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 2).map(({ target, html }) => ({ target, html })) })), TAGS);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).slice(0, 2).join(" | ")}`);
};
type Look = Pick<Reader, "size" | "mode" | "theme" | "language">;
const LOOKS: readonly Look[] = ALL
  ? [{ mode: "plain", size: "18", theme: "light", language: "zh" }, { mode: "plain", size: "30", theme: "light", language: "en" }, { mode: "plain", size: "24", theme: "dark", language: "en" }, { mode: "elder", size: "18", theme: "light", language: "zh" }, { mode: "elder", size: "24", theme: "dark", language: "zh" }, { mode: "elder", size: "30", theme: "light", language: "en" }]
  : [{ mode: "elder", size: "30", theme: "light", language: "en" }];
/** Opens every address once and holds it, in each look, to: drawn, nothing pushed sideways, no script error, and with all looks nothing axe finds. */
const findings = async (url: string): Promise<string[]> => {
  const found: string[] = [];
  const seen: Watched = await openPage(url + home, { session: EVERYBODY, width: 320, height: 3_000, ...LOOKS[0] });
  const { page, errors } = seen;
  const say = (address: string, look: Look, what: string): void => { found.push(`${address} [${Object.values(look).join(" ")}] ${what}`); };
  for (const address of ADDRESSES) {
    const [first] = LOOKS;
    await wear(page, first!);
    await go(page, address);
    for (const look of LOOKS) {
      if (look !== first) await wear(page, look);
      try { await drawn(page); } catch (late) { say(address, look, String((late as Error).message).slice(0, 160)); continue; }
      const wide = await sideways(page);
      if (wide > 0) say(address, look, `pushed sideways by ${wide} px`);
      if (ALL) for (const each of await judge(page)) say(address, look, each);
      for (const error of errors.splice(0)) say(address, look, error.slice(0, 200));
    }
  }
  await seen.close();
  return found;
};

describe("every page of the registry", () => {
  test("stands on the narrowest phone with something in every field", async () => { expect(await findings(full.url)).toEqual([]); }, ALL ? 900_000 : 60_000);
  test("stands there with nothing in it yet", async () => { expect(await findings(empty.url)).toEqual([]); }, ALL ? 900_000 : 60_000);
});

describe("what all of it weighs", () => {
  const weight = (start: string): number => [...files.written].filter(([name]) => name.startsWith(start)).reduce((sum, [, text]) => sum + brotliCompressSync(text).length, 0);
  test("the document, a home and each page stay within what a weak network carries", () => {
    const [document, core] = [weight("index.html"), weight("assets/core.")];
    expect(document).toBeLessThanOrEqual(14_000);
    expect(document + core).toBeLessThanOrEqual(20_000);
    for (const name of pages) expect(document + core + weight("assets/index-zh") + weight(`assets/${name.replace("/", "-")}.`), name).toBeLessThanOrEqual(60_000);
  });
  test("a villager's phone keeps the answers to a warning, not the pages of whoever leads one", () => {
    const kept = files.written.get("sw.js") ?? "";
    expect(kept).toContain("assets/alerts-answers.");
    expect(kept).not.toMatch(/assets\/alerts-(warnings|roll-call|door-sheets)/);
  });
});

const linksOn = (page: Page): Promise<string[]> => page.locator("a[href]").evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname));
const FRONT: Readonly<Record<keyof typeof ROLES, string>> = { visitor: home, villager: home, secretary: home, "county officer": `/a/${AREA}`, operator: "/r" };
const TAB_OF: Readonly<Record<string, readonly string[]>> = { v: ["home", "village", "do", "market", "me"], a: ["county"], r: ["operator"] };

describe("finding the way", () => {
  for (const [role, session] of Object.entries(ROLES) as [keyof typeof ROLES, object | undefined][]) {
    test(`a ${role} comes from the front to every page with a place in three taps`, async () => {
      const front = FRONT[role];
      const { page, close } = await openPage(full.url + front, { ...(session ? { session } : {}) });
      const taps = new Map<string, number>();
      let edge = [front];
      for (let tap = 1; tap <= 3; tap++) {
        const next: string[] = [];
        for (const address of edge) {
          await go(page, address);
          await drawn(page);
          for (const link of await linksOn(page)) if (!taps.has(link)) { taps.set(link, tap); next.push(link); }
        }
        // Only tabs and shelves lead on to places; what stands on a feature's own page is its own.
        edge = next.filter((link) => new RegExp(`^${front}(/[\\w-]+){1,2}$`).test(link) && !pages.some((name) => link === `${front}/${name}`));
      }
      const whos = Object.values((session as { whos?: Record<string, string[]> } | undefined)?.whos ?? {}).flat();
      const mine = pages.filter((name) => every[name]!.place.some(({ tab, only }) => TAB_OF[front[1]!]!.includes(tab) && (!only || only.some((who) => whos.includes(who)))));
      expect(mine.length).toBeGreaterThan(0);
      expect(mine.filter((name) => !taps.has(`${front}/${name}`))).toEqual([]);
      await close();
    });
  }
  test("no shelf holds more than nine things", () => {
    const shelves = new Map<string, number>();
    for (const name of pages) for (const { tab, shelf } of every[name]!.place) shelves.set(`${tab} ${shelf}`, (shelves.get(`${tab} ${shelf}`) ?? 0) + 1);
    expect([...shelves].filter(([, things]) => things > 9)).toEqual([]);
  });
  test("the labels of the tabs fit on 320 px in each language and size", async () => {
    const { page, close } = await openPage(full.url + home, { session: EVERYBODY, width: 320 });
    const tight: string[] = [];
    for (const front of [home, `/a/${AREA}`, "/r"]) {
      await go(page, front);
      for (const language of ["zh", "en"]) for (const size of ["18", "24", "30"]) {
        await wear(page, { language, size, mode: "plain" });
        await drawn(page);
        tight.push(...(await page.locator(".tabs a").evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1 || each.querySelector("span")!.getBoundingClientRect().width > each.getBoundingClientRect().width).map((each) => each.textContent ?? ""))).map((label) => `${front} ${language} ${size} ${label}`));
      }
    }
    expect(tight).toEqual([]);
    await close();
  });
});

describe("without a mouse", () => {
  for (const [kind, address] of [["a home", home], ["a list", `${home}/affairs/notices`], ["a form", `${home}/circle/guestbook/new`]] as const) {
    test(`${kind} is gone through with the keyboard alone: first over the bar, then everything in the order it is read, each seen`, async () => {
      const { page, close } = await openPage(full.url + address, { session: EVERYBODY });
      await drawn(page);
      await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex"); });
      await page.keyboard.press("Tab");
      const skip = await page.evaluate(() => ({ text: document.activeElement?.className, box: document.activeElement?.getBoundingClientRect().height ?? 0 }));
      expect([skip.text, skip.box > 20]).toEqual(["skip", true]);
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
      const wanted = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>("main a[href], main button:not(:disabled), main input:not([type=radio]):not(:disabled), main select, main textarea, main summary")].filter((each) => each.checkVisibility()).length);
      const met = new Set<number>();
      let last = -1;
      for (let press = 0; press < wanted + 12; press++) {
        await page.keyboard.press("Tab");
        const now = await page.evaluate(() => {
          const each = document.activeElement as HTMLElement;
          const order = [...document.querySelectorAll("main a[href], main button:not(:disabled), main input:not([type=radio]):not(:disabled), main select, main textarea, main summary")].filter((one) => one.checkVisibility()).indexOf(each);
          const near = each.matches(".unseen") ? (each.nextElementSibling ?? each.previousElementSibling ?? each) : each;
          const style = [getComputedStyle(each), getComputedStyle(near), ...(each.matches(".unseen") && each.previousElementSibling ? [getComputedStyle(each.previousElementSibling)] : [])];
          return { order, seen: style.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2), what: each.outerHTML.slice(0, 80) };
        });
        if (now.order < 0) { if (met.size > 0 && met.size >= wanted) break; continue; }
        expect(now.seen, now.what).toBe(true);
        expect(now.order, now.what).toBeGreaterThan(last);
        last = now.order;
        met.add(now.order);
      }
      expect(met.size).toBe(wanted);
      await close();
    });
  }
});
