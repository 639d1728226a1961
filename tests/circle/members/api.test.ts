import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { idsOf, importRoll } from "../../affairs/households/roll.ts";

const F = "circle/members";
type Who = { id: string; as: As };
let stack: TestStack;
let village: string, other: string;
let secretary: Who, leader: Who, neighbour: Who, wife: Who, cousin: Who;
const newcomer = (): Promise<Who> => stack.person();
const member = async (person: string) => (await stack.rows(`V#${village}`, `MEMBER#${person}`))[0];

beforeAll(async () => {
  stack = await openStack([households, members]);
  village = await stack.village();
  other = await stack.village();
  await importRoll(stack, village, [
    { house: "12", name: "李秀英", group: "3", bornIn: 1938, head: true, vulnerable: ["bed-bound"] },
    { house: "12", name: "张大山", group: "3", bornIn: 1965 },
    { house: "7", name: "王小明", group: "1", phone: "+8613912348001" },
  ]);
  await importRoll(stack, other, [{ house: "1", name: "赵四" }]);
  secretary = await stack.person({ village, name: "陈书记", offices: ["office:secretary"] });
  leader = await stack.person({ village, name: "刘组长", offices: ["office:group-leader"], member: { group: "3" } });
  neighbour = await stack.person({ village, member: { household: idsOf(village, "7", "王小明").household } });
  wife = await stack.person({ village, member: { household: idsOf(village, "7", "王小明").household } });
  cousin = await stack.person({ village, member: { household: idsOf(village, "12", "李秀英").household, group: "3" } });
});
afterAll(() => stack.stop());

describe("a person without a phone", () => {
  test("a bed-bound grandmother on the list is a full member, on paper", async () => {
    expect(await member(idsOf(village, "12", "李秀英").person)).toMatchObject({ state: "verified", paper: true, head: true, group: "3", vulnerable: ["bed-bound"], sleepsHere: true });
    expect(await member(idsOf(village, "7", "王小明").person)).toMatchObject({ state: "verified", paper: false });
  });
  test("a cadre enters one who stood on no list: member and household agree", async () => {
    const { household } = idsOf(village, "12", "李秀英");
    const added = await leader.as.call(F, "addPaper", { village, body: { household, name: "张奶奶", bornIn: 1931, sleepsHere: true, vulnerable: ["alone"] } });
    expect(added.body).toMatchObject({ state: "verified", paper: true, joined: false });
    await stack.settle();
    const house = (await stack.rows(`V#${village}`, `HH#${household}`))[0] as unknown as { people: { person: string }[] };
    expect(house.people.some((each) => each.person === added.body.person)).toBe(true);
    const again = await secretary.as.call(F, "addPaper", { village, body: { household, name: "张奶奶", sleepsHere: true } });
    expect(again.body).toMatchObject({ person: added.body.person, joined: true });
    await stack.settle();
    await importRoll(stack, village, [{ house: "12", name: "张奶奶", group: "3", bornIn: 1930 }]);
    expect(((await stack.rows(`V#${village}`, `HH#${household}`))[0] as unknown as { people: unknown[] }).people).toHaveLength(3);
  });
  test("another village's household cannot be added to", async () => {
    const { household } = idsOf(other, "1", "赵四");
    expect((await secretary.as.call(F, "addPaper", { village, body: { household, name: "某人", sleepsHere: true } })).body).toMatchObject({ status: 422, field: "household" });
    expect((await secretary.as.call(F, "addPaper", { village: other, body: { household, name: "某人", sleepsHere: true } })).status).toBe(404);
  });
});

