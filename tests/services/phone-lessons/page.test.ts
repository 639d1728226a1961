import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const L = "services/phone-lessons";
const ID = "01JLSN00000000000000000001";
const AT = "2026-06-10T08:00:00.000Z";
const SESSION = { person: "p1", name: "邓小敏", whos: { [VILLAGE]: ["villager"] } };
const lesson = { id: ID, state: "matched", learner: "周福生", group: "2", house: "9", volunteer: "邓小敏", consent: true, wish: "想看孙子的照片", media: [], skills: [{ skill: "open", at: AT }], at: AT, as: "volunteer", version: 2 };
const server = servedPages({ ...CALM, [`GET ${own(L, "/mine")}`]: { lessons: [lesson], volunteer: "checked", keeper: false }, [`GET ${own(L, `/${ID}`)}`]: lesson });

test("phone lessons are readable in the largest letters on the narrowest phone", async () => {
  await soundInBoth(`${server.url}${pageAt(L)}`, { zh: "您可以教。看看谁在等。", en: "You may teach. See who waits." }, { session: SESSION });
});
test("a volunteer ticks what was learnt; what was ticked before stays", async () => {
  const { sent, listening } = await server.catching(`POST ${own(L, `/${ID}/teach`)}`, { ...lesson, state: "taught" });
  const seen = await openPage(`${listening.url}${pageAt(L, ID)}`, { session: SESSION });
  await sees(seen.page, "想看孙子的照片");
  await sound(seen);
  expect(await seen.page.getByLabel("打开村里的页面").isDisabled()).toBe(true);
  await seen.page.getByLabel("回复预警").check();
  await seen.page.getByRole("button", { name: "学会了这些" }).click();
  await expect.poll(() => sent).toEqual([{ skills: ["answer"] }]);
  await seen.close();
});
