import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own } from "../../platform/pages.ts";

const F = "circle/guestbook";
const now = Date.now();
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
const base = { name: "", hometown: "", answers: [], answerCount: 0, firstAnswerMinutes: null, state: "shown", version: 1, heldFor: [], reason: null };
export const ORANGES = {
  ...base, id: "01JGUEST00000000000000000A", name: "小李", hometown: "上海", words: "请问今年的脐橙还有吗？想给爸妈寄一箱。", at: ago(40), state: "answered", version: 3, answerCount: 2, firstAnswerMinutes: 2,
  answers: [{ id: "a1", name: "王建国", office: "secretary", words: "有的！这两天刚下树，每斤三块五。", at: ago(38), minutes: 2 }, { id: "a2", name: "张海燕", office: null, words: "我家也有，个头大。", at: ago(20), minutes: 20 }],
};
export const HELLO = { ...base, id: "01JGUEST00000000000000000B", words: "路过这里，风景真好。", at: ago(5) };
export const HELD = { ...base, id: "01JGUEST00000000000000000C", name: "老陈", words: "收土鸡，打我电话 13900001111", at: ago(90), state: "held", heldFor: ["number"] };
export const FRESH = { ...base, id: "01JGUEST00000000000000000D", words: "乡亲们好，我来看看！", at: ago(0) };

export const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
export const OFFICER = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
export const ANSWERS: Answers = {
  ...CALM, [`GET ${open(F)}`]: { items: [HELLO, ORANGES], next: null }, [`GET ${open(F, `/${ORANGES.id}`)}`]: ORANGES, [`GET ${own(F, "/mine")}`]: { items: [], next: null }, [`GET ${own(F, "/held")}`]: { items: [HELD], next: null },
  "POST /v1/platform/sign-in/region/device": { done: true }, [`POST ${own(F)}`]: FRESH,
  [`POST ${own(F, `/${HELLO.id}/answer`)}`]: { ...HELLO, state: "answered", version: 2, answerCount: 1, firstAnswerMinutes: 6, answers: [{ id: "a3", name: "张海燕", office: null, words: "欢迎来！", at: ago(0), minutes: 6 }] },
  [`POST ${own(F, `/${HELD.id}/release`)}`]: { ...HELD, state: "shown", version: 2 },
};
