import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own } from "../../platform/pages.ts";

const L = "cadres/linked-households";
export const HOUSE = "01JHSE00000000000000000009";
const AT = "2026-05-01T02:00:00.000Z";
export const link = (id: string, name: string, state: string, more: object = {}) => ({ id, household: HOUSE, no: "9", group: "2", person: `p-${id}`, name, state, since: AT, until: null, head: null, wish: null, version: 1, ...more });
const HABIT = { least: 5, most: 10 };
export const SESSION = { person: "p1", name: "张三", whos: { [VILLAGE]: ["villager", "household"] } };
const AWAY = { household: HOUSE, no: "9", group: "2", link: link("l1", "王德明", "accepted"), next: null, near: false };
export const ANSWERS: Answers = {
  ...CALM,
  [`GET ${own(L, "/mine")}`]: { ...HABIT, editor: true, own: { link: link("l1", "王德明", "accepted"), near: false }, after: [link("l2", "张三", "proposed"), link("l3", "张三", "accepted", { no: "12", head: "谢美霞" })] },
  [`GET ${own(L)}`]: { items: [{ no: "9", group: "2", name: "王德明", mine: true }, { no: "10", group: "2", name: null, mine: false }], next: null },
  [`GET ${own(L, "/board")}`]: { ...HABIT, items: [AWAY, { ...AWAY, household: "01JHSE00000000000000000010", no: "10", link: null, next: link("l4", "邓长根", "proposed") }], next: null },
  [`GET ${own(L, `/houses/${HOUSE}`)}`]: { ...HABIT, ...AWAY }, [`GET ${own(L, "/people")}`]: { items: [{ person: "p7", name: "邓长根", group: "2", households: 4, near: true }] },
  [`POST ${own(L)}`]: AWAY, [`POST ${own(L, "/l2/accept")}`]: link("l2", "张三", "accepted"), [`POST ${own(L, "/l1/ask")}`]: link("l1", "王德明", "asked"),
};
