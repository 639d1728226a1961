import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type Behind, type LocalServer } from "../../../infra/local/server.ts";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler as home } from "../../../functions/affairs/village-home/handlers.ts";
import { forgetEnvironment } from "../../../functions/core/environment.ts";
import { signSession } from "../../../functions/core/token.ts";
import { handler as media } from "../../../functions/platform/media/handlers.ts";
import { builtSite } from "../../core/ask-engines.ts";
import { openPage, sees, until } from "../../core/browser.ts";
import { closePhones } from "../../core/lent-phones.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { VILLAGE } from "../../core/web-sample.ts";

/** The page in a real browser before the real handlers, with a server that goes away and comes back. */
let stack: TestStack;
let folder: string;
let behind: Behind;
let server: LocalServer;
let phone: Awaited<ReturnType<typeof openPage>>;
let page: Page;
const NEW = (): string => `${server.origin}/v/${VILLAGE}/affairs/notices/new`;
const away = (): Promise<void> => server.stop();
const back = async (): Promise<void> => { server = await startServer(Number(new URL(server.origin).port), folder, behind); };

beforeAll(async () => {
  [folder, stack] = await Promise.all([builtSite("cn-village"), openStack([media, notices, home])]);
  await stack.village(VILLAGE);
  const secretary = await stack.person({ village: VILLAGE, name: "王建国", offices: ["office:secretary"] });
  behind = { features: stack.features, phones: null, media: stack.media, ready: true };
  server = await startServer(0, folder, behind);
  process.env["WECOUNTRY_ORIGIN"] = server.origin;
  forgetEnvironment();
  phone = await openPage(`${server.origin}/v/${VILLAGE}`, { worker: true, session: { person: secretary.id, name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } } });
  page = phone.page;
  const token = await signSession({ person: secretary.id, device: "device-of-the-test", village: VILLAGE });
  await page.context().addCookies([["session", token], ["device", "device-of-the-test"]].map(([name, value]) => ({ name: name!, value: value!, url: server.origin })));
  await until(page, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated" && !!navigator.serviceWorker.controller, "the worker never took over");
});
afterAll(async () => {
  await phone.close();
  await Promise.all([closePhones(), server.stop(), stack.stop()]);
});

const photo = async () => ({ name: "../../photo.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) });
const say = async (): Promise<void> => {
  await page.getByRole("button", { name: "不打字，说一段" }).click();
  await until(page, () => Number(/0:(\d\d)/.exec(document.body.innerText)?.[1] ?? 0) >= 2, "it never listened");
  await page.getByRole("button", { name: "说完了" }).click();
  await until(page, () => document.querySelector("audio") !== null, "nothing was heard");
};
const write = async (title: string, voice: boolean): Promise<void> => {
  await page.getByLabel("标题").fill(title);
  if (voice) await say();
  else await page.getByLabel("内容").fill("请看照片。");
  await page.locator("input[type=file]").setInputFiles(await photo());
  await page.getByAltText("第1张照片").waitFor();
  await page.getByRole("button", { name: "存下" }).click();
};
const events = async (name: string): Promise<Record<string, unknown>[]> => (await stack.rows(`V#${VILLAGE}`, "EVENT#")).filter((event) => event["name"] === name);
const rows = (prefix: string) => stack.rows(`V#${VILLAGE}`, `${prefix}#`);
const nothingKept = (): Promise<void> => until(page, () => !document.body.innerText.includes("还没寄到的"), "something stayed on the phone");

test("a notice with a picture and a voice, written while the server is away, says that it is on this phone only, and arrives once, words first", async () => {
  await page.goto(NEW());
  await page.getByLabel("标题").waitFor();
  await away();
  await write("水渠清淤", true);
  await sees(page, "只在这部手机上");
  expect(await rows("NOTICE")).toEqual([]);
  await back();
  await page.getByRole("button", { name: "现在寄" }).click();
  await nothingKept();
  await stack.settle();
  const [[notice, second], [drafted], asked, kept] = [await rows("NOTICE"), await events("affairs/notices/drafted"), await events("platform/media/asked"), await events("platform/media/kept")];
  expect([notice!["title"], notice!["text"], (notice!["media"] as unknown[]).length, second]).toEqual(["水渠清淤", "", 2, undefined]);
  expect([asked.length, kept.length]).toEqual([2, 2]);
  expect(asked.every((each) => String(each["at"]) >= String(drafted!["at"]))).toBe(true);
  expect((await rows("MEDIA")).map(({ kind, state, type }) => [kind, state, type])).toEqual(expect.arrayContaining([["voice", "ready", "audio/webm"], ["photo", "ready", "image/webp"]]));
  await page.goto(`${server.origin}/v/${VILLAGE}/affairs/notices/${String(notice!["id"])}`);
  await until(page, () => (document.querySelector<HTMLImageElement>(".shot img")?.naturalWidth ?? 0) > 100, "the picture is not shown");
  await page.getByRole("button", { name: /^听 0:0/ }).click();
  await until(page, () => (document.querySelector("audio")?.readyState ?? 0) >= 1, "the voice does not play");
});

test("three of them, a reload in between and two tabs that sync at once: each arrives once, and so does each picture", async () => {
  for (const [n, title] of ["一", "二", "三"].entries()) {
    if (n === 0) { await page.goto(NEW()); await page.getByLabel("标题").waitFor(); await away(); } else await page.getByRole("link", { name: "写公告" }).click();
    await write(`公告${title}`, false);
    await sees(page, "还没寄到的");
  }
  await page.reload();
  await sees(page, "公告三");
  expect(await page.getByText("只在这部手机上").count()).toBe(3);
  const other = await page.context().newPage();
  await other.goto(`${server.origin}/v/${VILLAGE}/affairs/notices`);
  await sees(other, "公告三");
  await back();
  await Promise.all([page, other, page].map((tab) => tab.evaluate(() => { dispatchEvent(new Event("online")); document.dispatchEvent(new Event("visibilitychange")); })));
  await other.getByRole("button", { name: "现在寄" }).first().click().catch(() => undefined);
  await nothingKept();
  await stack.settle();
  const notices = (await rows("NOTICE")).filter(({ title }) => String(title).startsWith("公告"));
  expect(notices.map(({ title }) => title).sort()).toEqual(["公告一", "公告三", "公告二"]);
  expect((await events("affairs/notices/drafted")).filter(({ data }) => notices.some(({ id }) => id === (data as { notice: string }).notice))).toHaveLength(3);
  const ids = notices.flatMap((each) => each["media"] as { id: string }[]).map(({ id }) => id);
  expect([new Set(ids).size, (await rows("MEDIA")).filter(({ id, state }) => ids.includes(String(id)) && state === "ready").length]).toEqual([3, 3]);
  expect((await events("platform/media/asked")).filter(({ data }) => ids.includes((data as { media: string }).media))).toHaveLength(3);
  expect(phone.errors).toEqual([]);
});
