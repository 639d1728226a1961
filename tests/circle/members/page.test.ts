import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";
import { ANSWERS, CLAIM, HOUSE, OFFICER, OWN, SECOND, SESSION } from "./page-sample.ts";

const MEMBERS = pageAt("circle/members");
const route = (path: string): string => own("circle/members", path);

const server = servedPages(ANSWERS);

test("a neighbour vouches with one press", async () => {
  const seen = await openPage(`${server.url}${MEMBERS}`, { session: SESSION });
  await sees(seen.page, "刘小芳，说自己是一组7的人");
  await sound(seen);
  await seen.page.getByRole("button", { name: "我认识，我作证" }).click();
  await sees(seen.page, "谢谢，记下了");
  expect(server.asked).toContain(`POST ${route(`/${CLAIM.id}/vouch`)}`);
  await seen.close();
});
test("what I am here is readable in the largest letters on the narrowest phone", async () => {
  await soundInBoth(`${server.url}${MEMBERS}`, { zh: "我认识，我作证", en: "I know them" }, { session: SESSION });
});
test("somebody who belongs here says so with name and house, and no identity number is asked for", async () => {
  const newcomer = await server.with({ [`GET ${route("/me")}`]: { member: null, claim: null, ended: null } });
  const seen = await openPage(`${newcomer.url}${MEMBERS}`, { session: SECOND });
  await seen.page.getByLabel("您的名字").fill("刘小芳");
  await seen.page.getByLabel("门牌号").fill("7");
  await sound(seen);
  await seen.page.getByRole("button", { name: "请邻居作证" }).click();
  await expect.poll(() => newcomer.asked.includes(`POST ${route("/claims")}`)).toBe(true);
  await seen.close();
});
test("who has asked reads who is waited for and gets an address for neighbours, which opens on a page of its own", async () => {
  const asked = await server.with({ [`GET ${route("/me")}`]: { member: null, claim: OWN, ended: null } });
  const seen = await openPage(`${asked.url}${MEMBERS}`, { session: SECOND, width: 320, size: "30", mode: "elder" });
  await sees(seen.page, "还差 1 位");
  await seen.page.getByRole("button", { name: "复制作证的地址" }).waitFor();
  await sound(seen, 60);
  await seen.close();
  const vouching = await openPage(`${asked.url}${MEMBERS}/vouch/${CLAIM.id}`, { session: SESSION });
  await sees(vouching.page, "刘小芳，说自己是一组7的人");
  await sound(vouching);
  await vouching.close();
});
test("a guest is asked to sign in first, and comes back here", async () => {
  const { page, close } = await openPage(`${server.url}${MEMBERS}`);
  await page.getByRole("link", { name: "登录", exact: true }).click();
  await sees(page, "您的手机号是多少");
  expect(new URL(page.url()).searchParams.get("back")).toBe(MEMBERS);
  await close();
});

describe("an office", () => {
  test("confirms who was vouched for and says which household it is", async () => {
    const { sent, listening } = await server.catching(`POST ${route(`/${CLAIM.id}/verify`)}`, { ...CLAIM, state: "verified" });
    const seen = await openPage(`${listening.url}${MEMBERS}`, { session: OFFICER });
    await seen.page.getByRole("button", { name: "确认为本村村民" }).click();
    await seen.page.getByRole("button", { name: /一组 7/ }).click();
    await sound(seen);
    await seen.page.getByRole("button", { name: "确认为本村村民" }).click();
    await sees(seen.page, "本村村民");
    await expect.poll(() => sent).toEqual([{ household: HOUSE.id }]);
    await seen.close();
  });
  test("makes somebody without a phone a full villager", async () => {
    const { sent, listening } = await server.catching(`POST ${route("/paper")}`, { person: "p9", state: "verified", paper: true, joined: false });
    const seen = await openPage(`${listening.url}${MEMBERS}/paper`, { session: OFFICER });
    await seen.page.getByRole("button", { name: "添上" }).click();
    await sees(seen.page, "这里要填一下");
    await seen.page.getByLabel("哪一户").fill("张老根");
    await seen.page.getByRole("button", { name: /一组 7/ }).click();
    await seen.page.getByLabel("姓名").fill("李奶奶");
    await sound(seen);
    await seen.page.getByRole("button", { name: "添上" }).click();
    await sees(seen.page, "李奶奶已经是正式村民");
    expect(sent).toEqual([{ household: HOUSE.id, name: "李奶奶", sleepsHere: true, vulnerable: ["no-phone"] }]);
    await seen.close();
  });
  test("finds somebody on the roll, sees names and the entry only for a purpose, and writes that they moved away", async () => {
    const { sent, listening } = await server.catching(`POST ${route("/people/p3/end")}`, {});
    const seen = await openPage(`${listening.url}${MEMBERS}/list`, { session: OFFICER });
    await seen.page.getByLabel("姓名").fill("李");
    await seen.page.getByRole("button", { name: "找", exact: true }).click();
    await sees(seen.page, "李*奶");
    await sound(seen);
    await seen.page.getByRole("button", { name: "看全名" }).click();
    await seen.page.getByText("核对资料").click();
    await seen.page.getByRole("button", { name: "看全名" }).click();
    await seen.page.getByRole("link", { name: /李奶奶/ }).click();
    await seen.page.getByText("上门看望").click();
    await seen.page.getByRole("button", { name: "打开" }).click();
    await sees(seen.page, "在村里的名册上");
    await seen.page.getByRole("button", { name: "不再是本村村民" }).click();
    await seen.page.getByText("搬走了", { exact: true }).click();
    await seen.page.getByLabel("怎么知道的").fill("儿子接去县城了");
    await sound(seen);
    await seen.page.getByRole("button", { name: "记下" }).click();
    await expect.poll(() => sent).toEqual([{ how: "moved", reason: "儿子接去县城了" }]);
    await seen.close();
  });
});
