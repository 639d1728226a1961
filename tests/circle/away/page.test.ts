import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const A = "circle/away";
const RIDE = "01JRDE00000000000000000001";
const SESSION = { person: "p1", name: "何伟", whos: { [VILLAGE]: ["villager", "household"] } };
const stay = { id: "01JSTY00000000000000000001", from: "2026-06-01", until: null, where: "东莞" };
const ride = { id: RIDE, name: "何伟", day: "2027-02-01", from: "东莞", seats: 3, free: 2, how: null, riders: [], as: "neither", at: "2026-06-10T08:00:00.000Z" };
const server = servedPages({
  ...CALM, [`GET ${own(A, "/mine")}`]: { own: { person: "p1", name: "何伟", now: stay, stays: [stay] }, house: [{ person: "p2", name: "何妈", now: null, stays: [] }] },
  [`GET ${own(A, "/rides")}`]: { items: [ride], next: null }, [`GET ${own(A, `/rides/${RIDE}`)}`]: ride, [`POST ${own(A, `/rides/${RIDE}/seat`)}`]: { ...ride, free: 1, as: "rider", how: "群里喊我", riders: ["王大山"] },
});

test("somebody away reads so in the largest letters, and comes home with one press", async () => {
  await soundInBoth(`${server.url}${pageAt(A)}`, { zh: "还没定回来的日子", en: "the day of return is open" }, { session: SESSION });
  const seen = await openPage(`${server.url}${pageAt(A, "rides")}`, { session: SESSION });
  await sees(seen.page, "还有2个位子");
  await sound(seen);
  await seen.page.getByRole("link", { name: /何伟 从东莞回村/ }).click();
  await seen.page.getByRole("button", { name: "我想搭一个位子" }).click();
  await expect.poll(() => server.asked).toContain(`POST ${own(A, `/rides/${RIDE}/seat`)}`);
  await seen.close();
});
