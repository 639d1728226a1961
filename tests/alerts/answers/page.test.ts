import { describe, expect, test } from "vitest";
import { openPage, sees, until } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { HOUSE_PAGE, owes, RUNNING, VILLAGE, WARNING } from "../pages.ts";

const BY_LINK = `/v1/alerts/answers/villages/${VILLAGE}/by-link/k7`;
const said: Record<string, unknown>[] = [];
const take = (body: string) => { const word = JSON.parse(body) as Record<string, unknown>; said.push(word); return { body: { taken: true, fact: word["fact"], people: null, partly: false, afterEnd: false, callNow: null } }; };
const server = servedPages({ [`GET ${BY_LINK}`]: HOUSE_PAGE, [`POST ${BY_LINK}`]: take, [`GET /open/alerts/warnings/villages/${VILLAGE}/running`]: { items: [RUNNING] }, [`GET /v1/alerts/answers/villages/${VILLAGE}/${WARNING}`]: { ...HOUSE_PAGE, state: "helper-coming" } });
const over = servedPages({ [`GET ${BY_LINK}`]: { ...HOUSE_PAGE, over: true }, [`POST ${BY_LINK}`]: take });
const drill = servedPages({ [`GET ${BY_LINK}`]: { ...HOUSE_PAGE, drill: true } });
const link = (): string => `${server.url}/w/${VILLAGE}/k7`;

describe("a house that is warned", () => {
  for (const [language, first] of [["zh", "全家都走了（4人）"], ["en", "All of us left (4)"]] as const) {
    for (const [width, height] of [[360, 740], [320, 568]] as const) {
      test(`sees its first three answers at 30 px on ${width} × ${height}, in ${language}, without signing in`, async () => {
        const seen = await openPage(link(), { language, size: "30", width, height });
        await sees(seen.page, first);
        if (width === 320) await owes(seen);
        const third = (await seen.page.locator(".answers .button").nth(2).boundingBox())!;
        expect(third.y + third.height).toBeLessThanOrEqual(height);
        await seen.close();
      });
    }
  }
  test("is asked for those who are missing when fewer left than sleep there", async () => {
    const seen = await openPage(link());
    await seen.page.getByRole("button", { name: "全家都走了（4人）" }).click();
    await sees(seen.page, "村里已经知道");
    await seen.page.getByRole("button", { name: "少一个" }).click();
    await seen.page.getByRole("button", { name: "改成 3 人" }).click();
    await sees(seen.page, "还差 1 人");
    await owes(seen);
    await expect.poll(() => said.slice(-2).map(({ fact, people }) => ({ fact, people }))).toEqual([{ fact: "left", people: 4 }, { fact: "left", people: 3 }]);
    expect(said.at(-1)!["said"]).toMatch(/^\d{4}-/);
    await seen.close();
  });
  test("that calls for help gets the emergency number first", async () => {
    const seen = await openPage(link(), { theme: "dark" });
    await seen.page.getByRole("button", { name: "要人帮" }).click();
    await sees(seen.page, "求救已经到值班的人那里");
    await owes(seen);
    expect(await seen.page.locator("main a").first().getAttribute("href")).toBe("tel:119");
    await seen.close();
  });
  test("without a network keeps its answer on the phone, says so, and sends it when the network is back", async () => {
    const seen = await openPage(link());
    await sees(seen.page, "全家都走了");
    await seen.page.context().setOffline(true);
    await seen.page.getByRole("button", { name: "有人没走" }).click();
    await sees(seen.page, "只在这部手机上");
    expect(await seen.page.getByText("村里已经知道。").count()).toBe(0);
    await seen.page.context().setOffline(false);
    await sees(seen.page, "村里已经知道");
    expect(said.at(-1)).toMatchObject({ fact: "stayed", people: 3 });
    await seen.page.reload();
    await sees(seen.page, "1人没走");
    await seen.close();
  });
  test("after the end is told so, and can still call for help", async () => {
    const seen = await openPage(`${over.url}/w/${VILLAGE}/k7`, { width: 320, size: "30" });
    await sees(seen.page, "这次预警已经结束");
    await owes(seen);
    expect(await seen.page.getByText("马上离开").count()).toBe(0);
    await seen.page.getByRole("button", { name: "还要人帮" }).click();
    await sees(seen.page, "求救已经到值班的人那里");
    await seen.close();
  });
  test("in a drill reads that it is one", async () => {
    const seen = await openPage(`${drill.url}/w/${VILLAGE}/k7`);
    await sees(seen.page, "全家都走了");
    expect(await seen.page.locator("h1").innerText()).toContain("演练（山洪）");
    await seen.close();
  });
  test("with a link nobody knows finds telephones, and its own way in", async () => {
    const seen = await openPage(`${server.url}/w/${VILLAGE}/zz`, { width: 320, size: "30", mode: "elder" });
    await sees(seen.page, "认不出是哪一家");
    await owes(seen, 60);
    expect(await seen.page.locator("main a").first().getAttribute("href")).toBe("tel:119");
    await seen.close();
  });
  test("that has signed in comes to the one running warning, and reads that somebody is on the way", async () => {
    const seen = await openPage(`${server.url}/v/${VILLAGE}/alerts/answers`, { language: "en" });
    await sees(seen.page, "Somebody has taken your call and is coming");
    await until(seen.page, () => location.pathname.split("/").length === 6, "the address did not name the warning");
    await owes(seen);
    await seen.close();
  });
});
