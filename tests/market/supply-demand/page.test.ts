import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, refusal, sound, soundInBoth } from "../../platform/pages.ts";

const M = "market/supply-demand";
const at = new Date(Date.now() - 3_600_000).toISOString();
const until = new Date(Date.now() + 86_400_000 * 9).toISOString();
const id = "01JDEA0000000000000000000A";
const EGGS = { id, kind: "sell", state: "open", words: "土鸡蛋，今早捡的", media: [], price: 150, unit: "个", name: "李秀英", group: "3", at, until, version: 1 };
const offer = (kind: string, title: unknown, n: number, note: unknown = null) => ({ thing: `01JDEA000000000000000000${String(n).padStart(2, "0")}`, kind, feature: M, title, where: `${M}/x${n}`, at, until: null, note });
const BOARD = {
  shelves: [{ kind: "lost", count: 6 }], next: null,
  items: [offer("sell", EGGS.words, 1, { zh: "¥1.50 / 个", en: "¥1.50 / 个" }), offer("work", "十月割稻，找四个人换工", 2), offer("event", { zh: "周六晚上放电影", en: "A film on Saturday night" }, 3)],
};
const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager"] } };
const nobody = { mine: false, phone: null, asked: null, asks: 0 };
const server = servedPages({
  ...CALM, [`GET ${open(M)}`]: BOARD, [`GET ${own(M, "/whole")}`]: BOARD, [`GET ${open(M, `/${id}`)}`]: EGGS, [`GET ${own(M, `/${id}/contact`)}`]: nobody, [`POST ${own(M, `/${id}/asks`)}`]: { state: "asked" },
});

describe("the village's board", () => {
  test("mixes what every feature offers, a full kind on its own shelf, readable in the largest letters in both languages", async () => {
    await soundInBoth(`${server.url}${pageAt(M)}`, { zh: "十月割稻", en: "Lost and found (6)" });
  });
  test("lets a guest read a post and ask for the number, which stands nowhere", async () => {
    const seen = await openPage(`${server.url}${pageAt(M, id)}`);
    await sees(seen.page, "¥1.50 / 个");
    await sound(seen);
    await seen.page.getByRole("button", { name: "我想要" }).click();
    await seen.page.getByLabel("跟对方说一句").fill("三十个，明天来拿");
    await seen.page.getByRole("button", { name: "请对方联系我" }).click();
    await expect.poll(() => server.asked).toContain(`POST ${own(M, `/${id}/asks`)}`);
    await seen.close();
  });
  test("asks a villager for what a price is, at its field, and keeps what was written", async () => {
    const { sent, listening } = await server.catching(`POST ${own(M)}`, EGGS);
    const asking = await server.with({ [`POST ${own(M)}`]: refusal(422, "unit-needed", "这个价钱是一斤、一只还是一天？请补上", { field: "unit" }) });
    for (const [site, says] of [[asking, "请补上"], [listening, "李秀英"]] as const) {
      const seen = await openPage(`${site.url}${pageAt(M, "new")}`, { session: SESSION });
      await seen.page.getByLabel("说说是什么").fill("脐橙");
      await seen.page.getByLabel("多少钱").fill("3.5");
      await seen.page.getByLabel("您的电话").fill("13812348000");
      await sound(seen);
      await seen.page.getByRole("button", { name: "贴上去" }).click();
      await sees(seen.page, says);
      await seen.close();
    }
    expect(sent).toMatchObject([{ kind: "sell", words: "脐橙", price: 350, phone: "13812348000", phoneTo: "granted" }]);
  });
});
