import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own } from "../../platform/pages.ts";

const F = "affairs/notices";
export const WATER = {
  id: "01JNTCE00000000000000000AA", state: "published", kind: "must-read", title: "明天上午9点到12点停水", text: "县水厂检修管道，明天上午9点到12点全村停水。\n请今晚先把水缸接满。", readAloud: "明天上午停水。", publishedAt: "2026-04-30T02:00:00.000Z",
  until: "2026-05-20T15:59:00.000Z", alone: false, reason: null,
};
export const ROAD = { ...WATER, id: "01JNTCE00000000000000000AB", kind: "plain", title: "桥头路口修好了", text: "桥头路口今天通车。" };
const office = {
  version: 2, audience: { to: "groups", groups: ["一组", "二组"] }, channels: ["page", "sms"], smsWritten: false, readAloudWritten: false, mine: false, history: [{ to: "draft", at: "2026-04-30T01:00:00.000Z" }],
  sms: { text: "明天上午9点到12点停水：县水厂检修管道，明天上午9点到12点全村停水。 请今晚先把水缸接满。村委会再三提醒各家各户都要留意，老人家请邻居帮忙。", encoding: "UCS-2", parts: 2, left: 60, perPhone: 10, extra: 5 },
};
export const DRAFT = { ...WATER, ...office, id: "01JNTCE00000000000000000AC", state: "draft", publishedAt: null };
const house = (n: number, at: string | null, byOffice = false) => ({ household: `01JHSE000000000000000000${String(n).padStart(2, "0")}`, no: String(n), group: "一组", at, byOffice });
const knows = { known: 38, of: 41, items: [house(1, "2026-04-30T03:00:00.000Z"), house(2, null), house(3, "2026-04-30T04:00:00.000Z", true)], next: null };
const line = (n: number, group: string) => ({ id: house(n, null).household, no: String(n), group, order: n, names: ["张*三"], people: 3, sleeping: 2, vulnerable: 0, hazards: [], emptyChecked: null });

export const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
export const OFFICER = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "household", "office:secretary"] } };
export const ANSWERS: Answers = {
  ...CALM, [`GET ${open(F)}`]: { items: [WATER, ROAD], next: null }, [`GET ${open(F, "/past")}`]: { items: [{ ...ROAD, state: "withdrawn", reason: "日子写错了" }], next: null },
  [`GET ${own(F, "/mine")}`]: { items: [{ ...ROAD, known: null }, { ...WATER, known: false }] }, [`GET ${own(F, "/drawn")}`]: { items: [] }, [`GET ${own(F, "/all")}`]: { items: [DRAFT], next: null },
  [`GET ${open(F, `/${ROAD.id}`)}`]: ROAD, [`GET ${open(F, `/${WATER.id}`)}`]: WATER, [`GET ${own(F, `/${WATER.id}/mine`)}`]: { ...WATER, known: false }, [`GET ${own(F, `/${WATER.id}/office`)}`]: { ...WATER, ...office },
  [`GET ${own(F, `/${WATER.id}/group-text`)}`]: "【青山村公告】明天上午停水", [`POST ${own(F, `/${WATER.id}/know`)}`]: { known: true, at: "2026-05-01T00:00:00.000Z" },
  [`GET ${own(F, `/${WATER.id}/who-knows`)}`]: knows, [`POST ${own(F, `/${WATER.id}/know/${house(2, null).household}`)}`]: { known: true, at: "2026-05-01T00:00:00.000Z" },
  [`GET ${own(F, `/${DRAFT.id}/sms`)}`]: { wanted: true, text: DRAFT.sms.text, parts: 2, houses: 41, price: 410, planned: 0, sent: 0, failed: 0, unreached: 0, joined: 0 },
  [`GET ${own(F, `/${DRAFT.id}/office`)}`]: DRAFT, [`GET ${own("affairs/households")}`]: { items: [line(1, "一组"), line(2, "一组"), line(3, "二组")], next: null },
  [`POST ${own(F)}`]: { ...DRAFT, mine: true },
};
