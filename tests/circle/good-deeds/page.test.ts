import { describe, expect, test } from "vitest";
import { openPage } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "circle/good-deeds";
const session = { person: "p1", name: "周木匠", whos: { [VILLAGE]: ["villager"] } };
const officer = { person: "p2", name: "陈书记", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const DEED = { id: "01JDED000000000000000000AA", name: "周木匠", words: "下大雨把王奶奶背回家", media: [], by: "王婶", at: "2026-05-01T00:00:00.000Z", state: "shown", reason: null, mine: false, aboutMe: true, version: 1 };
const CHILD = { ...DEED, id: "01JDED000000000000000000AB", name: "周小满", words: "捡到钱包送回来", state: "held", aboutMe: false };
const server = servedPages({
  ...CALM, [`GET ${own(F)}`]: { items: [CHILD, DEED], next: null }, [`GET ${own(F, "/month")}`]: { items: [DEED], next: null }, [`GET ${own(F, `/${DEED.id}`)}`]: DEED, [`GET ${own(F, `/${CHILD.id}`)}`]: CHILD,
  [`POST ${own(F, `/${DEED.id}/decline`)}`]: { ...DEED, state: "declined", words: "" }, [`POST ${own(F, `/${CHILD.id}/agree`)}`]: { ...CHILD, state: "shown" },
});

describe("good deeds", () => {
  test("are told in the largest letters, each with who told it", async () => {
    await soundInBoth(`${server.url}${pageAt(F)}`, { zh: "王婶写的", en: "told by 王婶" }, { session });
  });
  test("who was thanked would rather not be named: asked once more, then it is done", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, DEED.id)}`, { session });
    await seen.page.getByRole("button", { name: "不要放我的名字" }).click();
    await sound(seen);
    await seen.page.getByRole("group").getByRole("button", { name: "不要放我的名字" }).click();
    await expect.poll(() => server.asked).toContain(`POST ${own(F, `/${DEED.id}/decline`)}`);
    await seen.close();
  });
  test("an office lets a child be named", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, CHILD.id)}`, { session: officer });
    await seen.page.getByRole("button", { name: "同意放出来" }).click();
    await expect.poll(() => server.asked).toContain(`POST ${own(F, `/${CHILD.id}/agree`)}`);
    await seen.close();
  });
});
