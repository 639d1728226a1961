import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "services/phone-book";
const DOCTOR = { id: "01JQZX0000000000000000D0CT", kind: "doctor", name: "村医 老周", number: "138 1234 8000", note: "晚上也接", checkedAt: "2026-01-01T02:00:00.000Z", stale: true, flags: 2, version: 1 };
const LIST = { items: [DOCTOR, { ...DOCTOR, id: "01JQZX00000000000000000BVS", kind: "bus", name: "进城班车", number: "0745-2621234", stale: false, flags: 0 }], next: null };
const server = servedPages({ ...CALM, [`GET ${open(F)}`]: LIST });

test("anybody calls with one press, in the largest letters and both languages", async () => {
  await soundInBoth(`${server.url}${pageAt(F)}`, { zh: "打给村医 老周", en: "Call 村医 老周" });
});
test("a villager says that a number is wrong; what is old or doubted is marked", async () => {
  const { sent, listening } = await server.catching(`POST ${own(F, `/${DOCTOR.id}/flag`)}`, { ...DOCTOR, flags: 3 });
  const seen = await openPage(`${listening.url}${pageAt(F)}`, { session: { person: "p", name: "李", whos: { [VILLAGE]: ["villager"] } }, width: 320 });
  await sees(seen.page, "三个月没核对了");
  expect(await seen.page.getByRole("link", { name: "打给村医 老周" }).getAttribute("href")).toBe("tel:13812348000");
  await seen.page.getByRole("button", { name: "号码不对" }).first().click();
  await seen.page.getByRole("button", { name: "打不通" }).click();
  await sees(seen.page, "村里会去核对");
  await sound(seen);
  expect(sent).toEqual([{ why: "no-answer" }]);
  await seen.close();
});
test("prints on a card for the pocket that names each number", async () => {
  const seen = await openPage(`${server.url}${pageAt(F, "pocket")}`);
  await sees(seen.page, "打印口袋小卡");
  await sound(seen);
  await seen.page.emulateMedia({ media: "print" });
  expect(await seen.page.locator("table.pocket").innerText()).toContain("138 1234 8000");
  expect((await seen.page.locator("table.pocket").boundingBox())!.width).toBeLessThanOrEqual(330);
  await seen.close();
});
