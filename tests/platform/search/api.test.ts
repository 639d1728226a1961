import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as houses } from "../../../functions/affairs/houses/handlers.ts";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler as guestbook } from "../../../functions/circle/guestbook/handlers.ts";
import { Mark } from "../../../functions/circle/moderation/rows.ts";
import { handler as search } from "../../../functions/platform/search/handlers.ts";
import { Village } from "../../../functions/core/access-rows.ts";
import { environment } from "../../../functions/core/environment.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const [S, N, G] = ["platform/search", "affairs/notices", "circle/guestbook"];
let stack: TestStack;
let a: string;
let b: string;
let head: { id: string; as: As };
let greeting: string;
const publish = async (title: string, text: string, more: object = {}): Promise<string> => {
  const { body } = await head.as.call(N, "draft", { village: a, body: { kind: "plain", title, text, channels: ["page"], ...more } });
  expect((await head.as.call(N, "publish", { village: a, params: { id: body.id }, body: {} })).status).toBe(200);
  return body.id;
};
const looks = async (as: As, sought: string, village = a): Promise<string[]> => {
  const answer = await as.call(S, "find", { village, body: { sought } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.items.map(({ where }: { where: string }) => where);
};
beforeAll(async () => {
  stack = await openStack([search, notices, guestbook, houses]);
  [a, b] = [await stack.village(), await stack.village()];
  head = await stack.person({ village: a, offices: ["office:secretary"] });
  await stack.person({ village: a, offices: ["office:committee"] });
});
afterAll(() => stack.stop());

describe("what the village published", () => {
  it("is found by its characters, by pinyin, by first letters and with a wrong character, by somebody without an account", async () => {
    const id = await publish("明天停水", "水库放水，八点到十二点停水。");
    for (const sought of ["停水", "tingshui", "ts", "听水", "shuiku", "suiku", "水库 停水", "庭水"]) expect(await looks(stack.guest(), sought), sought).toEqual([`${N}/${id}`]);
    expect(await looks(stack.guest(), "选举")).toEqual([]);
  });
  it("is not found in another village", async () => {
    expect(await looks(stack.guest(), "停水", b)).toEqual([]);
  });
  it("shows a notice for one group to that group, and to nobody else", async () => {
    const id = await publish("三组修渠", "三组明天修水渠", { audience: { to: "groups", groups: ["3"] } });
    const [third, first] = [await stack.person({ village: a, member: { group: "3" } }), await stack.person({ village: a, member: { group: "1" } })];
    expect(await looks(third.as, "修渠")).toEqual([`${N}/${id}`]);
    expect(await looks(first.as, "修渠")).toEqual([]);
    expect(await looks(stack.guest(), "xiuqu")).toEqual([]);
    expect((await stack.guest().call(S, "recent", { village: a, open: true })).body.items.map(({ where }: { where: string }) => where)).not.toContain(`${N}/${id}`);
  });
  it("is gone from the search when it is withdrawn, and when its time is over", async () => {
    const id = await publish("赶集改期", "本周赶集改到星期六", { until: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await looks(stack.guest(), "ganji")).toEqual([`${N}/${id}`]);
    stack.at(new Date(Date.now() + 7_200_000));
    expect(await looks(stack.guest(), "ganji")).toEqual([]);
    stack.at(null);
    expect((await head.as.call(N, "withdraw", { village: a, params: { id }, body: { reason: "写错了" } })).status).toBe(200);
    expect(await looks(stack.guest(), "ganji")).toEqual([]);
  });
  it("is not found as a draft", async () => {
    await head.as.call(N, "draft", { village: a, body: { kind: "plain", title: "还没定的事", text: "草稿", channels: ["page"] } });
    expect(await looks(head.as, "还没定")).toEqual([]);
  });
});

describe("a guest's question", () => {
  it("is found by the answer it got, which is shown with it", async () => {
    const guest = stack.guest();
    greeting = (await guest.call(G, "leave", { village: a, body: { name: "小陈", hometown: "上海", words: "还有橙子卖吗？" } })).body.id;
    const villager = await stack.person({ village: a, name: "李秀英" });
    await villager.as.call(G, "answer", { village: a, params: { id: greeting }, body: { words: "我家的脐橙明天还摘" } });
    const answer = await stack.guest().call(S, "find", { village: a, body: { sought: "qicheng" } });
    expect(answer.body.items).toMatchObject([{ feature: G, where: `${G}/${greeting}`, title: "还有橙子卖吗？" }]);
    expect(answer.body.items[0].words).toContain("脐橙明天还摘");
  });
  it("leads nowhere by an answer that is hidden, and not at all when it is hidden itself", async () => {
    const answers = (await stack.guest().call(G, "one", { village: a, params: { id: greeting } })).body.answers;
    const mark = (whole: Mark["whole"], parts: Mark["parts"]): Promise<void> => stack.store<Mark>(Mark, { feature: G, thing: greeting, whole, parts }, { village: a });
    const hidden = { case: greeting, is: "hidden" as const, mark: "x" };
    await mark(null, { [answers[0].id]: hidden });
    expect(await looks(stack.guest(), "脐橙")).toEqual([]);
    expect(await looks(stack.guest(), "橙子")).toEqual([`${G}/${greeting}`]);
    await mark(hidden, {});
    expect(await looks(stack.guest(), "橙子")).toEqual([]);
    expect((await stack.guest().call(S, "recent", { village: a, open: true })).body.items.map(({ where }: { where: string }) => where)).not.toContain(`${G}/${greeting}`);
  });
});

describe("a house", () => {
  it("is found by its number by an office, by a leader of its own group, and by no villager", async () => {
    const made = await head.as.call("affairs/houses", "begin", { village: a, body: { no: "12", group: "2" } });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const where = [`affairs/houses/${made.body.id}`];
    const [own, other] = [await stack.person({ village: a, offices: ["office:group-leader"], member: { group: "2" } }), await stack.person({ village: a, offices: ["office:group-leader"], member: { group: "5" } })];
    const villager = await stack.person({ village: a, member: { group: "2" } });
    expect(await looks(head.as, "门牌12")).toEqual(where);
    expect(await looks(head.as, "menpai 12")).toEqual(where);
    expect(await looks(own.as, "门牌12")).toEqual(where);
    for (const { as } of [other, villager]) expect(await looks(as, "门牌12")).toEqual([]);
    expect(await looks(stack.guest(), "门牌12")).toEqual([]);
  });
});

describe("the box", () => {
  it("finds functions by sound, and none that the village switched off", async () => {
    const places = async (sought: string): Promise<string[]> => (await stack.guest().call(S, "find", { village: a, body: { sought } })).body.places;
    expect(await places("gonggao")).toContain(N);
    expect(await places("公高")).toContain(N);
    const village = (await stack.rows(`V#${a}`, "VILLAGE#"))[0] as unknown as Village;
    await stack.store(Village, { ...village, off: [N] }, { village: a });
    expect(await places("gonggao")).not.toContain(N);
    expect(await looks(stack.guest(), "停水")).toEqual([]);
    await stack.store(Village, village, { village: a });
  });
  it("answers nothing written with the newest things the asker may see", async () => {
    const items = (await stack.guest().call(S, "find", { village: a, body: { sought: " ？ " } })).body.items;
    expect(items.map(({ title }: { title: string }) => title)).toEqual(["明天停水"]);
  });
  it("may be asked 150 times in ten minutes from one address, and keeps nothing of what was sought", async () => {
    const ask = () => stack.guest(undefined, "10.7.7.7").call(S, "find", { village: a, body: { sought: "秘密的病" } });
    stack.at("2026-05-01T02:00:00.000Z");
    expect((await ask()).status).toBe(200);
    const all = (await stack.rows(`V#${a}`, "LIMIT#")).filter(({ sk }) => String(sk).includes(`${S}.find`));
    expect(all.map(({ n }) => n)).toContain(1);
    for (const row of all) await stack.dynamo.send(new PutCommand({ TableName: environment().table, Item: { ...row, n: 150 } }));
    const late = await ask();
    stack.at(null);
    expect(late.status).toBe(429);
    expect(JSON.stringify([await stack.everything(), stack.logs])).not.toContain("秘密的病");
  });
});
