import type { PublicWarning, WarningView } from "../../../shared/alerts/warnings/warning.ts";

export const AREA = "431228";
export const [QINGSHAN, BAISHUI] = ["431228103205", "431228103206"] as const;
export const OFFICER = { person: "01J8ZQ6V9M0000000000000001", name: "陈值班", whos: { [AREA]: ["county:duty-officer"] } };
export const ID = "01J8ZQ6V9M00000000000000W1";
export const NOW = Date.now();
export const later = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

const texts = {
  zh: { headline: "红色预警：山洪", what: "现在就走，去村小学。走大路，别过河。关煤气，带上药。", sms: "红色山洪：{village}全体马上去村小学。回1收到2已转移3要帮助4有人没走。电话0737-1234567", speaker: "{village}的乡亲们，注意了。\n红色山洪预警。\n现在就走，去村小学。", group: "【红色山洪预警】{village}全体\n现在就走，去村小学。" },
  en: { headline: "Red warning: flash flood", what: "Leave now for the village school. Main road, not the river. Gas off, take medicine.", sms: "RED flash flood: {village}, everyone: go to the village school now. Reply 1 got it 2 all left 3 need help 4 someone stayed. Call 0737-1234567", speaker: "People of {village}, listen.\nRed flash flood warning.\nLeave now for the village school.", group: "[RED flash flood] {village}, everyone\nLeave now for the village school." },
};
export const warning = (over: Partial<WarningView> = {}): WarningView => ({
  id: ID, state: "draft", version: 1, kind: "order", status: "Actual", hazard: "flash-flood", colour: "red", ask: "leave", parts: [{ village: QINGSHAN }, { village: BAISHUI, mark: "river" }],
  place: { zh: "村小学", en: "the village school" }, who: null, onset: null, expires: later(360), source: null, note: null, texts, replaces: null, replacedBy: null, drafter: OFFICER.person, waitsUntil: null, issuedAt: null,
  single: false, paused: false, concerns: ["extra-parts", "no-second-person"], reason: null, clearWords: null, problems: [], openReasons: [], history: [{ to: "draft", at: later(-5), by: OFFICER.person, office: "county:duty-officer", channel: "web" }], ...over,
});
export const issued = (over: Partial<WarningView> = {}): WarningView => warning({
  state: "issued", version: 3, issuedAt: later(-3), concerns: [],
  history: [...warning().history, { to: "waiting", at: later(-4), by: OFFICER.person, office: "county:duty-officer", channel: "web" }, { to: "issued", at: later(-3), by: "01J8ZQ6V9M0000000000000002", office: "county:director", channel: "web" }], ...over,
});
const named = (text: string): string => text.replaceAll("{village}", "青山村");
const inVillage = (each: (typeof texts)["zh"]) => Object.fromEntries(Object.entries(each).map(([key, text]) => [key, named(text)])) as (typeof texts)["zh"];
export const shown = (over: Partial<PublicWarning> = {}): PublicWarning => ({
  id: ID, state: "issued", status: "Actual", kind: "order", hazard: "flash-flood", colour: "red", ask: "leave", groups: null, texts: { zh: inVillage(texts.zh), en: inVillage(texts.en) }, place: { zh: "村小学", en: "the village school" },
  source: null, issuedAt: later(-3), expires: later(360), overAt: null, how: null, reason: null, clearWords: null, single: false, ...over,
});
export const COST = { villages: 2, households: 214, people: 612, vulnerable: 31, phones: 200, withoutPhone: 14, units: 113, encoding: "UCS-2", partsEach: 2, parts: 400, partsPerSecond: 20, seconds: 20, price: 2000, shorterBy: 43 };
export const source = { issuer: "县气象台", issuedAt: later(-20), observed: false, cap: "01J8ZQ6V9M00000000000000C1", text: "预计未来3小时降雨量将达100毫米以上。" };

export const [api, open] = [`/v1/alerts/warnings/areas/${AREA}`, `/open/alerts/warnings/villages/${QINGSHAN}`];
/** The county's API on a busy night: one running, one waiting, a draft, one past. */
export const COUNTY: Readonly<Record<string, unknown>> = {
  [`GET ${api}/`]: { next: null, items: [
    warning({ id: `${ID.slice(0, -1)}4`, state: "waiting", hazard: "landslide", colour: "orange", waitsUntil: later(2) }), issued({ single: true }), warning({ id: `${ID.slice(0, -1)}2`, hazard: "heat", colour: "yellow", ask: "care" }),
    issued({ id: `${ID.slice(0, -1)}3`, state: "cleared", status: "Exercise", hazard: "fire", colour: "orange" }),
  ] },
  [`GET ${api}/areas`]: { next: null, items: [{ id: "01J8ZQ6V9M00000000000000A1", name: "水库下游", parts: [{ village: QINGSHAN, mark: "dam" }] }] },
  [`GET ${api}/${ID}`]: issued(),
  [`POST ${api}/`]: warning(), [`PUT ${api}/${ID}`]: warning({ version: 2 }), [`POST ${api}/${ID}/put-up`]: warning({ state: "waiting", waitsUntil: later(1) }),
  [`GET /v1/platform/villages/areas/${AREA}/`]: { next: null, items: [{ id: QINGSHAN, names: { zh: "青山村", en: "Qingshan" }, residents: 600, households: 180, officesFilled: 4, secretary: true, openedAt: later(-90_000) }, { id: BAISHUI, names: { zh: "白水村", en: "Baishui" }, residents: 300, households: 90, officesFilled: 3, secretary: true, openedAt: later(-90_000) }] },
  [`GET /v1/platform/offices/areas/${AREA}/`]: { townships: [], offices: [{ office: "director", titles: { zh: "负责人" }, holders: [{ person: "01J8ZQ6V9M0000000000000002", name: "林主任", since: null, until: null, alone: false }] }] },
  [`POST /v1/alerts/sending/areas/${AREA}/cost`]: COST,
  [`GET /v1/alerts/cap/areas/${AREA}/imports`]: { next: null, items: [{ id: source.cap, warning: ID, sender: "county-weather@sample", identifier: "2026-118", sent: "2026-05-01T21:00:00+08:00", readAt: later(-10), problems: [{ code: "no-expires", detail: "" }, { code: "unknown-area", detail: "北部山区" }] }] },
};
export const VILLAGE_API: Readonly<Record<string, unknown>> = {
  [`GET ${open}/running`]: { items: [shown({ source, kind: "relay" })] },
  [`GET ${open}/past`]: { next: null, items: [shown({ id: `${ID.slice(0, -1)}5`, state: "cleared", how: "all-clear", overAt: later(-2000) }), shown({ id: `${ID.slice(0, -1)}6`, state: "lapsed", how: "by-time", overAt: later(-3000), colour: "yellow", hazard: "heat" })] },
  [`GET ${open}/${ID}/shown`]: shown({ source, kind: "relay", single: true }),
  [`GET /open/affairs/village-home/villages/${QINGSHAN}/`]: { village: { id: QINGSHAN, names: { zh: "青山村", en: "Qingshan" } }, warning: null, duty: null, doors: [], overdue: null, today: [], season: null },
};
