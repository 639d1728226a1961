import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler as desk } from "../../../functions/platform/desk/handlers.ts";
import { handler } from "../../../functions/platform/offices/handlers.ts";
import { departmentsOf } from "../../../functions/platform/offices/reads.ts";
import { handler as signIn } from "../../../functions/platform/sign-in/handlers.ts";
import type { County } from "../../../functions/core/access-rows.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const OFFICES = "platform/offices";
type Someone = { id: string; as: As };
let stack: TestStack;
let a: string;
let head: Someone;
let accountant: Someone;
let neighbour: Someone;
beforeAll(async () => { stack = await openStack([handler, signIn, desk, notices]); });
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.at("2026-05-01T01:00:00.000Z");
  a = await stack.village();
  head = await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] });
  accountant = await stack.person({ village: a, name: "孙丽萍", offices: ["office:committee"] });
  neighbour = await stack.person({ village: a, name: "李邻居" });
});
const post = (office: string) => ({ village: a, params: { office } });
const shown = async (office: string) => (await stack.visitor.call(OFFICES, "list", { village: a, open: true })).body.offices.find((each: { office: string }) => each.office === office).holders;
const act = (by: Someone, person: string, until = "2026-05-20", office = "committee") => by.as.call(OFFICES, "act", { ...post(office), body: { person, until } });
const draft = (by: Someone) => by.as.call("affairs/notices", "draft", { village: a, body: { kind: "plain", title: "停水", text: "x" } });

describe("a holder who is away", () => {
  it("names who acts until a day; it is shown as what it is, works at once, and ends by itself", async () => {
    expect((await draft(neighbour)).status).toBe(403);
    expect((await act(accountant, neighbour.id)).body).toEqual({ until: "2026-05-20T00:00:00.000Z" });
    expect((await draft(neighbour)).status).toBe(200);
    expect(await shown("committee")).toMatchObject([{ name: "孙丽萍", actingFor: null }, { name: "李邻居", actingFor: "孙丽萍", until: "2026-05-20T00:00:00.000Z" }]);
    stack.at("2026-05-20T00:00:01.000Z");
    await stack.later(60_000);
    expect((await draft(neighbour)).body).toMatchObject({ status: 403, type: "office-ended" });
    expect(await shown("committee")).toMatchObject([{ name: "孙丽萍" }]);
    expect((await draft(accountant)).status).toBe(200);
  });
  it("comes back early; names only people of the village, for ninety days at most, and nobody acting hands it further", async () => {
    expect((await act(accountant, neighbour.id, "2026-09-01")).body).toMatchObject({ status: 422, type: "too-long" });
    expect((await act(accountant, neighbour.id, "2026-04-01")).body).toMatchObject({ status: 422, reason: "in-the-past" });
    expect((await act(accountant, (await stack.person({})).id)).body).toMatchObject({ status: 422, field: "person" });
    expect((await act(head, neighbour.id)).body).toMatchObject({ status: 409, type: "not-a-holder" });
    expect((await act(neighbour, head.id)).status).toBe(403);
    await act(accountant, neighbour.id);
    const third = await stack.person({ village: a });
    expect((await act(neighbour, third.id)).body).toMatchObject({ status: 409, type: "not-a-holder" });
    expect((await head.as.call(OFFICES, "back", { ...post("committee"), body: { person: neighbour.id } })).body.type).toBe("not-a-holder");
    expect((await accountant.as.call(OFFICES, "back", { ...post("committee"), body: { person: neighbour.id } })).status).toBe(200);
    expect((await draft(neighbour)).status).toBe(403);
  });
  it("takes whoever acts along when the post ends; the last village head is not taken away for having one who acts", async () => {
    await act(accountant, neighbour.id);
    await act(head, neighbour.id, "2026-05-20", "secretary");
    expect((await neighbour.as.call(OFFICES, "end", { ...post("secretary"), body: { person: head.id, reason: "x" } })).body).toMatchObject({ status: 409, type: "last-secretary" });
    expect((await head.as.call(OFFICES, "end", { ...post("committee"), body: { person: accountant.id, reason: "换届" } })).status).toBe(200);
    expect(await shown("committee")).toEqual([]);
  });
});