describe("\"I belong here\"", () => {
  test("two neighbours of two houses vouch, a cadre verifies, and who was on paper is the same person", async () => {
    const he = await newcomer();
    expect((await stack.visitor.call(F, "claim", { village, body: { name: "张大山", house: "12" } })).status).toBe(401);
    const claim = await he.as.call(F, "claim", { village, body: { name: "张大山", house: "12", group: "3" } });
    expect(claim.body).toMatchObject({ state: "claimed", vouchers: 0 });
    expect((await he.as.call(F, "claim", { village, body: { name: "张大山", house: "12" } })).body.type).toBe("already-claimed");
    const params = { id: claim.body.id };
    expect((await he.as.call(F, "vouch", { village, params })).status).toBe(403);
    expect((await neighbour.as.call(F, "vouch", { village, params })).body).toMatchObject({ state: "claimed", vouchers: 1 });
    expect((await wife.as.call(F, "vouch", { village, params })).body.type).toBe("one-per-household");
    const { household, person: paper } = idsOf(village, "12", "张大山");
    expect((await secretary.as.call(F, "verify", { village, params, body: { household } })).body).toMatchObject({ status: 409, state: "claimed" });
    expect((await cousin.as.call(F, "vouch", { village, params })).body.state).toBe("vouched");
    expect((await neighbour.as.call(F, "verify", { village, params, body: { household } })).status).toBe(403);
    expect((await secretary.as.call(F, "verify", { village, params, body: { household: idsOf(other, "1", "赵四").household } })).body.field).toBe("household");
    expect((await secretary.as.call(F, "verify", { village, params, body: { household } })).body).toMatchObject({ state: "verified", alone: false });
    await stack.settle();
    expect(await member(he.id)).toMatchObject({ state: "verified", household, paper: false, bornIn: 1965 });
    expect(await member(paper)).toMatchObject({ state: "ended" });
    const mine = await he.as.call("affairs/households", "mine", { village });
    expect(mine.body.people.filter((each: { name: string }) => each.name === "张大山").map((each: { person: string }) => each.person)).toEqual([he.id]);
  });
  test("an office holder cannot vouch for or verify the own claim", async () => {
    const he = await stack.person({ village, member: false, offices: ["office:committee"] });
    const claim = await he.as.call(F, "claim", { village, body: { name: "孙会计", house: "7" } });
    const params = { id: claim.body.id };
    expect((await he.as.call(F, "vouch", { village, params })).body.type).toBe("own-vouching");
    await secretary.as.call(F, "vouch", { village, params });
    expect((await he.as.call(F, "verify", { village, params, body: { household: idsOf(village, "7", "王小明").household } })).body.type).toBe("own-vouching");
    expect((await secretary.as.call(F, "verify", { village, params, body: { household: idsOf(village, "7", "王小明").household } })).body).toMatchObject({ state: "verified", alone: true });
  });
  test("who has a phone of their own is somebody else, even with the same name", async () => {
    const he = await newcomer();
    const claim = await he.as.call(F, "claim", { village, body: { name: "王小明", house: "7" } });
    await secretary.as.call(F, "vouch", { village, params: { id: claim.body.id } });
    expect((await secretary.as.call(F, "verify", { village, params: { id: claim.body.id }, body: { household: idsOf(village, "7", "王小明").household } })).body.type).toBe("already-a-member");
  });
  test("refused with a reason, one may ask again", async () => {
    const he = await newcomer();
    const claim = await he.as.call(F, "claim", { village, body: { name: "某人", house: "99" } });
    expect((await secretary.as.call(F, "refuse", { village, params: { id: claim.body.id }, body: { reason: "没有这个门牌" } })).body.state).toBe("refused");
    expect((await he.as.call(F, "me", { village })).body).toMatchObject({ member: { state: "ended" }, claim: { reason: "没有这个门牌" } });
    expect((await he.as.call(F, "claim", { village, body: { name: "某人", house: "7" } })).status).toBe(200);
  });
  test("another village's claim is not found", async () => {
    const he = await newcomer();
    const claim = await he.as.call(F, "claim", { village: other, body: { name: "某人", house: "1" } });
    expect((await secretary.as.call(F, "vouch", { village, params: { id: claim.body.id } })).status).toBe(404);
    expect((await secretary.as.call(F, "vouch", { village: other, params: { id: claim.body.id } })).status).toBe(404);
  });
  test("an identity number in a name is stopped", async () => {
    const he = await newcomer();
    expect((await he.as.call(F, "claim", { village, body: { name: "11010519491231002X", house: "1" } })).body).toMatchObject({ status: 422, field: "name" });
  });
});

describe("the offices' roll", () => {
  test("masks names outside one's group and carries no number", async () => {
    const { body, text } = await secretary.as.call(F, "list", { village, query: { limit: "100" } });
    expect(body.items.map((each: { name: string }) => each.name)).toContain("李*英");
    expect(text).not.toMatch(/1[39]\d{9}|李秀英/);
    const own = await leader.as.call(F, "list", { village, query: { limit: "100" } });
    expect(own.body.items.every((each: { group: string }) => each.group === "3")).toBe(true);
    expect(own.body.items.map((each: { name: string }) => each.name)).toContain("李秀英");
    expect((await neighbour.as.call(F, "list", { village })).status).toBe(403);
  });
});
