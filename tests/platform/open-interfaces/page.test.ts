import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../pages.ts";

const F = "platform/open-interfaces";
const SECRETARY = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const OPERATOR = { person: "p0", name: "唐宁", whos: { region: ["operator"] } };
const KEY = { id: "01JKEY00000000000000000001", name: "县应急局的大屏", office: "office:secretary", scopes: ["affairs/notices"], perDay: 1000, at: "2026-04-01T00:00:00.000Z", until: "2099-07-01T00:00:00.000Z", ended: null, usedToday: 12, last: "2026-05-01T00:00:00.000Z" };
const HOOK = { id: "01JHK000000000000000000001", name: "公告转发", url: "https://hooks.example.org/in", events: ["affairs/notices/published"], state: "paused", failures: 3, at: "2026-04-01T00:00:00.000Z" };
const DOCUMENT = { openapi: "3.1.0", paths: {
  "/open/affairs/notices/villages/{village}/": { get: { tags: ["affairs/notices"], summary: "What is published.", security: [{}] } }, "/v1/platform/open-interfaces/villages/{village}/events": { get: { tags: [F], summary: "What happened.", security: [{ session: [] }, { apiKey: [] }] } },
  "/v1/affairs/households/villages/{village}/mine": { get: { tags: ["affairs/households"], security: [{ session: [] }] } },
} };
const sent: string[] = [];
const take = (body: object) => (said: string) => { sent.push(said);
return { body };
};
const server = servedPages({
  ...CALM, [`GET /open/${F}/region/openapi`]: DOCUMENT, [`GET ${own(F, "/keys")}`]: { items: [KEY], next: null }, [`GET ${own(F, "/scopes")}`]: { items: [{ feature: "affairs/notices", label: { zh: "公告", en: "Notices" }, routes: ["list"] }] },
  [`POST ${own(F, "/keys")}`]: take({ id: KEY.id, key: `${KEY.id}.${"k".repeat(43)}`, until: KEY.until }), [`POST ${own(F, `/keys/${KEY.id}/end`)}`]: take({ done: true }),
  [`GET ${own(F, "/hooks")}`]: { items: [HOOK], next: null }, [`GET ${own(F, `/hooks/${HOOK.id}/deliveries`)}`]: { items: [{ id: "01JDEV00000000000000000001", event: "affairs/notices/published", at: "2026-05-01T00:00:00.000Z", state: "failed", tries: 7, status: 503, why: "refused", lastAt: null }], next: null },
  [`POST ${own(F, `/hooks/${HOOK.id}/test`)}`]: take({ delivery: "01JDEV00000000000000000002" }), [`GET /v1/${F}/region/hosts`]: { hosts: ["hooks.example.org"], version: 1 }, [`PUT /v1/${F}/region/hosts`]: take({ hosts: ["a.example"], version: 2 }),
  [`POST ${own(F, "/hooks")}`]: refusal(422, "address-not-allowed", "这个地址不能用"),
});

describe("anybody", () => {
  test("finds what is open, how keys and signatures work, and the routes as a page to read", async () => {
    const seen = await openPage(`${server.url}${pageAt(F)}`);
    await sees(seen.page, "公告订阅");
    expect(await seen.page.getByText("Open311").count()).toBe(1);
    expect(await seen.page.getByRole("link", { name: "接口密钥" }).count()).toBe(0);
    await sound(seen);
    await seen.page.getByRole("link", { name: "接口清单" }).click();
    await sees(seen.page, "What happened.");
    expect(await seen.page.getByText("affairs/households").count()).toBe(0);
    await sound(seen);
    await seen.close();
  });
  test("reads it in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${pageAt(F)}`, { zh: "公告订阅", en: "Notices as a feed" });
  });
});

describe("an office", () => {
  test("makes a key, which is shown once and then no more", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, "keys")}`, { session: SECRETARY });
    await sees(seen.page, "今天12/1000次");
    await sound(seen);
    await seen.page.getByRole("link", { name: "发一把密钥" }).click();
    await seen.page.getByLabel("给谁用").fill("乡里的网站");
    await seen.page.getByLabel(/^公告/).check();
    await sound(seen);
    await seen.page.getByRole("button", { name: "发一把密钥" }).click();
    await sees(seen.page, "k".repeat(43));
    expect(JSON.parse(sent.at(-1)!)).toEqual({ name: "乡里的网站", office: "office:secretary", scopes: ["affairs/notices"], perDay: 1000, days: 90 });
    expect(await seen.page.evaluate(() => JSON.stringify(localStorage))).not.toContain("kkkkkkkk");
    await sound(seen);
    await seen.page.getByRole("link", { name: "已经抄好" }).click();
    await sees(seen.page, "县应急局的大屏");
    expect(await seen.page.getByText("k".repeat(43)).count()).toBe(0);
    await seen.page.getByRole("button", { name: "停用" }).click();
    await seen.page.getByRole("button", { name: "停用" }).first().click();
    await sees(seen.page, "已停用");
    await seen.close();
  });
  test("sees why a webhook stands still, and sends a test", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, "hooks", HOOK.id)}`, { session: SECRETARY });
    await sees(seen.page, "对方没有收下");
    await sound(seen);
    await seen.page.getByRole("button", { name: "试发一次" }).click();
    await sees(seen.page, "已经试发");
    expect(server.asked).toContain(`POST ${own(F, `/hooks/${HOOK.id}/test`)}`);
    await seen.close();
  });
  test("is told when an address is not allowed", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, "hooks", "new")}`, { session: SECRETARY });
    await sees(seen.page, "可以推送到：hooks.example.org");
    await seen.page.getByLabel("给谁用").fill("x");
    await seen.page.getByLabel("对方的地址").fill("https://10.0.0.1/");
    await sound(seen);
    await seen.page.getByRole("button", { name: "登记一个地址" }).click();
    await sees(seen.page, "这个地址不能用");
    await seen.close();
  });
});

test("the operator says where webhooks may go", async () => {
  const seen = await openPage(`${server.url}/r/${F}`, { session: OPERATOR });
  await seen.page.getByLabel("主机名").fill("a.example\nb.example");
  await sound(seen);
  await seen.page.getByRole("button", { name: "存下" }).click();
  await sees(seen.page, "存好了");
  expect(JSON.parse(sent.at(-1)!)).toEqual({ hosts: ["a.example", "b.example"] });
  await seen.close();
});
