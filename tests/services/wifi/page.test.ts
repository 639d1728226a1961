import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const W = "services/wifi";
const ID = "01JWFY00000000000000000001";
const point = { id: ID, name: "QS-free", where: "村委会门口", key: "888888", state: "works", works: 4, broken: 1, last: null, version: 1 };
const server = servedPages({ ...CALM, [`GET ${open(W)}`]: { items: [point], next: null } });

test("whoever stands at a point says in one press that it does not work", async () => {
  const { sent, listening } = await server.catching(`POST ${own(W, `/${ID}/tap`)}`, { ...point, state: "broken", broken: 3 });
  const seen = await openPage(`${listening.url}${pageAt(W)}`, {});
  await sees(seen.page, "今天4人说能用，1人说连不上");
  await sound(seen);
  await seen.page.getByRole("button", { name: "连不上" }).click();
  await sees(seen.page, "坏了，正在找人修");
  expect(sent).toEqual([{ works: false }]);
  await seen.close();
});
test("the office reads the list in the largest letters on the narrowest phone, and adds to it", async () => {
  await soundInBoth(`${server.url}${pageAt(W)}`, { zh: "去设置", en: "To the settings" }, { session: { person: "p1", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } } });
});
