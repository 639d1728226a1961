import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../pages.ts";

const A = "platform/adoption";
const AREA = "431228";
const HEAD = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const DIRECTOR = { person: "p3", name: "田主任", whos: { [AREA]: ["county:director"] } };
const people = { people: 12, asking: null, answering: 6, guests: 0 };
const acts = { published: 37, asked: 9, answered: 10, known: 41 };
const summary = { village: VILLAGE, names: { zh: "青山村", en: "Qingshan" }, residents: 400, since: "2026-01-01", day: "2026-04-30", week: people, before: { ...people, people: 9 }, month: { ...acts, published: 185 }, perAnswer: 18.5 };
const SEEN = { ...summary, days: [{ day: "2026-04-30", ...people, ...acts }, { day: "2026-04-29", ...people, ...acts }], unused: [{ feature: "circle/guestbook", label: { zh: "客人留言", en: "Guest book" }, since: "2026-01-10" }], maySwitchOff: true };
const FACTS = { id: VILLAGE, names: summary.names, residents: 400, households: 100, languages: ["zh", "en"], helpPhone: "", off: ["affairs/houses"], doors: ["circle/guestbook", "affairs/notices"] };
const ARRANGE = own("platform/villages", "/functions");
const arranged: unknown[] = [];
const ANSWERS: Answers = {
  ...CALM, [`GET ${own(A)}`]: SEEN, [`GET ${open("platform/villages", "/facts")}`]: FACTS, [`PUT ${ARRANGE}`]: (body: string) => { arranged.push(JSON.parse(body)); return { status: 200, body: { done: true } }; },
  [`POST ${own(A, "/keep")}`]: { done: true }, [`GET /v1/${A}/areas/${AREA}/villages`]: { items: [summary, { ...summary, village: "431228103206", names: { zh: "河口村", en: "Hekou" }, day: null }], next: null },
};
const site = servedPages(ANSWERS);
const at = (server: { readonly url: string } = site): string => `${server.url}${pageAt(A)}`;

describe("how it is used", () => {
  test("shows the week, how much is published for an answer, and no number under five", async () => {
    const seen = await openPage(at(), { session: HEAD });
    await sees(seen.page, "每答复一件，发布了18.5件");
    await sees(seen.page, "不到5");
    await sound(seen);
    await seen.close();
  });
  test("puts away what nobody uses with one tap, with its door, and back again", async () => {
    const seen = await openPage(at(), { session: HEAD });
    await seen.page.getByRole("button", { name: "收起来", exact: true }).click();
    await sees(seen.page, "“客人留言”收起来了");
    expect(arranged.at(-1)).toEqual({ off: ["affairs/houses", "circle/guestbook"], doors: ["affairs/notices"] });
    await seen.page.locator(".card.good button").click();
    await sees(seen.page, "先留着");
    expect(arranged.at(-1)).toEqual({ off: ["affairs/houses"], doors: ["circle/guestbook", "affairs/notices"] });
    await seen.page.getByRole("button", { name: "先留着", exact: true }).click();
    await sees(seen.page, "九十天里不再问");
    expect(site.asked).toContain(`POST ${own(A, "/keep")}`);
    await seen.close();
  });
  test("says in a village that has just begun when there will be something to see", async () => {
    const fresh = await site.with({ [`GET ${own(A)}`]: { ...SEEN, day: null, days: [], unused: [] } });
    const seen = await openPage(at(fresh), { session: HEAD });
    await sees(seen.page, "明天早上来看");
    await sees(seen.page, "没有放着不用的功能");
    expect(await seen.page.locator("table").count()).toBe(0);
    await seen.close();
  });
  test("shows a county its villages, each compared with itself", async () => {
    const seen = await openPage(`${site.url}/a/${AREA}/${A}`, { session: DIRECTOR });
    await sees(seen.page, "平均一天12人用");
    await sees(seen.page, "刚开始数");
    await sound(seen);
    await seen.close();
  });
  test("is readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(at(), { zh: "最近四周", en: "The last four weeks" }, { session: HEAD });
  });
});
