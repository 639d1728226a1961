import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { open, own } from "../platform/pages.ts";
import { axe, openPage, sees, sideways, smallTargets, until } from "./browser.ts";
import { servedPages } from "./served.ts";
import { CALM, VILLAGE, VILLAGER } from "./web-sample.ts";

const letters = servedPages(CALM, "frame");
const homes = servedPages(CALM);
const LETTERS = `POST /v1/cadres/letters/villages/${VILLAGE}/`;
const PATH = `/v/${VILLAGE}/cadres/letters`;
const write = async (page: Page, title: string): Promise<void> => { await page.getByLabel("题目").fill(title); await page.getByLabel("细说").fill("请看看"); };

/** Waits until a draft is on the phone, with the version it was begun from: a page that is closed sooner has only the words. */
const kept = (page: Page): Promise<void> => until(page, async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === "wecountry-drafts")) return false;
  return new Promise((resolve) => {
    const asked = indexedDB.open("wecountry-drafts");
    asked.onsuccess = () => {
      const count = asked.result.transaction("drafts").objectStore("drafts").count();
      count.onsuccess = () => { asked.result.close(); resolve(count.result > 0); };
    };
  });
}, "the draft was not kept");

/** A server of letters that counts what arrives by its key: what was on its way during a reload comes twice, with one key. */
const post = async () => {
  const keys = new Set<string>();
  const server = await letters.with({ [LETTERS]: (_body: string, headers: Readonly<Record<string, unknown>>) => { keys.add(String(headers["idempotency-key"])); return { body: { id: "01J" } }; } });
  return { server, keys };
};

