import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, sees, until } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const [L, N] = ["circle/listen", "affairs/notices"];
const AT = new Date().toISOString();
const MUST = "01JMVST0000000000000000001";
const piece = (key: string, kind: string, title: string, text: string, more: object = {}) =>
  ({ key, kind, id: null, title: { zh: title, en: title }, text: { zh: text, en: text }, where: "affairs/notices", at: AT, colour: null, more: {}, voices: [], heard: null, ...more });
const WARNING = piece("warning:1", "warning", "红色洪水", "马上去村小学", { colour: "red", more: { hmn: "Mus rau tsev kawm ntawv!" } });
const DAY = [WARNING, piece(`notice:${MUST}`, "must-read", "每户登记", "请到村里登记", { id: MUST }), piece("notice:2", "notice", "明天停水", "停一天")];
const OWN = [WARNING, piece("house:1", "house", "您家河边7号", "您家河边7号还没有报平安"), { ...DAY[1]!, heard: false }, DAY[2]!];
const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
const VOICE = { id: "01JV01CE000000000000000001", thing: "notice:2", language: "local", by: "王德明", at: AT, state: "offered", media: [{ id: "01JMED1A000000000000000001", kind: "voice" }], mine: false, version: 1, title: "明天停水", reason: null, unheard: false };
const ANSWERS = {
  ...CALM, [`GET ${open(L)}`]: { items: DAY, phone: "0737-1234567" }, [`GET ${own(L, "/mine")}`]: { items: OWN, phone: "0737-1234567" }, [`GET ${open(L, "/script")}`]: "青山村的乡亲们，现在播报今天的事。\n第1件：马上去村小学",
  [`GET ${own(L, "/voices")}`]: { items: [VOICE], next: null }, [`POST ${own(L, `/${VOICE.id}/accept`)}`]: { ...VOICE, state: "accepted", version: 2 }, [`POST ${own(N, `/${MUST}/know`)}`]: { known: true, at: AT },
  [`GET ${open("platform/languages")}`]: { items: [{ code: "hmn", name: "Hmoob", done: 2, of: 900, at: AT }] },
  [`GET ${open("platform/languages", "/hmn/words")}`]: { core: { "menu.close": "Tiav" }, [L]: { title: "Hnub no" } },
};
const server = servedPages(ANSWERS);

/** A phone with a Chinese voice that says each text at once, and remembers what it said. */
const withVoice = (page: Page): Promise<unknown> => page.addInitScript(() => {
  const said: string[] = [];
  Object.assign(globalThis, { said });
  Object.defineProperty(globalThis, "speechSynthesis", { value: {
    speaking: false, getVoices: () => [{ lang: "zh-CN", name: "x" }], addEventListener: () => undefined, removeEventListener: () => undefined, cancel: () => undefined,
    speak: (words: { text: string; onend?: () => void }) => { said.push(words.text); setTimeout(() => words.onend?.(), 5); },
  } });
  Object.defineProperty(globalThis, "SpeechSynthesisUtterance", { value: class { text: string; voice = null; lang = ""; rate = 1; onend?: () => void; onerror?: () => void; constructor(text: string) { this.text = text; } } });
});

describe("an old woman presses one button", () => {
  test("and hears the warning first, then what her house must hear, which is then marked as known", async () => {
    const seen = await openPage(`${server.url}/`, { session: SESSION, size: "24" });
    await withVoice(seen.page);
    await seen.page.goto(`${server.url}${pageAt(L)}`);
    await sees(seen.page, "您家河边7号还没有报平安");
    await seen.page.getByRole("button", { name: "念给我听" }).click();
    await until(seen.page, () => document.body.innerText.includes("都念完了"));
    expect(await seen.page.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual(["马上去村小学", "您家河边7号还没有报平安", "每户登记。 请到村里登记", "明天停水。 停一天"]);
    await sees(seen.page, "您家已经知道");
    expect(server.asked.filter((each) => each === `POST ${own(N, `/${MUST}/know`)}`)).toHaveLength(1);
    await sound(seen);
    await seen.close();
  });
  test("where her phone has no voice, she reads it large and has the number to hear it by telephone", async () => {
    await soundInBoth(`${server.url}${pageAt(L)}`, { zh: "想听，请打 0737-1234567", en: "to hear it, call 0737-1234567" });
  });
  test("comes there from the four buttons of her home; what is her house's own is not told without her", async () => {
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}/listen`);
    await sees(page, "马上去村小学");
    await until(page, () => location.pathname.endsWith("/circle/listen"));
    expect(await page.getByText("河边7号").count()).toBe(0);
    await close();
  });
});

test("an office listens to a neighbour's recording first, then everybody hears it; who spoke is named", async () => {
  const seen = await openPage(`${server.url}${pageAt(L, "voices")}`, { session: { ...SESSION, whos: { [VILLAGE]: ["villager", "office:secretary"] } } });
  await sees(seen.page, "王德明念的");
  await sees(seen.page, "照着念");
  await sound(seen);
  await seen.page.getByRole("button", { name: "可以，放给大家听" }).click();
  await sees(seen.page, "大家能听到");
  await seen.close();
});
test("the loudspeaker's text stands there to copy and print", async () => {
  const seen = await openPage(`${server.url}${pageAt(L, "script")}`);
  await sees(seen.page, "第1件：马上去村小学");
  await sound(seen);
  await seen.close();
});
test("a reader who chooses the village's own language reads it; what is not translated stands there with its mark", async () => {
  const seen = await openPage(`${server.url}${pageAt(L)}`);
  await sees(seen.page, "今天的事");
  await seen.page.getByRole("button", { name: "更多" }).click();
  await seen.page.getByText("Hmoob").click();
  await sees(seen.page, "Hnub no");
  await sees(seen.page, "Mus rau tsev kawm ntawv!");
  await sees(seen.page, "大喇叭用的稿子°");
  await sees(seen.page, "Tiav");
  await seen.page.reload();
  await sees(seen.page, "Hnub no");
  expect(seen.errors).toEqual([]);
  await seen.close();
});