describe("who acts for the village head", () => {
  it("is the head's own hand, never the second person: what one asks the other does not confirm", async () => {
    const second = await stack.person({ village: a, name: "张二", offices: ["office:secretary"] });
    await act(head, neighbour.id, "2026-05-20", "secretary");
    const third = await stack.person({ village: a });
    const asked = await head.as.call(OFFICES, "give", { ...post("accountant"), body: { person: third.id } });
    const confirm = (by: Someone) => by.as.call(OFFICES, "confirm", { village: a, params: { id: asked.body.giving } });
    expect((await confirm(neighbour)).body).toMatchObject({ status: 403, type: "same-person" });
    expect((await confirm(second)).body).toMatchObject({ state: "given" });
  });
});

describe("a post that changes hands", () => {
  it("leaves a note of what is open for it, to who holds it now and who gives posts, and to nobody else", async () => {
    await draft(head);
    const given = await head.as.call(OFFICES, "give", { ...post("committee"), body: { person: neighbour.id, from: accountant.id } });
    expect(given.body).toMatchObject({ state: "given", alone: true });
    const note = { office: "committee", from: "孙丽萍", to: "李邻居", open: [{ text: { zh: "公告“停水”等着发" } }], more: 0 };
    expect((await neighbour.as.call(OFFICES, "handovers", { village: a, query: {} })).body.items).toMatchObject([note]);
    expect((await head.as.call(OFFICES, "handovers", { village: a, query: {} })).body.items).toMatchObject([note]);
    expect((await accountant.as.call(OFFICES, "handovers", { village: a, query: {} })).status).toBe(403);
    expect((await draft(accountant)).body.type).toBe("office-ended");
  });
  it("is pointed out thirty days before its term ends, on the desk of who gives posts, and no longer when somebody follows", async () => {
    await head.as.call(OFFICES, "give", { ...post("accountant"), body: { person: neighbour.id, until: "2026-12-01" } });
    await stack.settle();
    const lines = async () => (await head.as.call("platform/desk", "list", { village: a })).body.items;
    expect(await lines()).toEqual([]);
    stack.at("2026-11-01T00:00:01.000Z");
    await stack.later(60_000);
    expect(await lines()).toMatchObject([{ text: { zh: "会计的任期快到了：请谁接", en: "The term of the accountant ends soon: who follows?" }, due: "2026-12-01T00:00:00.000Z", overdue: false, where: "platform/offices", steps: [] }]);
    await head.as.call(OFFICES, "give", { ...post("accountant"), body: { person: accountant.id, from: neighbour.id, until: "2028-12-01" } });
    expect(await lines()).toEqual([]);
    stack.at("2028-12-01T00:00:01.000Z");
    await stack.later(60_000);
    await stack.later(60_000);
    expect(await shown("accountant")).toEqual([]);
  });
});

describe("the county's departments", () => {
  it("are held by name, and a village knows whether anybody is there to take what it passes on", async () => {
    const director = await stack.person({ offices: ["county:director"] });
    const engineer = await stack.person({});
    expect((await director.as.call(OFFICES, "giveCounty", { area: stack.county, params: { office: "department.water" }, body: { person: engineer.id } })).status).toBe(200);
    expect((await director.as.call(OFFICES, "giveCounty", { area: stack.county, params: { office: "department.magic" }, body: { person: engineer.id } })).status).toBe(404);
    const row = (await stack.rows(`A#${stack.county}`, "COUNTY#"))[0] as unknown as County;
    expect(departmentsOf("cn-village", row).filter(({ held }) => held)).toMatchObject([{ department: "water", who: "county:department.water", titles: { zh: "水利局" } }]);
    const seen = await engineer.as.call(OFFICES, "county", { area: stack.county });
    expect(seen.body.offices.find((each: { office: string }) => each.office === "department.water")).toMatchObject({ titles: { en: "Water department" }, holders: [{ person: engineer.id }] });
  });
});
