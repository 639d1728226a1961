import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { own, pageAt, sound, soundInBoth } from "../pages.ts";
import { ANSWERS, GIVING, OFFICER, SESSION } from "../villages/page-sample.ts";

const POSTS = pageAt("platform/offices");
const route = (path: string): string => own("platform/offices", path);

const server = servedPages(ANSWERS);

describe("who holds which post", () => {
  test("is read by everybody, vacant posts too, with a number to call", async () => {
    const seen = await openPage(`${server.url}${POSTS}`, { session: SESSION });
    await sees(seen.page, "空缺");
    await sound(seen);
    expect(await seen.page.getByRole("link", { name: "打村里电话" }).getAttribute("href")).toBe("tel:0737-1234567");
    expect(await seen.page.getByRole("button", { name: /卸任/ }).count()).toBe(0);
    await seen.close();
  });
  test("is readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${POSTS}`, { zh: "由一人决定", en: "decided by one" });
  });
});

describe("who may give posts", () => {
  test("confirms what another asked for", async () => {
    const seen = await openPage(`${server.url}${POSTS}`, { session: OFFICER });
    await sees(seen.page, "请陈大夫担任村医");
    await sound(seen);
    await seen.page.getByRole("button", { name: "确认" }).click();
    await expect.poll(() => server.asked.includes(`POST ${route(`/${GIVING.id}/confirm`)}`)).toBe(true);
    await seen.close();
  });
  test("gives a post to somebody on the roll and learns that another person confirms", async () => {
    const { sent, listening } = await server.catching(`POST ${route("/doctor/holders")}`, { state: "asked", giving: GIVING.id, person: "p6", alone: false });
    const seen = await openPage(`${listening.url}${POSTS}/give/doctor`, { session: OFFICER });
    await seen.page.getByLabel("姓名").fill("陈");
    await seen.page.getByText("陈大夫").click();
    await sound(seen);
    await seen.page.getByRole("button", { name: "请他担任" }).click();
    await sees(seen.page, "等另一个人确认");
    expect(sent).toEqual([{ person: "p6" }]);
    await seen.close();
  });
  test("ends a post only with a reason", async () => {
    const { page, close } = await openPage(`${server.url}${POSTS}`, { session: OFFICER });
    await page.getByRole("button", { name: "请李会计卸任？" }).click();
    await page.getByRole("button", { name: "结束这个岗位" }).click();
    await sees(page, "这里要填一下");
    expect(server.asked).not.toContain(`POST ${route("/accountant/end")}`);
    await page.getByLabel("为什么结束").fill("任期到了");
    await page.getByRole("button", { name: "结束这个岗位" }).click();
    await sees(page, "已经卸任");
    await close();
  });
});
