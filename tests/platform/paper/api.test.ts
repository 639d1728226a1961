import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Village } from "../../../functions/core/access-rows.ts";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler } from "../../../functions/platform/paper/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const F = "platform/paper";
const N = "affairs/notices";
let stack: TestStack;
let a: string;
let b: string;
let secretary: { id: string; as: As };
let villager: { id: string; as: As };
let guest: As;
const print = (as: As, of: string, thing = "", village = a) => as.call(F, "print", { village, body: { of, thing } });
const check = (as: As, code: string, village = a) => as.call(F, "check", { village, params: { code } });
const published = async (over: object = {}): Promise<string> => {
  const { body } = await secretary.as.call(N, "draft", { village: a, body: { kind: "plain", title: "打谷场轮流用", text: "今年打谷场按组轮流用。", audience: { to: "village" }, channels: ["page"], ...over } });
  await secretary.as.call(N, "publish", { village: a, params: { id: body.id } });
  return body.id as string;
};
beforeAll(async () => {
  stack = await openStack([handler, notices]);
  [a, b] = [await stack.village(), await stack.village()];
  secretary = await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] });
  villager = await stack.person({ village: a, name: "李大山" });
  guest = stack.guest();
});
afterAll(() => stack.stop());

describe("a notice printed for the wall", () => {
  it("carries a code, and the code says that the sheet is current, to a guest too", async () => {
    const id = await published();
    const foot = (await print(secretary.as, N, id)).body;
    expect(foot).toMatchObject({ code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/), edition: 1, address: `http://127.0.0.1:8080/v/${a}/platform/paper/${foot.code}` });
    expect((await check(guest, foot.code)).body).toMatchObject({ verdict: "current", fingerprint: foot.fingerprint, title: "打谷场轮流用", where: `${N}/${id}`, prints: 1, now: null });
  });
  it("printed twice, by two people, is one sheet printed twice", async () => {
    const id = await published();
    const [first, second] = [(await print(secretary.as, N, id)).body, (await print(guest, N, id)).body];
    expect(second.code).toBe(first.code);
    expect((await check(guest, first.code)).body).toMatchObject({ prints: 2, edition: 1 });
  });
  it("withdrawn on the screen, says so on the wall, and is printed no more", async () => {
    const id = await published();
    const { code } = (await print(secretary.as, N, id)).body;
    await secretary.as.call(N, "withdraw", { village: a, params: { id }, body: { reason: "日子写错了" } });
    expect((await check(guest, code)).body).toMatchObject({ verdict: "withdrawn" });
    expect((await print(secretary.as, N, id)).body).toMatchObject({ status: 409, type: "not-standing" });
  });
  it("for one group only: its sheet can be checked by whoever holds it, and tells a stranger nothing of what it says", async () => {
    const id = await published({ audience: { to: "groups", groups: ["1"] }, title: "一组开会" });
    const { code } = (await print(villager.as, N, id)).body;
    const seen = await check(guest, code);
    expect(seen.body).toMatchObject({ verdict: "current", title: null, where: null });
    expect(seen.text).not.toMatch(/一组|JNT|notices/);
    expect((await check(villager.as, code)).body).toMatchObject({ title: "一组开会" });
    expect((await print(guest, N, id)).status).toBe(404);
    const other = await stack.person({ village: a, member: { group: "2" } });
    expect((await print(other.as, N, id)).status).toBe(404);
  });
  it("while it is a draft: is not there, even for its writer", async () => {
    const { body } = await secretary.as.call(N, "draft", { village: a, body: { kind: "plain", title: "草稿", text: "还没定。", audience: { to: "village" }, channels: ["page"] } });
    expect((await print(secretary.as, N, body.id)).status).toBe(404);
  });
});

describe("a page that is the village's as a whole", () => {
  it("is older once a post has changed hands, says which edition stands now, and current again when it is as it was", async () => {
    const { code } = (await print(guest, "platform/offices")).body;
    const [row] = await stack.rows(`V#${a}`, "VILLAGE#");
    const offices = row!["offices"] as Record<string, string[]>;
    await stack.store(Village, { ...row, offices: { ...offices, accountant: [villager.id] } } as never, { village: a });
    expect((await check(guest, code)).body).toMatchObject({ verdict: "older", edition: 1, now: { edition: 2 } });
    expect((await print(guest, "platform/offices")).body).toMatchObject({ edition: 2 });
    await stack.store(Village, { ...row, offices } as never, { village: a });
    expect((await check(guest, code)).body).toMatchObject({ verdict: "current" });
  });
  it("how our village does it: older once a habit was changed", async () => {
    const { code } = (await print(guest, "platform/villages")).body;
    const [row] = await stack.rows(`V#${a}`, "VILLAGE#");
    await stack.store(Village, { ...row, settings: { "affairs/notices.plainLasts": 86_400_000 } } as never, { village: a });
    expect((await check(guest, code)).body.verdict).toBe("older");
  });
  it("the wall sheet grows old with the next notice, the pocket card does not", async () => {
    const [wall, card] = [(await print(guest, F, "wall")).body, (await print(guest, F, "card")).body];
    await published({ title: "桥修好了" });
    expect([(await check(guest, wall.code)).body.verdict, (await check(guest, card.code)).body.verdict]).toEqual(["older", "current"]);
    expect((await stack.visitor.call(F, "pocket", { village: a, open: true })).body).toMatchObject({ onDuty: "王建国", address: `http://127.0.0.1:8080/v/${a}` });
  });
});

describe("what a code does not open", () => {
  it("one of another village, one nobody printed, and what is no code: the same 404", async () => {
    const { code } = (await print(guest, "platform/offices")).body;
    const answers = [await check(guest, code, b), await check(guest, "ZZZZZZZZ"), await check(guest, "nothing"), await print(guest, "affairs/households", "01J00000000000000000000000"), await print(guest, "nobody/nothing")];
    expect(answers.map((each) => [each.status, each.body.type])).toEqual(answers.map(() => [404, "not-found"]));
  });
  it("what the village switched off cannot be printed", async () => {
    const c = await stack.village(undefined, { off: ["platform/offices"] });
    expect((await print(guest, "platform/offices", "", c)).status).toBe(404);
  });
});

describe("the print log", () => {
  it("says to the village's offices who printed what when, and to the public only how often", async () => {
    const id = await published();
    const { code } = (await print(villager.as, N, id)).body;
    await print(guest, N, id);
    const [byGuest, byVillager] = (await secretary.as.call(F, "log", { village: a })).body.items;
    expect([byVillager.name, byVillager.code, byGuest.name]).toEqual(["李大山", code, ""]);
    expect((await check(guest, code)).text).not.toContain("李大山");
    expect([(await villager.as.call(F, "log", { village: a })).status, (await guest.call(F, "log", { village: a })).status]).toEqual([403, 401]);
  });
  it("names an event without a word of the sheet", async () => {
    const events = (await stack.rows(`V#${a}`, "EVENT#")).filter((each) => each["name"] === `${F}/printed`);
    expect(events.length).toBeGreaterThan(5);
    expect(Object.keys(events[0]!["data"] as object)).toEqual(["code"]);
  });
});
