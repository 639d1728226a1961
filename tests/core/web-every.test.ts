import { brotliCompressSync, constants } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Features } from "../../infra/build/web-data.ts";
import { features } from "../../web/registry.ts";
import { builtSite, siteFiles } from "./ask-engines.ts";
import { openPage, withAxe } from "./browser.ts";
import { closePhones } from "./lent-phones.ts";
import type { Reader } from "./browser.ts";
import { canned, ID } from "./canned.ts";
import { still } from "./still-server.ts";
import type { Answers, Still } from "./still-server.ts";
import { HOME, MINE, VILLAGE } from "./web-sample.ts";

/** Every page of the registry in every look; `npm test` looks at one look of each, `npm run test:pages` at all, with forms and single things too. */
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
    if (path === `/open/affairs/village-home/villages/${VILLAGE}/`) return { ...HOME, counts: { residents: 163, households: 48, groups: 3 } };
    if (path === `/v1/affairs/village-home/villages/${VILLAGE}/mine`) return full ? MINE : { waiting: [], desk: [], people: [], warning: null };
    return canned(method, path, full) ?? undefined;
  },
});
interface Core { go(to: string): void; choose(change: object): void; t(key: string): string }
interface Axe { run(root: Document, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }> }
interface Phone { WeCountry: { core: Core }; axe: Axe; coming?: number }
interface Step { readonly to?: string; readonly look?: object; readonly judge?: boolean }
interface Seen { readonly wide: number; readonly links: string[]; readonly found: string[] }
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Goes to an address inside the page, or puts on a look, waits until it is drawn and nothing of it is on the way, and looks: all in one call to the browser. */
const step = (page: Page, wanted: Step): Promise<Seen> => page.evaluate(async ({ to, look, judge, tags }) => {
  const phone = globalThis as unknown as Phone;
  if (phone.coming === undefined) {
    const real = globalThis.fetch;
    phone.coming = 0;
    globalThis.fetch = async (...asked) => { phone.coming!++; try { return await real(...asked); } finally { phone.coming!--; } };
  }
  if (look) phone.WeCountry.core.choose(look);
  if (to) phone.WeCountry.core.go(to);
  const end = performance.now() + 10_000;
  for (let calm = 0, before = ""; calm < 3;) {
    if (performance.now() > end) throw new Error(`it was never drawn: ${document.body.innerText.slice(0, 160)}`);
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
    const text = document.querySelector("main")?.textContent ?? "";
    calm = text.trim() && text === before && phone.coming === 0 && ![...document.querySelectorAll("main [role=status].hush")].some(({ textContent }) => textContent === phone.WeCountry.core.t("frame.loading")) ? calm + 1 : 0;
    before = text;
  }
  const wide = Math.max(0, document.documentElement.scrollWidth - innerWidth);
  const raw = document.body.innerText.match(/\{\w+(?::[^{}]*)?\}|\b\d{4}-\d\d-\d\d\b|\bundefined\b|\[object /g) ?? [];
  // What stands beside a line's words must leave them room for a few signs a row.
  const squeezed = [...document.querySelectorAll<HTMLElement>(".line > .grow")].filter((each) => { const { width } = each.getBoundingClientRect(); return width > 0 && width < 4 * parseFloat(getComputedStyle(each).fontSize); });
  const violations = judge ? (await phone.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })).violations : [];
  return {
    wide, links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ pathname }) => pathname),
    found: [...(wide > 0 ? [`pushed sideways by ${wide} px`] : []), ...raw.map((each) => `says ${each}`), ...squeezed.map((each) => `squeezes "${each.innerText.slice(0, 20)}"`), ...violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 2).map(({ html }) => html.slice(0, 120)).join(" | ")}`)],
  };
}, { ...wanted, tags: WCAG });

let files: ReadonlyMap<string, string>;
let full: Still;
let empty: Still;
beforeAll(async () => {
  const folder = await builtSite("cn-village");
  files = await siteFiles("cn-village");
  [full, empty] = await Promise.all([still(folder, api(true)), still(folder, api(false))]);
});
afterAll(async () => {
  process.stdout.write(`${looks} page × mode looks\n`);
  await Promise.all([closePhones(), full.close(), empty.close()]);
});

type Look = Pick<Reader, "size" | "mode" | "theme" | "language">;
const LOOKS: readonly Look[] = ALL
  ? [{ mode: "plain", size: "18", theme: "light", language: "zh" }, { mode: "plain", size: "30", theme: "light", language: "en" }, { mode: "plain", size: "24", theme: "dark", language: "en" }, { mode: "elder", size: "18", theme: "light", language: "zh" }, { mode: "elder", size: "24", theme: "dark", language: "zh" }, { mode: "elder", size: "30", theme: "light", language: "en" }]
  : [{ mode: "elder", size: "30", theme: "light", language: "en" }];
let looks = 0;
/** Opens every address once on a phone of its own in one look and holds it to: drawn, nothing pushed sideways, no script error, nothing axe finds. */
const findings = async (url: string, look: Look, judge: boolean): Promise<string[]> => {
  const found: string[] = [];
  // As high as the longest page: the tabs at the bottom never lie over what could be scrolled away from under them.
  // Two phones side by side: while one waits for its answers the other is looked at.
  await Promise.all([0, 1].map(async (half) => {
    const { page, errors, close } = await openPage(url + home, { session: EVERYBODY, width: 320, height: look.mode === "plain" ? 12_000 : 3_000, ...look });
    if (judge) await withAxe(page);
    for (const to of ADDRESSES.filter((_, at) => at % 2 === half)) {
      const what = await step(page, { to, judge }).then((seen) => seen.found, (late: unknown) => [String((late as Error).message).slice(0, 200)]);
      looks++;
      for (const each of [...what, ...errors.splice(0).map((error) => error.slice(0, 200))]) found.push(`${to} ${each}`);
    }
    await close();
  }));
  return found;
};

// Side by side where one look is asked for: while one phone waits, another is looked at.
const together = ALL ? describe : describe.concurrent;
together("every page of the registry", () => {
  for (const look of LOOKS) {
    const words = `in ${look.mode} mode, ${look.size} px, ${look.theme}, ${look.language}`;
    test(`stands on the narrowest phone with something in every field, ${words}`, async ({ expect }) => { expect(await findings(full.url, look, true)).toEqual([]); }, 240_000);
    test(`stands there with nothing in it yet, ${words}`, async ({ expect }) => { expect(await findings(empty.url, look, ALL)).toEqual([]); }, 240_000);
  }
});

describe("what all of it weighs", () => {
  const weight = (start: string, quality = 11): number => [...files].filter(([name]) => name.startsWith(start)).reduce((sum, [, text]) => sum + brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length, 0);
  test("the document, a home and each page stay within what a weak network carries", () => {
    const [document, core] = [weight("index.html"), weight("assets/core.")];
    expect(document).toBeLessThanOrEqual(14_000);
    expect(document + core).toBeLessThanOrEqual(20_000);
    const index = weight("assets/index-zh");
    // A page is pressed less here than where it is served: quicker, and never lighter than it will be.
    for (const name of pages) expect(document + core + index + weight(`assets/${name.replace("/", "-")}.`, 5), name).toBeLessThanOrEqual(60_000);
  });
  test("a villager's phone keeps the answers to a warning, not the pages of whoever leads one", () => {
    const kept = files.get("sw.js") ?? "";
    expect(kept).toContain("assets/alerts-answers.");
    expect(kept).not.toMatch(/assets\/alerts-(warnings|roll-call|door-sheets)/);
  });
});

const FRONT: Readonly<Record<keyof typeof ROLES, string>> = { visitor: home, villager: home, secretary: home, "county officer": `/a/${AREA}`, operator: "/r" };
const TAB_OF: Readonly<Record<string, readonly string[]>> = { v: ["home", "village", "do", "market", "me"], a: ["county"], r: ["operator"] };

together("finding the way", () => {
  for (const [role, session] of Object.entries(ROLES) as [keyof typeof ROLES, object | undefined][]) {
    test(`a ${role} comes from the front to every page with a place in three taps`, async ({ expect }) => {
      const front = FRONT[role];
      const { page, close } = await openPage(full.url + front, { ...(session ? { session } : {}) });
      const taps = new Map<string, number>();
      let edge = [front];
      for (let tap = 1; tap <= 3; tap++) {
        const next: string[] = [];
        for (const address of edge) {
          for (const link of (await step(page, { to: address })).links) if (!taps.has(link)) { taps.set(link, tap); next.push(link); }
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
  test("no shelf holds more than nine things", ({ expect }) => {
    const shelves = new Map<string, number>();
    for (const name of pages) for (const { tab, shelf } of every[name]!.place) shelves.set(`${tab} ${shelf}`, (shelves.get(`${tab} ${shelf}`) ?? 0) + 1);
    expect([...shelves].filter(([, things]) => things > 9)).toEqual([]);
  });
  test("the labels of the tabs fit on 320 px in each language and size", async ({ expect }) => {
    const { page, close } = await openPage(full.url + home, { session: EVERYBODY, width: 320 });
    const tight: string[] = [];
    for (const front of [home, `/a/${AREA}`, "/r"]) {
      await step(page, { to: front });
      for (const language of ["zh", "en"]) for (const size of ALL ? ["18", "24", "30"] : ["30"]) {
        await step(page, { look: { language, size, mode: "plain" } });
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
      await step(page, {});
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
