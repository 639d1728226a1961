import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const P = "services/proxies";
const ID = "01JCNS00000000000000000001";
const ELDER = "01JELD00000000000000000001";
const consent = (over: object) => ({
  id: ID, elderName: "李桂花", house: "12", proxyName: "李娟", relation: "daughter", scopes: ["alerts/answers"], until: "2027-07-10T15:59:59.999Z", way: "sms", state: "asked",
  at: "2026-06-10T08:00:00.000Z", reason: null, proof: null, tries: 5, neighbours: 0, mine: "proxy", unknown: false, tell: false, ...over,
});
const page = (...items: object[]) => ({ items, next: null });
const SCOPES = { items: [{ feature: "alerts/answers", says: { zh: "有预警时替家里报平安", en: "Answer warnings for the household" } }] };
const SESSION = { person: "p1", name: "李娟", whos: { [VILLAGE]: ["villager", "office:grid-worker"] } };
let seenFor: (string | undefined)[] = [];
const ANSWERS = {
  ...CALM, [`GET ${open(P, "/scopes")}`]: SCOPES,
  [`GET ${own(P, "/for-me")}`]: page(consent({ id: "01JCNS00000000000000000002", mine: "elder", state: "waiting" })), [`GET ${own(P, "/mine")}`]: page(consent({})),
  [`GET ${own(P, "/active")}`]: { items: [{ elder: ELDER, name: "李桂花", scopes: ["alerts/answers"], until: "2027-07-10T15:59:59.999Z" }] },
  [`GET ${own(P, `/${ID}`)}`]: consent({}), [`GET ${own(P, "/01JCNS00000000000000000002")}`]: consent({ id: "01JCNS00000000000000000002", mine: "elder", state: "waiting", tries: null }),
  [`GET ${own(P, "/01JCNS00000000000000000003")}`]: consent({ mine: "office", way: "witness", tries: null }),
  [`POST ${own(P, `/${ID}/code`)}`]: consent({ tries: 4 }), [`POST ${own(P, "/01JCNS00000000000000000002/agree")}`]: consent({ state: "active", mine: "elder" }),
  [`POST ${own(P)}`]: consent({}), [`GET ${own(P, "/")}`]: page(consent({ mine: "office", tell: true, state: "active" })), [`GET ${own(P, "/acts")}`]: page({ id: ID, by: "女儿李娟", feature: "alerts/answers", says: SCOPES.items[0]!.says, at: "2026-06-11T08:00:00.000Z" }),
  [`GET ${own("affairs/village-home", "/mine")}`]: (_: string, headers: Record<string, unknown>) => { seenFor.push(headers["x-acting-for"] as string | undefined); return { status: 403, body: { type: "not-by-proxy", status: 403, title: "要本人来" } }; },
};
const server = servedPages(ANSWERS);

describe("a daughter", () => {
  test("asks: for whom, what, until when, and how her mother says yes; nothing of her mother's is filled in", async () => {
    const seen = await openPage(`${server.url}${pageAt(P, "new")}`, { session: SESSION });
    await sees(seen.page, "有预警时替家里报平安");
    expect(await seen.page.getByLabel("替谁办（姓名）").inputValue()).toBe("");
    await sound(seen);
    await seen.page.getByLabel("替谁办（姓名）").fill("李桂花");
    await seen.page.getByLabel("他家的门牌号").fill("12");
    await seen.page.getByText("有预警时替家里报平安").click();
    await seen.page.getByRole("button", { name: "问他同不同意" }).click();
    await seen.page.waitForURL(`**${pageAt(P, ID)}`);
    await sees(seen.page, "他手机上的6位数字");
    await sound(seen);
    await seen.close();
  });
  test("switches to acting for her mother: every call says so, a line on each page says so, and one press ends it", async () => {
    const seen = await openPage(`${server.url}${pageAt(P)}`, { session: SESSION });
    seenFor = [];
    await seen.page.getByRole("button", { name: "现在替李桂花办" }).click();
    await sees(seen.page, "您在替李桂花办事");
    expect(seenFor).toContain(ELDER);
    await sound(seen);
    seenFor = [];
    await seen.page.getByRole("button", { name: "办完了，变回我" }).click();
    await seen.page.getByText("您在替李桂花办事").waitFor({ state: "detached" });
    await sees(seen.page, "青山村");
    expect(await seen.page.evaluate(() => sessionStorage.getItem("wecountry.for"))).toBeNull();
    expect(seenFor.at(-1)).toBeUndefined();
    await seen.close();
  });
});
describe("the elder", () => {
  test("is asked once more before agreeing, and chooses where somebody else does the same", async () => {
    const seen = await openPage(`${server.url}${pageAt(P, "01JCNS00000000000000000002")}`, { session: SESSION });
    await sees(seen.page, "李娟想替您办事");
    await sees(seen.page, "已经有别人在替您办");
    await sound(seen);
    await seen.page.getByRole("button", { name: "换成李娟来办" }).click();
    await seen.page.getByRole("group").getByRole("button", { name: "换成李娟来办" }).click();
    await seen.page.getByRole("group").waitFor({ state: "detached" });
    expect(server.asked).toContain(`POST ${own(P, "/01JCNS00000000000000000002/agree")}`);
    await seen.close();
  });
  test("reads what it is about, and chooses, in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${pageAt(P, "01JCNS00000000000000000002")}`, { zh: "两个人都可以办", en: "Both may do it" }, { session: SESSION });
  });
  test("reads who may act and what was done in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${pageAt(P)}`, { zh: "谁可以替我办事", en: "Who may act for me" }, { session: SESSION });
    await soundInBoth(`${server.url}${pageAt(P, "acts")}`, { zh: "女儿李娟替您办的", en: "by 女儿李娟, for you" }, { session: SESSION });
  });
});
test("an officer finds whom to witness for and whom to tell at the door", async () => {
  await soundInBoth(`${server.url}${pageAt(P, "desk")}`, { zh: "请上门告诉他", en: "tell them at the door" }, { session: SESSION });
  await soundInBoth(`${server.url}${pageAt(P, "01JCNS00000000000000000003")}`, { zh: "我在场，他同意了", en: "I was there" }, { session: SESSION });
});
