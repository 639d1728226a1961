import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/away/handlers.ts";
import { Shown } from "../../../functions/core/shown.ts";
import { layHouse } from "../../alerts/answers/village.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const A = "circle/away";
const DAY = 86_400_000;
let stack: TestStack;
let a: string;
let b: string;
let son: { id: string; as: As };
let mother: As;
let other: { id: string; as: As };

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-06-10T08:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  const house = await layHouse(stack, a, "7", [{ name: "何妈" }]);
  son = await stack.person({ village: a, name: "何伟", member: { household: house.id } });
  await layHouse(stack, a, "7", [{ name: "何妈" }, { name: "何伟", id: son.id, away: true }]);
  mother = (await stack.person({ village: a, name: "何妈", member: { household: house.id } })).as;
  other = await stack.person({ village: a, name: "王大山" });
});
afterAll(() => stack.stop());
const ask = (as: As, route: string, given: object = {}) => as.call(A, route, { village: a, ...given });

describe("a son who works far away", () => {
  it("says when and where: his house reads it, nobody else, and the event has no place in it", async () => {
    expect((await ask(son.as, "leave", { body: { from: "2026-06-01", where: "东莞" } })).body.now).toMatchObject({ until: null, where: "东莞" });
    expect((await ask(mother, "mine")).body.house[0]).toMatchObject({ name: "何伟", now: { where: "东莞" } });
    expect((await ask(other.as, "mine")).text).not.toContain("何伟");
    expect(JSON.stringify(await stack.rows(`V#${a}`, "EVENT#"))).not.toContain("东莞");
    expect((await ask(son.as, "leave", { body: { from: "2026-06-12", until: "2026-06-11" } })).body).toMatchObject({ status: 422, field: "until" });
    expect((await ask(son.as, "home", { body: { from: "2026-06-10" } })).body.now).toBeNull();
  });
  it("hears once a week how much was new at home, and nothing in a quiet week", async () => {
    await ask(son.as, "leave", { body: { from: "2026-06-10" } });
    const digests = async () => (await stack.rows(`V#${a}`, `TELL#${son.id}`)).filter((each) => each["key"] === "digest").map((each) => (each["text"] as { zh: string }).zh);
    await stack.later(8 * DAY);
    expect(await digests()).toEqual([]);
    await stack.later(2 * DAY);
    await stack.store(Shown, { thing: "01J00000000000000000000005", feature: "circle/posts", kind: "post", title: "桥修好了", where: "circle/posts/1", by: other.id, at: stack.now().toISOString(), until: null, audience: "village", talk: "none", gone: false }, { village: a });
    await stack.later(5 * DAY + 12 * 3_600_000);
    expect(await digests()).toEqual(["这一周村里有1件新鲜事，点开看看。"]);
    expect((await ask(son.as, "digest")).body.items).toEqual([expect.objectContaining({ title: "桥修好了" })]);
  });
});

describe("a ride home", () => {
  it("has so many seats; how to reach each other is for who rides along; called off, they are told", async () => {
    stack.at("2026-07-01T08:00:00.000Z");
    const day = stack.now().toISOString().slice(0, 10);
    const offered = await ask(son.as, "offer", { body: { day, from: "东莞", seats: 1, how: "微信群里喊我" } });
    const of = { params: { id: offered.body.id } };
    expect((await ask(other.as, "rides")).body.items[0]).toMatchObject({ name: "何伟", free: 1, how: null, riders: [] });
    expect((await ask(son.as, "join", of)).body.type).toBe("own-ride");
    expect((await ask(other.as, "join", of)).body).toMatchObject({ free: 0, how: "微信群里喊我", riders: ["王大山"] });
    expect((await ask(mother, "join", of)).body).toMatchObject({ status: 409, type: "no-seat" });
    expect((await ask(other.as, "cancel", of)).status).toBe(404);
    const stranger = await stack.person({ village: b });
    expect((await stranger.as.call(A, "ride", { village: b, ...of })).status).toBe(404);
    expect((await ask(son.as, "cancel", of)).status).toBe(200);
    expect((await stack.rows(`V#${a}`, `TELL#${other.id}`)).map((each) => each["key"])).toEqual(["cancelled"]);
    expect((await ask(other.as, "rides")).body.items).toEqual([]);
  });
});
