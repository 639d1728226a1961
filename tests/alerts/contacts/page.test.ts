import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { ANSWERS, BOOK, HOUSE, OFFICER, SESSION } from "../../affairs/households/page-sample.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../../platform/pages.ts";

const NUMBERS = pageAt("alerts/contacts");
const route = (path: string): string => own("alerts/contacts", path);

const server = servedPages(ANSWERS);

describe("a household's numbers", () => {
  test("are put into another order, and nothing is sent before they are kept", async () => {
    const sent: { entries: { phone: string }[] }[] = [];
    const listening = await server.with({ [`PUT ${route("/mine")}`]: (body: string) => { sent.push(JSON.parse(body) as (typeof sent)[number]); return { body: { ...BOOK, version: 3 } }; } });
    const seen = await openPage(`${listening.url}${NUMBERS}`, { session: SESSION });
    await sees(seen.page, "138 0000 1001");
    await sound(seen);
    await seen.page.getByRole("button", { name: "先打这个" }).click();
    expect(sent).toEqual([]);
    await seen.page.getByRole("button", { name: "存下" }).click();
    await sees(seen.page, "存好了");
    expect(sent[0]!.entries.map(({ phone }) => phone)).toEqual(["+8613800001002", "+8613800001001"]);
    await seen.close();
  });
  test("are readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${NUMBERS}`, { zh: "添一个号码", en: "Add a number" }, { session: SESSION });
  });
  test("say where nothing arrives, and are confirmed once a year with one press", async () => {
    const { page, close } = await openPage(`${server.url}${NUMBERS}`, { session: SESSION });
    await sees(page, "打不通，请改号码");
    await page.getByRole("button", { name: "都对" }).click();
    await expect.poll(() => server.asked.includes(`POST ${route("/mine/checked")}`)).toBe(true);
    await close();
  });
  test("\"send less\" says that mortal danger still comes", async () => {
    const { page, close } = await openPage(`${server.url}${NUMBERS}`, { session: SESSION });
    await page.getByRole("button", { name: "以后少发" }).first().click();
    await sees(page, "有生命危险的警报还会发给您");
    expect(await page.getByRole("button", { name: "恢复都发" }).count()).toBe(1);
    await close();
  });
  test("a number that is none is said at its line", async () => {
    const strict = await server.with({ [`PUT ${route("/mine")}`]: refusal(422, "wrong-field", "手机号不对", { field: "entries.2.phone" }) });
    const seen = await openPage(`${strict.url}${NUMBERS}`, { session: SESSION });
    await seen.page.getByRole("button", { name: "添一个号码" }).click();
    await seen.page.getByLabel("手机号").fill("123");
    await seen.page.getByRole("button", { name: "存下" }).click();
    await sees(seen.page, "手机号不对");
    expect(await seen.page.getByLabel("手机号").getAttribute("aria-invalid")).toBe("true");
    await sound(seen);
    await seen.close();
  });
});

test("an office finds numbers to ask about at the door, with their middle hidden", async () => {
  const seen = await openPage(`${server.url}${NUMBERS}/dead`, { session: OFFICER });
  await seen.page.getByRole("link", { name: /一组 7/ }).click();
  await sees(seen.page, "138****1001");
  await sound(seen);
  expect(new URL(seen.page.url()).pathname).toBe(`${NUMBERS}/${HOUSE}`);
  await seen.close();
});
