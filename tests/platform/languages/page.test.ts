import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, refusal, sound, soundInBoth } from "../pages.ts";

const P = "platform/languages";
const HMN = { code: "hmn", name: "Hmoob", done: 2, of: 900, at: null };
const TRANSLATOR = { person: "p1", name: "杨阿朵", whos: { [VILLAGE]: ["villager", "office:translator"] } };
const ANSWERS = {
  ...CALM, [`GET ${open(P)}`]: { items: [HMN] }, [`GET ${own(P, "/hmn/missing")}`]: { items: [{ page: "core", key: "tab.home", zh: "首页", en: "Home" }], next: null },
  [`PUT ${own(P, "/hmn/words")}`]: (body: string) => (body.includes("tab.nothing") ? refusal(422, "words-not-right", "有1处不对，一句也没收", { detail: { count: 1, problems: [{ page: "core", key: "tab.nothing", why: "unknown-key", holes: [] }] } })() : { body: { kept: 1, done: 3, of: 900 } }),
};
const server = servedPages(ANSWERS);
const file = (words: object) => ({ name: "hmn.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(words)) });

test("a translator sees what is missing, brings a file, and is told which sentence nobody knows", async () => {
  const seen = await openPage(`${server.url}${pageAt(P, "hmn")}`, { session: TRANSLATOR });
  await sees(seen.page, "core · tab.home");
  await sound(seen);
  const input = seen.page.locator("input[type=file]");
  await input.setInputFiles(file({ core: { "tab.nothing": "x" } }));
  await sees(seen.page, "文件里有1页、1句");
  await seen.page.getByRole("button", { name: "交上去" }).click();
  await sees(seen.page, "没有这句话：core tab.nothing");
  await input.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("[1]") });
  await sees(seen.page, "这个文件读不了");
  await input.setInputFiles(file({ core: { "tab.home": "Tsev" } }));
  await seen.page.getByRole("button", { name: "交上去" }).click();
  await sees(seen.page, "现在译好3句");
  await seen.close();
});
test("everybody reads which languages there are; nobody else is offered to change them", async () => {
  await soundInBoth(`${server.url}${pageAt(P)}`, { zh: "Hmoob", en: "2 of 900 sentences" });
  const { page, close } = await openPage(`${server.url}${pageAt(P, "hmn")}`);
  await sees(page, "别的语言");
  expect(await page.locator("input[type=file]").count()).toBe(0);
  await close();
});