describe("drafts", () => {
  test("several stand at the form, each is opened again as it was, and a sent one is gone", async () => {
    const { server, keys } = await post();
    const { page, close } = await openPage(server.url + PATH, { session: VILLAGER });
    await write(page, "桥边护栏松了");
    await page.reload();
    await sees(page, "接着上次写的");
    await page.getByRole("button", { name: "另写一份" }).click();
    expect(await page.getByLabel("题目").inputValue()).toBe("");
    await write(page, "路灯坏了");
    await page.reload();
    await sees(page, "2 份草稿");
    await page.getByRole("button", { name: "2 份草稿" }).click();
    await sees(page, "桥边护栏松了");
    await page.getByRole("button", { name: "接着写" }).click();
    await until(page, () => document.querySelector("input")?.value === "桥边护栏松了", "the first draft did not come");
    await page.getByRole("button", { name: "寄出" }).click();
    await until(page, () => document.querySelector("input")?.value === "", "it stayed");
    await page.reload();
    await sees(page, "1 份草稿");
    await expect.poll(() => keys.size).toBe(1);
    expect(await page.getByText("接着上次写的").count()).toBe(0);
    await close();
  });
  test("the last words before the page was closed are in the draft that was left for another", async () => {
    const { server } = await post();
    const { page, close } = await openPage(server.url + PATH, { session: VILLAGER });
    await page.getByLabel("题目").fill("桥边护栏松了");
    await kept(page);
    // As a page leaves it that is closed with the last letter: the words at once, the draft not any more.
    await page.evaluate(() => { const key = Object.keys(localStorage).find((each) => each.startsWith("draft:") && !each.endsWith("#"))!; localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)!), text: "请看看" })); });
    await page.reload();
    await sees(page, "接着上次写的");
    await page.getByRole("button", { name: "另写一份" }).click();
    await page.reload();
    await page.getByRole("button", { name: "1 份草稿" }).click();
    await page.getByRole("button", { name: "接着写" }).click();
    await until(page, () => document.querySelector("input")?.value === "桥边护栏松了", "the draft did not come");
    expect(await page.getByLabel("细说").inputValue()).toBe("请看看");
    await close();
  });
  test("a draft that was sent does not come back to a phone whose page closed with the answer", async () => {
    const { server } = await post();
    const { page, close } = await openPage(server.url + PATH, { session: VILLAGER });
    await write(page, "桥边护栏松了");
    await kept(page);
    // A page that closes with the answer has no time for the disk.
    await page.evaluate(() => {
      const real = IDBObjectStore.prototype.delete;
      IDBObjectStore.prototype.delete = function (key) { if (this.name === "drafts") throw new Error("closed"); return real.call(this, key); };
    });
    await page.getByRole("button", { name: "寄出" }).click();
    await until(page, () => document.querySelector("input")?.value === "", "it was not sent");
    await page.reload();
    await sees(page, "细说");
    await until(page, () => !Object.keys(localStorage).some((each) => each.endsWith("#sent")), "it was never dropped");
    await page.reload();
    await sees(page, "细说");
    expect([await page.getByText("草稿").count(), await page.getByLabel("题目").inputValue()]).toEqual([0, ""]);
    await close();
  });
  test("nobody else on the same phone sees them", async () => {
    const server = await letters.with({});
    const { page, close } = await openPage(server.url + PATH, { session: VILLAGER });
    await write(page, "只有我看");
    await page.evaluate(() => { localStorage.setItem("wecountry.session", JSON.stringify({ person: "p2", name: "李四", whos: {} })); for (const key of Object.keys(localStorage)) if (key.startsWith("draft:")) localStorage.removeItem(key); });
    await page.reload();
    await sees(page, "细说");
    expect([await page.getByLabel("题目").inputValue(), await page.getByText("草稿").count()]).toEqual(["", 0]);
    await close();
  });
  test("what the server would not take any more, because the form has changed, is looked at again", async () => {
    let [status, asked] = [503, 0];
    const server = await letters.with({ [LETTERS]: () => { asked += 1; return { status, body: { type: status === 503 ? "busy" : "unknown-field", status, title: "这一项已经没有了" } }; } });
    const { page, close } = await openPage(server.url + PATH, { session: VILLAGER });
    await write(page, "水渠堵了");
    await page.getByRole("button", { name: "寄出" }).click();
    await sees(page, "只在这部手机上");
    // The badge may stand before the words have gone the first time; the next time is the press.
    await expect.poll(() => asked).toBe(1);
    status = 422;
    await page.getByRole("button", { name: "现在寄" }).click();
    await sees(page, "请再看一遍");
    await page.getByRole("button", { name: "看一看，改一改" }).click();
    await sees(page, "表格改过了，请再看一遍");
    expect(await page.getByLabel("题目").inputValue()).toBe("水渠堵了");
    expect(await page.getByText("没有收下").count()).toBe(0);
    await close();
  });
});

