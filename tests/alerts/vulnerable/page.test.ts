import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";
import { ANSWERS, HOUSE, OFFICER, SESSION } from "./page-sample.ts";

const V = "alerts/vulnerable";
const PAGE = pageAt(V);
const server = servedPages(ANSWERS);

test("a household reads why, and says with one press that neighbours may know", async () => {
  const { sent, listening } = await server.catching(`POST ${own(V, "/mine/consent")}`, {});
  const seen = await openPage(`${listening.url}${PAGE}`, { session: SESSION });
  await sees(seen.page, "为什么要有人来：独居、没有手机");
  await sound(seen);
  await seen.page.getByRole("button", { name: "同意，请人来帮" }).click();
  await expect.poll(() => sent).toEqual([{ given: true }]);
  await seen.close();
});
test("a buddy who has only been asked sees the door and no reason; one who said yes sees both", async () => {
  const { page, close } = await openPage(`${server.url}${PAGE}`, { session: SESSION });
  await sees(page, "起警报时，您能到这家去扶人吗？");
  expect(await page.getByText("卧床、听不见").count()).toBe(1);
  await page.getByRole("button", { name: "我来" }).click();
  await expect.poll(() => server.asked).toContain(`POST ${own(V, "/01JBDD00000000000000000001/accept")}`);
  await close();
});
test("is readable in the largest letters on the narrowest phone", async () => {
  await soundInBoth(`${server.url}${PAGE}`, { zh: "我帮的人家", en: "Households I come for" }, { session: SESSION });
});
test("an office sees whom nobody would come for, and asks the next door in the place of who is away", async () => {
  const { sent, listening } = await server.catching(`POST ${own(V, `/${HOUSE}/buddies`)}`, ANSWERS[`GET ${own(V, `/${HOUSE}`)}`]);
  const seen = await openPage(`${listening.url}${PAGE}/all`, { session: OFFICER });
  await sees(seen.page, "1 户高危人家身边没有帮手，现在是汛期");
  await sound(seen);
  await seen.page.getByRole("link", { name: /2组 9号/ }).click();
  await sees(seen.page, "不在村里，请换人");
  await sound(seen);
  await seen.page.getByRole("button", { name: "换一位" }).click();
  await sees(seen.page, "请一位来接替 王德明");
  await seen.page.getByRole("button", { name: "请 邓长根" }).click();
  await expect.poll(() => sent).toEqual([{ person: "c1", instead: "b1" }]);
  await seen.close();
});
