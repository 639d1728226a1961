import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { builtSite } from "./ask-engines.ts";
import { openPage, sees, until } from "./browser.ts";
import { servedPages } from "./served.ts";
import { still } from "./still-server.ts";
import type { Answers } from "./still-server.ts";
import { ALARM, CALM, VILLAGE, VILLAGER } from "./web-sample.ts";

const site = servedPages(CALM, "frame");
const LETTERS = `/v1/cadres/letters/villages/${VILLAGE}/`;
const MEDIA = `/v1/platform/media/villages/${VILLAGE}/`;
const write = async (page: Page, title: string): Promise<void> => {
  await page.getByLabel("题目").fill(title);
  await page.getByLabel("细说").fill("请看看");
  await page.getByRole("button", { name: "寄出" }).click();
};
const installed = (page: Page): Promise<void> => until(page, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated" && !!navigator.serviceWorker.controller, "the worker never took over");

/** A server of letters that counts what arrives, by its key, and can be made to fail. */
const post = (fails: () => number): { answers: Answers; keys: string[]; letters: Set<string> } => {
  const keys: string[] = [];
  const letters = new Set<string>();
  const take = (_body: string, headers: Readonly<Record<string, unknown>>) => {
    const key = String(headers["idempotency-key"]);
    keys.push(key);
    const status = fails();
    if (status === 0 || status >= 500) letters.add(key);
    return status ? { status, body: { type: status === 422 ? "wrong-field" : "busy", status, title: "请改一改题目" } } : { status: 200, body: { id: "01J" } };
  };
  return { keys, letters, answers: { ...CALM, [`POST ${LETTERS}`]: take } };
};

describe("without a network", () => {
  test("home, the warning and a letter open, as they were last seen", async () => {
    const server = await site.with({ ...ALARM, ...CALM });
    const { page, errors, close } = await openPage(`${server.url}/v/${VILLAGE}`, { session: VILLAGER, worker: true });
    await installed(page);
    await page.reload();
    await sees(page, "今天没有预警");
    await page.goto(`${server.url}/w/${VILLAGE}/K7`);
    await sees(page, "全家都走了");
    await server.close();
    for (const [path, text] of [[`/v/${VILLAGE}`, "今天没有预警"], [`/w/${VILLAGE}/K7`, "全家都走了"], [`/v/${VILLAGE}/cadres/letters`, "细说"], [`/v/${VILLAGE}/do`, "您想办什么"]] as const) {
      await page.goto(server.url + path);
      await sees(page, text);
      if (path !== `/v/${VILLAGE}/cadres/letters` && !path.endsWith("do") && !path.startsWith("/w")) await sees(page, "这是上次看到的");
    }
    expect(errors).toEqual([]);
    await close();
  });
  test("what has never been seen says that there is no network", async () => {
    const server = await site.with({});
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}`, { worker: true });
    await installed(page);
    await server.close();
    await page.goto(`${server.url}/w/${VILLAGE}/K7`);
    await sees(page, "现在没有网络");
    expect(await page.getByRole("button", { name: "再试一次" }).count()).toBe(1);
    await close();
  });
  test("a page that did not come for want of a network comes when it is asked for again", async () => {
    const { page, close } = await openPage(`${site.url}/v/${VILLAGE}`, { session: VILLAGER });
    await sees(page, "今天没有预警");
    // A phone that never had that page: another test may have left it in this one.
    await (await page.context().newCDPSession(page)).send("Network.clearBrowserCache");
    await page.context().setOffline(true);
    await page.evaluate((to) => { (globalThis as unknown as { WeCountry: { core: { go(to: string): void } } }).WeCountry.core.go(to); }, `/v/${VILLAGE}/cadres/letters`);
    await sees(page, "没有网");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "再试" }).click();
    await page.getByLabel("题目").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await close();
  });
});

/** A letter written without a network, on the phone only. */
const keptOffline = async (answers: ReturnType<typeof post>["answers"]) => {
  const server = await site.with(answers);
  const seen = await openPage(`${server.url}/v/${VILLAGE}/cadres/letters`, { session: VILLAGER });
  await seen.page.getByLabel("题目").waitFor();
  await seen.page.context().setOffline(true);
  await write(seen.page, "水渠堵了");
  await sees(seen.page, "只在这部手机上");
  return seen;
};

describe("the outbox", () => {
  test("keeps a letter on the phone until the server has said yes, through a reload", async () => {
    let status = 503;
    const { answers, keys, letters } = post(() => status);
    const server = await site.with(answers);
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}/cadres/letters`, { session: VILLAGER, worker: true });
    await write(page, "桥边护栏松了");
    await sees(page, "只在这部手机上");
    await expect.poll(() => keys.length).toBe(1);
    await page.reload();
    await sees(page, "只在这部手机上");
    // A page that opens tries by itself; the button would be gone again if that try were taken.
    await expect.poll(() => keys.length).toBe(2);
    status = 0;
    await page.getByRole("button", { name: "现在寄" }).click();
    await until(page, () => !document.body.innerText.includes("桥边护栏松了"), "it stayed on the phone");
    expect(letters.size).toBe(1);
    await close();
  });
  test("sends a letter once though three wake-ups race and the first answer was lost", async () => {
    let first = true;
    const { answers, keys, letters } = post(() => { const lost = first; first = false; return lost ? 500 : 0; });
    const server = await site.with(answers);
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}/cadres/letters`, { session: VILLAGER, worker: true });
    const other = await page.context().newPage();
    await write(page, "路灯坏了");
    await sees(page, "只在这部手机上");
    await other.goto(`${server.url}/v/${VILLAGE}`);
    for (const each of [page, other, page]) await each.evaluate(() => { dispatchEvent(new Event("online")); document.dispatchEvent(new Event("visibilitychange")); });
    await until(page, () => !document.body.innerText.includes("路灯坏了"), "it stayed on the phone");
    expect(letters.size).toBe(1);
    expect(keys).toHaveLength(2);
    await close();
  });
  test("a letter written while another is on its way goes too", async () => {
    let release = (): void => undefined;
    let held = false;
    const { answers, letters } = post(() => 0);
    const server = await site.with(answers);
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}/cadres/letters`, { session: VILLAGER, worker: true });
    await page.route(`**${LETTERS}`, async (route) => { if (!held) { held = true; await new Promise<void>((resolve) => { release = resolve; }); } await route.continue(); });
    await write(page, "第一封");
    await sees(page, "只在这部手机上");
    await write(page, "第二封");
    await sees(page, "第二封");
    release();
    await until(page, () => !/第.封/.test(document.body.innerText), "one stayed on the phone");
    expect(letters.size).toBe(2);
    await close();
  });
  test("is tried once more when a network that came back was of no use in its first moment", async () => {
    const { answers, keys } = post(() => (keys.length === 1 ? 503 : 0));
    const { page, close } = await keptOffline(answers);
    await page.context().setOffline(false);
    await until(page, () => !document.body.innerText.includes("水渠堵了"), "it stayed on the phone");
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    await close();
  });
  test("and once more, when its second moment was of no use either", async () => {
    const { answers, keys } = post(() => (keys.length <= 2 ? 503 : 0));
    const { page, close } = await keptOffline(answers);
    await page.clock.install();
    await page.context().setOffline(false);
    for (const tries of [1, 2, 3]) {
      await page.clock.fastForward(tries === 1 ? 100 : 3_000);
      await expect.poll(() => keys.length, { timeout: 10_000 }).toBe(tries);
    }
    expect(new Set(keys).size).toBe(1);
    await close();
  });
  test("a refused letter stays and says why, and can be taken back", async () => {
    const { answers } = post(() => 422);
    const server = await site.with(answers);
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}/cadres/letters`, { session: VILLAGER, worker: true });
    await write(page, "题目");
    await sees(page, "请改一改题目");
    await sees(page, "没有收下");
    await page.getByRole("button", { name: "拿回来" }).click();
    await until(page, () => !document.body.innerText.includes("没有收下"), "it stayed");
    expect(await page.evaluate(() => document.querySelectorAll(".badge").length)).toBe(0);
    await close();
  });
  test("the text stands at once and the picture follows when it can", async () => {
    let open = false;
    const { answers, letters } = post(() => 0);
    const brought: string[] = [];
    const asked: { id: string; bytes: number; thumb: { bytes: number } }[] = [];
    const answers2 = {
      ...answers,
      [`POST ${MEDIA}`]: (body: string) => { asked.push(JSON.parse(body) as never); return open ? { body: { url: "/v1/bucket", full: { key: "full" }, thumb: { key: "thumb" } } } : { status: 503, body: { type: "busy", status: 503, title: "忙" } }; },
      "POST /v1/bucket": (body: string) => { brought.push(/name="key"\r\n\r\n(\w+)/.exec(body)?.[1] ?? ""); return { body: {} }; },
    };
    const done: string[] = [];
    const server = await still(await builtSite("frame"), new Proxy(answers2, { get: (all, name) => (String(name).endsWith("/done") ? () => { done.push(String(name)); return { body: {} }; } : all[name as keyof typeof all]) }));
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}/cadres/letters`, { session: VILLAGER, worker: true });
    await page.getByRole("button", { name: "加图" }).click();
    await write(page, "水渠堵了");
    await sees(page, "字已寄到，图在路上");
    expect(letters.size).toBe(1);
    // Turned away once; the button would be gone again if the picture went by itself.
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    open = true;
    await page.getByRole("button", { name: "现在寄" }).click();
    await until(page, () => !document.body.innerText.includes("水渠堵了"), "it stayed on the phone");
    expect([brought, done, new Set(asked.map(({ id }) => id)).size, asked[0]?.bytes, asked[0]?.thumb.bytes]).toEqual([["full", "thumb"], [`POST ${MEDIA}${asked[0]?.id}/done`], 1, 7, 5]);
    expect(letters.size).toBe(1);
    await close();
    await server.close();
  });
  test("another person on the same phone neither sees nor sends it", async () => {
    let status = 503;
    const { answers, keys } = post(() => status);
    const server = await site.with(answers);
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}/cadres/letters`, { session: VILLAGER, worker: true });
    await write(page, "只给书记看");
    await sees(page, "只在这部手机上");
    await expect.poll(() => keys.length).toBe(1);
    status = 0;
    await page.evaluate(() => { localStorage.setItem("wecountry.session", JSON.stringify({ person: "p2", name: "李四", whos: {} })); });
    await page.reload();
    await sees(page, "细说");
    await page.evaluate(() => { dispatchEvent(new Event("online")); });
    await page.goto(`${server.url}/v/${VILLAGE}/me`);
    await sees(page, "我的");
    expect(await page.getByText("只给书记看").count()).toBe(0);
    expect(keys).toHaveLength(1);
    await close();
  });
});
