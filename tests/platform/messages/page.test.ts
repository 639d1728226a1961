import { expect, test } from "vitest";
import { openPage, sees, until } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, refusal, sound, soundInBoth } from "../pages.ts";

interface ServiceWorkerGlobal { registration: { showNotification: (...asked: unknown[]) => Promise<void> } }
const F = "platform/messages";
const PAGE = pageAt(F);
const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
const OFFICER = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:grid-worker"] } };
const line = (n: number, zh: string, read = false) => ({ id: `01JTELL000000000000000000${n}`, text: { zh, en: `Line ${n}` }, where: "affairs/households", feature: "affairs/households", at: "2026-04-29T02:00:00.000Z", read });
const WISHES = { atOnce: true, digest: true, hour: 19, push: true, sms: false, quiet: null, language: "zh" };
const HOUSE = "01JHSE00000000000000000000";
const DOOR = { household: HOUSE, id: line(9, "").id, no: "12", group: "1", text: { zh: "您家档案的更正已经改好了。", en: "The correction is made." }, at: "2026-04-29T02:00:00.000Z" };
const ANSWERS = {
  ...CALM, [`GET ${own(F)}`]: { items: [line(1, "您家档案的更正已经改好了。"), line(2, "村里认了您是本村村民。", true)], next: null }, [`GET ${own(F, "/digest")}`]: { day: "2026-04-29", items: [line(3, "公告：明早停水")] },
  [`GET ${own(F, "/wishes")}`]: WISHES, [`GET ${own(F, "/device")}`]: { items: [line(4, "村里有人答了您的留言。")], next: null }, [`GET ${own(F, "/door")}`]: { items: [DOOR], next: null },
  [`GET ${own(F, `/households/${HOUSE}`)}`]: { household: HOUSE, no: "12", way: "door", chosen: false, phone: false }, [`GET ${open(F, "/push-key")}`]: { key: "B".repeat(87) },
};

const server = servedPages(ANSWERS);

test("a villager sees what is new, and puts it behind them with one press", async () => {
  const { sent, listening } = await server.catching(`POST ${own(F, "/read")}`, { done: true });
  const seen = await openPage(`${listening.url}${PAGE}`, { session: SESSION });
  await sees(seen.page, "您家档案的更正已经改好了。");
  expect(await seen.page.getByText("新", { exact: true }).count()).toBe(2);
  await sound(seen);
  await seen.page.getByRole("button", { name: "都看过了" }).first().click();
  await expect.poll(() => sent).toEqual([{ to: "me", ids: [line(1, "").id] }]);
  await seen.close();
  await soundInBoth(`${server.url}${PAGE}`, { zh: "您家档案的更正已经改好了。", en: "Line 1" }, { session: SESSION });
});
test("a guest sees on their own phone that the greeting was answered", async () => {
  const seen = await openPage(`${server.url}${PAGE}`);
  await sees(seen.page, "村里有人答了您的留言。");
  expect(await seen.page.getByText("怎么告诉我").count()).toBe(0);
  await seen.close();
});
test("the last digest can be read through", async () => {
  const seen = await openPage(`${server.url}${PAGE}/digest`, { session: SESSION });
  await sees(seen.page, "公告：明早停水");
  await sound(seen);
  await seen.close();
});
test("how I am told is chosen on one page, and kept at a press", async () => {
  const { sent, listening } = await server.catching(`PUT ${own(F, "/wishes")}`, WISHES);
  const seen = await openPage(`${listening.url}${PAGE}/how`, { session: SESSION });
  await sees(seen.page, "每天几点 19点");
  await seen.page.getByRole("button", { name: "早一小时" }).click();
  await seen.page.getByText("我自己定", { exact: true }).click();
  await sees(seen.page, "从几点 22点");
  await sound(seen);
  await seen.page.getByRole("button", { name: "就这样" }).click();
  await sees(seen.page, "记下了。");
  expect(sent).toEqual([{ ...WISHES, hour: 18, quiet: { from: 22, to: 6 } }]);
  await seen.close();
});
test("in elder mode one question stands on the page, in the largest letters on the narrowest phone too", async () => {
  const seen = await openPage(`${server.url}${PAGE}/how`, { session: SESSION, mode: "elder", size: "30", width: 320, height: 568 });
  await sees(seen.page, "第 1 个，一共 6 个");
  expect(await seen.page.getByRole("group").count()).toBe(0);
  await seen.page.getByRole("button", { name: "下一个" }).click();
  await sees(seen.page, "第 2 个，一共 6 个");
  expect(await seen.page.getByRole("group").count()).toBe(1);
  await sound(seen, 60);
  await seen.close();
});
test("a cadre says it at the door, and chooses with the house how it is told", async () => {
  const { sent, listening } = await server.catching(`POST ${own(F, `/door/${HOUSE}/${DOOR.id}`)}`, { done: true });
  const seen = await openPage(`${listening.url}${PAGE}/door`, { session: OFFICER });
  await sees(seen.page, "您家档案的更正已经改好了。");
  await sound(seen);
  await seen.page.getByRole("button", { name: "说到了" }).click();
  await sees(seen.page, "记下了");
  expect(sent.length).toBe(1);
  await seen.close();
  const refusing = await server.with({ [`PUT ${own(F, `/households/${HOUSE}`)}`]: refusal(409, "no-number", "这家没有能发短信的号码") });
  const house = await openPage(`${refusing.url}${PAGE}/house/${HOUSE}`, { session: OFFICER });
  await house.page.getByText("发短信", { exact: true }).click();
  await sees(house.page, "这家没有能发短信的号码");
  await sound(house);
  await house.close();
});
test("what a push brings is shown by the worker as it says, and leads where it says", async () => {
  const { page, close } = await openPage(`${server.url}/v/${VILLAGE}`, { worker: true, session: SESSION });
  await until(page, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated", "the worker never took over");
  const [worker] = page.context().serviceWorkers();
  // This browser has no place to show notifications: what the worker asks it to show is caught there.
  await worker!.evaluate(() => { Object.assign(self, { shown: [] as unknown[] }); (self as unknown as ServiceWorkerGlobal).registration.showNotification = async (...asked: unknown[]) => { (self as unknown as { shown: unknown[] }).shown.push(asked); }; });
  const line_ = await page.context().newCDPSession(page);
  const registration = new Promise<string>((known) => { line_.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => { const mine = registrations.find((each) => each.scopeURL.startsWith(server.url)); if (mine) known(mine.registrationId); }); });
  await line_.send("ServiceWorker.enable");
  await line_.send("ServiceWorker.deliverPushMessage", { origin: server.url, registrationId: await registration, data: JSON.stringify({ t: "青山村：有事找您", u: PAGE }) });
  await expect.poll(() => worker!.evaluate(() => (self as unknown as { shown: unknown[] }).shown)).toEqual([["青山村：有事找您", { data: PAGE, tag: PAGE, icon: "/icon.svg" }]]);
  await close();
});
