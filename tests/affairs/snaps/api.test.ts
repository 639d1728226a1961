import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/affairs/snaps/handlers.ts";
import { County } from "../../../functions/core/access-rows.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const S = "affairs/snaps";
const DAY = 86_400_000;
type Who = { id: string; as: As };
let stack: TestStack;
let a: string;
let b: string;
let villager: Who; let secretary: Who; let township: Who; let water: Who; let roads: Who;
const report = async (body: object = {}, as = villager.as, village = a) => as.call(S, "report", { village, body: { words: "水管裂了，一直流", place: "老井边上", ...body } });
const move = (name: string, id: string, as: As, body: object = {}) => as.call(S, name, { village: a, params: { id }, body });
const one = async (id: string, as: As = stack.visitor) => as.call(S, "one", { village: a, params: { id } });
const told = async (who: string, key: string, id: string) => (await stack.rows(`V#${a}`, `TELL#${who}`)).filter((each) => each["key"] === key && String(each["where"]).endsWith(id)).length;

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-05-01T01:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  [villager, secretary] = [await stack.person({ village: a, name: "李秀英" }), await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] })];
  [township, water, roads] = [await stack.person(), await stack.person(), await stack.person()];
  await stack.store(County, {
    id: stack.county, names: { zh: "清河县" }, offices: { "department.water": [water.id], "department.roads": [roads.id] }, ended: {}, townships: { "431228103": { names: { zh: "河口乡" }, offices: { director: [township.id] } } },
  }, { area: stack.county });
});
afterAll(() => stack.stop());

describe("a burst pipe", () => {
  it("by the old well, without a name, is taken up, promised for a day, fixed with a picture and confirmed by its reporter alone", async () => {
    const { body } = await report();
    expect(body).toMatchObject({ state: "received", place: "老井边上", name: "", mine: true });
    expect((await one(body.id)).text).not.toContain("李秀英");
    expect((await one(body.id, secretary.as)).text).not.toContain(villager.id);
    expect((await move("accept", body.id, villager.as)).status).toBe(403);
    expect((await move("accept", body.id, secretary.as)).body.state).toBe("accepted");
    expect((await move("promise", body.id, secretary.as, { day: "2026-04-01" })).body).toMatchObject({ type: "wrong-field", field: "day" });
    expect((await move("promise", body.id, secretary.as, { day: "2026-05-03" })).body).toMatchObject({ state: "in-hand", promised: "2026-05-03" });
    expect((await move("fix", body.id, secretary.as)).body).toMatchObject({ type: "proof-needed", status: 422 });
    expect((await move("fix", body.id, secretary.as, { media: [{ id: "01JV0000000000000000000021", kind: "photo" }] })).body.state).toBe("fixed");
    for (const key of ["accepted", "promised", "fixed"]) expect(await told(villager.id, key, body.id), key).toBe(1);
    expect((await move("confirm", body.id, secretary.as)).body.type).toBe("not-yours");
    expect((await move("reopen", body.id, villager.as, { words: "还在滴" })).body).toMatchObject({ state: "reopened", reason: "还在滴" });
    await move("fix", body.id, secretary.as, { words: "换了一截新管子" });
    expect((await move("confirm", body.id, villager.as)).body.state).toBe("confirmed");
    expect((await move("fix", body.id, secretary.as, { words: "再修" })).body).toMatchObject({ status: 409, state: "confirmed", steps: [] });
  });
  it("nobody answers is sent again, then to the township, each told once; a broken promise goes there too", async () => {
    stack.at("2026-06-01T01:00:00.000Z");
    const [silent, promised] = [(await report()).body.id, (await report()).body.id];
    await move("promise", promised, secretary.as, { day: "2026-06-02" });
    await stack.later(3 * DAY + 60_000);
    expect([(await one(silent)).body.state, await told(secretary.id, "waiting", silent), await told(villager.id, "resent", silent)]).toEqual(["received", 1, 1]);
    expect([(await one(promised)).body.state, await told(township.id, "waiting", promised)]).toEqual(["escalated", 1]);
    await stack.later(3 * DAY + 60_000);
    expect([(await one(silent)).body.state, await told(township.id, "waiting", silent), await told(villager.id, "escalated", silent)]).toEqual(["escalated", 1, 1]);
    expect((await move("take", silent, township.as)).body.state).toBe("accepted");
  });
});