const PROFILE = own("affairs/village-home", "/profile");
const profile = (version: number, zh: string) => ({ version, about: { zh, en: "A village by the river" }, specialities: [], season: null });
const SECRETARY = { person: "p1", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
/** A village's own words, which somebody else changes while they are written. */
const shared = async () => {
  let now = profile(3, "河边的村子");
  const saved: { match: string; zh: string }[] = [];
  const server = await homes.with({
    [`GET ${open("affairs/village-home", "/profile")}`]: () => ({ body: now }),
    [`PUT ${PROFILE}`]: (body: string, headers: Readonly<Record<string, unknown>>) => {
      const match = String(headers["if-match"]);
      if (match !== String(now.version)) return { status: 409, body: { type: "stale-version", status: 409, title: "别人改过了", yourVersion: Number(match), version: now.version } };
      saved.push({ match, zh: (JSON.parse(body) as { about: { zh: string } }).about.zh });
      return { body: now };
    },
  });
  return { server, saved, change: () => { now = profile(4, "山脚下的村子"); } };
};

describe("two who change the same thing", () => {
  for (const [how, button, zh] of [["keeps mine", "用我的", "有老槐树的村子"], ["copies mine into theirs", "把我的加到别人的后面", "山脚下的村子\n有老槐树的村子"]] as const) {
    test(`are shown side by side, and whoever decides ${how}`, async () => {
      const { server, saved, change } = await shared();
      const { page, errors, close } = await openPage(`${server.url}/v/${VILLAGE}/affairs/village-home/edit`, { session: SECRETARY, width: 320, size: "30", height: 568 });
      const field = page.locator("[name=aboutZh]");
      await field.fill("有老槐树的村子");
      change();
      await page.locator("button[type=submit]").click();
      await sees(page, "您写的时候，别人也改了");
      await sees(page, "山脚下的村子");
      expect([await sideways(page), await smallTargets(page), await axe(page)]).toEqual([0, [], []]);
      await page.getByRole("button", { name: button }).click();
      if (how !== "keeps mine") {
        await until(page, () => document.querySelector<HTMLTextAreaElement>("[name=aboutZh]")!.value.includes("山脚下"), "theirs did not come");
        await page.locator("button[type=submit]").click();
      }
      await until(page, () => !location.pathname.endsWith("edit"), "it was not saved");
      expect(saved).toEqual([{ match: "4", zh }]);
      expect(errors).toEqual([]);
      await close();
    });
  }
  test("are shown after the page was closed over a draft, too, in elder mode, and theirs may stand", async () => {
    const { server, saved, change } = await shared();
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}/affairs/village-home/edit`, { session: SECRETARY, mode: "elder", size: "30", width: 320, height: 568 });
    await page.locator("[name=aboutZh]").fill("有老槐树的村子");
    await kept(page);
    change();
    await page.reload();
    await sees(page, "您写的时候，别人也改了");
    expect([await sideways(page), await smallTargets(page, 60)]).toEqual([0, []]);
    await page.getByRole("button", { name: "用别人的" }).click();
    expect(await page.locator("[name=aboutZh]").inputValue()).toBe("山脚下的村子");
    await page.reload();
    await until(page, () => Boolean(document.querySelector("[name=aboutZh]")), "no form");
    expect(await page.getByText("别人也改了").count()).toBe(0);
    expect(saved).toEqual([]);
    await close();
  });
});

describe("a phone whose clock is a day wrong", () => {
  test("says so, and loses nothing", async () => {
    const { server, keys } = await post();
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}`, { session: VILLAGER });
    await page.clock.setSystemTime(Date.now() + 86_400_000);
    await page.reload();
    await sees(page, "这部手机的钟快了1天");
    await page.goto(server.url + PATH);
    await write(page, "桥边护栏松了");
    await page.clock.setSystemTime(Date.now() - 86_400_000);
    await page.reload();
    await sees(page, "接着上次写的");
    expect(await page.getByLabel("题目").inputValue()).toBe("桥边护栏松了");
    await page.getByRole("button", { name: "寄出" }).click();
    await until(page, () => document.querySelector("input")?.value === "", "it stayed");
    await expect.poll(() => keys.size).toBe(1);
    await until(page, () => !document.body.innerText.includes("只在这部手机上"), "it stayed on the phone");
    await close();
  });
});

describe("how I use it", () => {
  test("stands under Me: what pages weigh, pictures, the home screen with this village's own start", async () => {
    const server = await letters.with({});
    const { page, errors, close } = await openPage(`${server.url}/v/${VILLAGE}/me/how`, { session: VILLAGER, width: 320 });
    await sees(page, "放到手机桌面");
    await sees(page, "这一页");
    expect([await sideways(page), await axe(page)]).toEqual([0, []]);
    await page.getByText("只在 Wi-Fi 下显示").click();
    expect(await page.evaluate(() => (JSON.parse(localStorage.getItem("wecountry.prefs")!) as { pictures: string }).pictures)).toBe("wifi");
    const wire = await page.context().newCDPSession(page);
    const { data, errors: wrong } = await wire.send("Page.getAppManifest");
    expect(wrong).toEqual([]);
    expect(JSON.parse(data!)).toMatchObject({ start_url: `${server.url}/v/${VILLAGE}`, display: "standalone" });
    expect(await page.evaluate(async () => (await fetch("/manifest.json")).json())).toMatchObject({ start_url: "/", icons: [{}, { sizes: "192x192" }, { sizes: "512x512" }, { purpose: "maskable" }] });
    expect(errors).toEqual([]);
    await close();
  });
});
