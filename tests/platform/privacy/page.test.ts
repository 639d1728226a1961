import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../pages.ts";

const F = "platform/privacy";
const PAGE = pageAt(F);
const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
const OFFICER = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "household", "office:secretary"] } };
const look = (what: string, purpose: string, note = "") => ({ id: `01JLKK0000000000000000000${what.length}`, at: "2026-04-29T02:00:00.000Z", office: "office:grid-worker", name: "李大姐", purpose, note, what });
const consent = (purpose: string, holds: boolean, said = false) => ({ purpose, holds, said, history: said ? [{ given: holds, at: "2026-04-29T02:00:00.000Z", how: "paper", office: "office:secretary", proof: "5月3日签的纸" }] : [] });
const ITEMS = [consent("own-matters", true), consent("digest", true, true), consent("market", false), consent("survey", false), consent("picture", false)];
const ANSWERS = {
  ...CALM, [`GET ${own(F, "/looks")}`]: { items: [look("phones", "warning"), look("file", "other", "发米")], next: null }, [`GET ${own(F, "/consents")}`]: { items: ITEMS },
  [`GET ${open(F, "/kept")}`]: { looks: 1095 * 86_400_000, items: [{ feature: "affairs/households", ends: [{ kind: "LOOK", after: 1095 * 86_400_000 }], stays: ["HH"] }, { feature: "alerts/answers", ends: [{ kind: "UNPLACED", after: 90 * 86_400_000 }], stays: [] }] },
};

const server = servedPages(ANSWERS);

test("a villager reads who looked, at what and what for, in the largest letters on the narrowest phone too", async () => {
  const { page, close } = await openPage(`${server.url}${PAGE}`, { session: SESSION });
  await sees(page, "网格员 李大姐");
  await sees(page, "看了电话");
  await sees(page, "发米");
  await sees(page, "留 3 年");
  await close();
  await soundInBoth(`${server.url}${PAGE}`, { zh: "看了电话", en: "saw the phone numbers" }, { session: SESSION });
});
test("one press takes an agreement back, and says so", async () => {
  const { sent, listening } = await server.catching(`PUT ${own(F, "/consents/digest")}`, consent("digest", false, true));
  const seen = await openPage(`${listening.url}${PAGE}/consents`, { session: SESSION });
  await sees(seen.page, "5月3日签的纸");
  await sound(seen);
  const card = seen.page.getByRole("article").filter({ hasText: "每天一条村里的消息" });
  await card.getByRole("button", { name: "不同意" }).click();
  await expect.poll(() => card.getByRole("status").innerText()).toBe("现在：不同意");
  expect(sent).toEqual([{ given: false }]);
  await seen.close();
});
test("in elder mode one question stands on the page", async () => {
  const seen = await openPage(`${server.url}${PAGE}/consents`, { session: SESSION, mode: "elder", size: "30", width: 320, height: 568 });
  await sees(seen.page, "第 1 个，一共 5 个");
  expect(await seen.page.getByRole("article").count()).toBe(1);
  await seen.page.getByRole("button", { name: "下一个" }).click();
  await sees(seen.page, "第 2 个，一共 5 个");
  await sound(seen, 60);
  await seen.close();
});
test("an office writes down what somebody without a phone said, with what proves it", async () => {
  const { sent, listening } = await server.catching(`PUT ${own(F, "/people/p9/consents/own-matters")}`, consent("own-matters", false, true));
  const seen = await openPage(`${listening.url}${PAGE}/for/p9`, { session: OFFICER });
  await seen.page.getByText("不同意", { exact: true }).click();
  await seen.page.getByLabel("凭什么").fill("5月3日签的纸");
  await sound(seen);
  await seen.page.getByRole("button", { name: "记下" }).click();
  await sees(seen.page, "记下了");
  expect(sent).toEqual([{ given: false, how: "paper", proof: "5月3日签的纸" }]);
  await seen.close();
});
test("anybody reads how long what is kept, without signing in", async () => {
  const seen = await openPage(`${server.url}${PAGE}/kept`);
  await sees(seen.page, "90天后删掉");
  await sees(seen.page, "3年后删掉");
  await sound(seen);
  await seen.close();
});