describe("a report that is not the village's", () => {
  it("goes to the county's department, which alone fixes it or hands it back; an empty post is said so", async () => {
    const { id } = (await report({ words: "河堤塌了" })).body;
    expect((await move("pass", id, secretary.as, { department: "bakery" })).status).toBe(422);
    expect((await move("pass", id, secretary.as, { department: "water" })).body).toMatchObject({ state: "passed", department: "water", departmentHeld: true });
    expect([await told(water.id, "department", id), await told(villager.id, "passed", id)]).toEqual([1, 1]);
    expect((await move("finish", id, roads.as, { words: "修了" })).body.type).toBe("another-department");
    expect((await move("handBack", id, water.as, { reason: "是村里的渠" })).body).toMatchObject({ state: "received", reason: "是村里的渠", department: null });
    await move("pass", id, secretary.as, { department: "water" });
    expect((await move("finish", id, water.as, { words: "已加固" })).body.state).toBe("fixed");
    const other = (await report()).body.id;
    expect((await move("pass", other, secretary.as, { department: "health" })).body).toMatchObject({ departmentHeld: false });
    await stack.later(30 * DAY + 60_000);
    expect((await one(other)).body.state, "what a department let lie comes back").toBe("received");
  });
  it("or was reported before is joined with all its followers, who are told and hear of the other from then on", async () => {
    const [first, second] = [(await report()).body.id, (await report({}, (await stack.person({ village: a })).as)).body.id];
    const guest = stack.guest("device-of-a-guest");
    expect((await move("follow", second, guest)).body).toMatchObject({ following: true, followers: 2 });
    expect((await move("follow", second, guest)).body.followers, "twice is once").toBe(2);
    expect((await move("join", second, secretary.as, { to: second })).body.type).toBe("cannot-join");
    expect((await move("join", second, secretary.as, { to: first })).body).toMatchObject({ state: "joined", joinedTo: first });
    expect((await one(first)).body.followers).toBe(3);
    expect(await told("device-of-a-guest", "joined", first)).toBe(1);
    await move("accept", first, secretary.as);
    expect(await told("device-of-a-guest", "accepted", first)).toBe(1);
    expect((await move("join", first, secretary.as, { to: second })).body.type).toBe("cannot-join");
  });
});

describe("who reports", () => {
  it("may be a guest, in words alone, shown to others once an office has looked", async () => {
    const guest = stack.guest();
    expect((await report({ media: [{ id: "01JV0000000000000000000022", kind: "photo" }] }, guest)).body.type).toBe("guests-no-pictures");
    const { id } = (await report({ words: "路口的灯不亮", showName: true }, guest)).body;
    const listed = async () => (await stack.visitor.call(S, "list", { village: a })).body.items.map((each: { id: string }) => each.id);
    expect((await one(id)).status).toBe(404);
    expect((await one(id, guest)).body).toMatchObject({ mine: true, name: "" });
    expect(await listed()).not.toContain(id);
    await move("accept", id, secretary.as);
    expect(await listed()).toContain(id);
    expect((await stack.visitor.call(S, "one", { village: b, params: { id } })).status).toBe(404);
  });
  it("says where or what: nothing at all is refused, words without a map are fine; a name is shown where it was wished", async () => {
    expect((await villager.as.call(S, "report", { village: a, body: {} })).body).toMatchObject({ status: 422, field: "words" });
    expect((await villager.as.call(S, "report", { village: a, body: { place: "桥头", showName: true } })).body).toMatchObject({ name: "李秀英", spot: null });
    const stranger = await stack.person({ village: b, offices: ["office:secretary"] });
    expect((await stranger.as.call(S, "all", { village: a })).status).toBe(404);
  });
});
