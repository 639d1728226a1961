import type { Features } from "../../infra/build/web-data.ts";
import type { HomeWarning, MyHome, PublicHome } from "../../web/core/home/shape.ts";

export const VILLAGE = "431228103205";
const letter = { type: "object", required: ["title", "text"], properties: { title: { type: "string", minLength: 1, maxLength: 60 }, text: { type: "string", minLength: 1, maxLength: 2000 } } };

/** Two pages made for the tests of the frame itself, so that those do not wait for any feature. */
export const SAMPLE: Features = {
  "alerts/answers": { page: true, place: [], routes: { page: { method: "GET", path: "/by-link/{code}", at: "village" }, byLink: { method: "POST", path: "/by-link/{code}", at: "village" } } },
  "cadres/letters": { page: true, place: [{ tab: "do", shelf: "say", order: 1, icon: "letter", door: true }], routes: { send: { method: "POST", path: "/", at: "village", body: letter }, attach: { method: "POST", path: "/{id}/pictures", at: "village" } } },
  "platform/media": { page: false, place: [], routes: { sign: { method: "POST", path: "/", at: "village" }, done: { method: "POST", path: "/{id}/done", at: "village" } } },
};

export const HOME: PublicHome = {
  village: { id: VILLAGE, names: { zh: "青山村", en: "Qingshan" } }, warning: null, duty: { name: "王建国", phone: "0737-1234567" }, doors: ["cadres/letters"], overdue: { zh: "村委会有 2 件事过期没办", en: "The committee has 2 things overdue" },
  today: [
    { kind: "diary", id: "1", title: { zh: "书记日记：桥面今天浇好了", en: "Secretary’s diary: the bridge deck was poured today" }, at: "2026-05-01T01:00:00.000Z", where: "cadres/diary/1" },
    { kind: "guest", id: "2", title: { zh: "上海来的客人问：脐橙还有吗？", en: "A guest from Shanghai asks: any oranges left?" }, at: "2026-05-01T00:00:00.000Z", where: "circle/guestbook/2" },
  ],
  season: { zh: "脐橙下树了，每斤3.5元", en: "Navel oranges are picked: ¥3.5 a jin" },
};
export const MINE: MyHome = {
  waiting: [{ feature: "cadres/letters", id: "a", text: { zh: "10月低保 165 元，收到了吗？", en: "October allowance, ¥165: did you receive it?" }, actions: [{ label: { zh: "收到了", en: "Received" }, route: "attach" }, { label: { zh: "没收到", en: "Not yet" }, route: "attach" }] }],
  desk: [{ text: { zh: "3 封信等您回", en: "3 letters wait for your answer" }, where: "cadres/letters", overdue: true }], people: [{ text: { zh: "妈：今天报了平安", en: "Mother: said she is well today" } }], warning: null,
};
export const RED: HomeWarning = {
  id: "w", colour: "red", hazard: { zh: "山洪", en: "flash flood" }, headline: "", until: "2026-05-01T01:00:00.000Z", sent: "2026-04-30T19:10:00.000Z", from: { zh: "县气象台", en: "County weather office" },
  what: { zh: "现在就走，去村小学。走大路，别过河。关煤气，带上药。", en: "Leave now for the school. Main road, not the river. Gas off, take medicine." },
};
const base = `villages/${VILLAGE}`;
/** The API of a calm day. */
export const CALM = { [`GET /open/affairs/village-home/${base}/`]: HOME, [`GET /v1/affairs/village-home/${base}/mine`]: MINE };
/** The API of a red night, and the link of one house. */
export const ALARM = { [`GET /open/affairs/village-home/${base}/`]: { ...HOME, warning: RED }, [`GET /v1/alerts/answers/${base}/by-link/K7`]: { warning: RED, sleepers: 4 }, [`POST /v1/alerts/answers/${base}/by-link/K7`]: { taken: true } };
export const VILLAGER = { person: "p1", name: "张三", whos: { [VILLAGE]: ["villager"] } };
