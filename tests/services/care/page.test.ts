import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const C = "services/care";
const MOTHER = "01JELD00000000000000000001";
const SESSION = { person: MOTHER, name: "李桂花", whos: { [VILLAGE]: ["villager"] } };
const care = (over: object) => ({
  person: MOTHER, name: "李桂花", by: "10:00", today: "silent", pausedUntil: null, seen: { at: "2026-06-09T01:00:00.000Z", how: "tap" }, as: "family", away: false, version: 3,
  circle: [{ id: "01JC0000000000000000000001", kind: "relative", name: "李娟", after: 0, mine: true, told: true }, { id: "01JC0000000000000000000002", kind: "cadre", name: "", after: 120, mine: false, told: false }], ...over,
});
const DAUGHTER = "01JELD00000000000000000002";
const server = servedPages({
  ...CALM, [`GET ${own(C, "/mine")}`]: { own: care({ as: "self", today: "waiting" }), family: [{ person: DAUGHTER, name: "李老实", care: null }] },
  [`GET ${own(C, "/watching")}`]: { items: [care({ person: DAUGHTER, name: "周福生", as: "circle" })], next: null },
  [`GET ${own(C, `/${MOTHER}`)}`]: care({}), [`POST ${own(C, `/${MOTHER}/well`)}`]: care({ as: "self", today: "well" }),
});

test("a mother presses one large button; she sees whom she looks after herself", async () => {
  const { sent, listening } = await server.catching(`POST ${own(C, `/${MOTHER}/well`)}`, care({ as: "self", today: "well" }));
  const seen = await openPage(`${listening.url}${pageAt(C)}`, { session: SESSION });
  await sees(seen.page, "周福生");
  await sound(seen);
  await seen.page.getByRole("button", { name: "今天我好" }).click();
  await expect.poll(() => sent).toEqual([{}]);
  await seen.close();
});
test("the page is readable in the largest letters on the narrowest phone", async () => {
  await soundInBoth(`${server.url}${pageAt(C)}`, { zh: "点一下，家里人就放心了", en: "One press, and your people need not worry" }, { session: SESSION });
});
test("the family sees who was told of a silence, and adds somebody by name and door", async () => {
  const { sent, listening } = await server.catching(`POST ${own(C, `/${MOTHER}/circle`)}`, care({}));
  const seen = await openPage(`${listening.url}${pageAt(C, MOTHER)}`, { session: { ...SESSION, person: DAUGHTER } });
  await sees(seen.page, "今天已告诉");
  await sees(seen.page, "照看这家的村里人");
  await sound(seen);
  await seen.page.getByRole("link", { name: "再请一位" }).click();
  await seen.page.getByLabel("叫什么名字").fill("王大山");
  await seen.page.getByLabel("住几号门牌").fill("13");
  await seen.page.getByRole("button", { name: "再请一位" }).click();
  await expect.poll(() => sent).toEqual([{ kind: "relative", name: "王大山", house: "13", after: 0 }]);
  await seen.close();
});
