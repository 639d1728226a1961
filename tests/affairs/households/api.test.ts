import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { idsOf, importRoll } from "./roll.ts";

const F = "affairs/households";
let stack: TestStack;
let village: string, other: string;
let secretary: { id: string; as: As }, leader: { id: string; as: As }, son: { id: string; as: As }, stranger: { id: string; as: As };
const ids = () => idsOf(village, "12", "李秀英");

beforeAll(async () => {
  stack = await openStack([households, members]);
  village = await stack.village();
  other = await stack.village();
  await importRoll(stack, village, [
    { house: "12", name: "李秀英", group: "3", bornIn: 1938, head: true, vulnerable: ["bed-bound", "no-phone"] },
    { house: "12", name: "张大山", group: "3", bornIn: 1965, phone: "+8613812348000", sleepsHere: false },
    { house: "7", name: "王小明", group: "1", bornIn: 1990, phone: "+8613912348001" },
  ]);
  await importRoll(stack, other, [{ house: "1", name: "赵四", group: "1" }]);
  secretary = await stack.person({ village, name: "陈书记", offices: ["office:secretary"] });
  leader = await stack.person({ village, name: "刘组长", offices: ["office:group-leader"], member: { group: "3" } });
  son = await stack.person({ village, name: "张大山", member: { household: ids().household, group: "3" } });
  stranger = await stack.person({ village: other, offices: ["office:secretary"], member: { household: idsOf(other, "1", "赵四").household } });
});
afterAll(() => stack.stop());

describe("the offices' list", () => {
  test("the secretary sees counts and masked names, and no number", async () => {
    const { status, body, text } = await secretary.as.call(F, "list", { village });
    expect(status).toBe(200);
    expect(body.items.find((each: { no: string }) => each.no === "12")).toMatchObject({ people: 2, sleeping: 1, vulnerable: 1, names: expect.arrayContaining(["李*英", "张*山"]) });
    expect(text).not.toMatch(/1[39]\d{9}|李秀英/);
  });
  test("a group's leader sees the own group by name and no other", async () => {
    const { body } = await leader.as.call(F, "list", { village });
    expect(body.items.map((each: { no: string }) => each.no)).toEqual(["12"]);
    expect(body.items[0].names).toContain("李秀英");
  });
  test("a villager without office is refused, a stranger finds nothing", async () => {
    expect((await son.as.call(F, "list", { village })).status).toBe(403);
    expect((await stranger.as.call(F, "list", { village })).status).toBe(404);
  });
  test("the public learns how many, never who is away", async () => {
    const { status, body } = await stack.visitor.call(F, "count", { village, open: true });
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(["households", "residents"]);
  });
  test("another village's household is not found, by its id or through it", async () => {
    const theirs = idsOf(other, "1", "赵四").household;
    expect((await secretary.as.call(F, "one", { village, params: { id: theirs } })).status).toBe(404);
    expect((await secretary.as.call(F, "look", { village, params: { id: theirs }, body: { purpose: "care" } })).status).toBe(404);
    expect((await secretary.as.call(F, "one", { village: other, params: { id: theirs } })).status).toBe(404);
  });
});

describe("one household", () => {
  test("it sees everything that is held about it", async () => {
    const { status, body } = await son.as.call(F, "mine", { village });
    expect(status).toBe(200);
    expect(body.people.map((each: { name: string }) => each.name)).toEqual(["李秀英", "张大山"]);
    expect(body.people[0]).toMatchObject({ head: true, vulnerable: ["bed-bound", "no-phone"] });
  });
  test("an office without a purpose sees a line; with one it sees all, and the household reads who looked", async () => {
    expect((await secretary.as.call(F, "one", { village, params: { id: ids().household } })).body.names).toContain("李*英");
    expect((await secretary.as.call(F, "look", { village, params: { id: ids().household }, body: {} })).status).toBe(422);
    expect((await secretary.as.call(F, "look", { village, params: { id: ids().household }, body: { purpose: "other" } })).body).toMatchObject({ status: 422, field: "note" });
    const seen = await secretary.as.call(F, "look", { village, params: { id: ids().household }, body: { purpose: "care" } });
    expect(seen.body.people[0].name).toBe("李秀英");
    const { body } = await son.as.call(F, "looks", { village });
    expect(body.items[0]).toMatchObject({ name: "陈书记", office: "office:secretary", purpose: "care" });
    const event = (await stack.rows(`V#${village}`, "EVENT#")).find((each) => each["name"] === `${F}/looked`);
    expect(JSON.stringify(event)).not.toMatch(/李秀英|陈书记/);
  });
  test("a leader of another group finds nothing to look at", async () => {
    expect((await leader.as.call(F, "look", { village, params: { id: idsOf(village, "7", "王小明").household }, body: { purpose: "care" } })).status).toBe(404);
  });
  test("who sleeps at home is said by the household or a cadre; a stranger's name is 422", async () => {
    const said = await son.as.call(F, "sleeping", { village, body: { people: [{ person: idsOf(village, "12", "张大山").person, sleepsHere: true }] } });
    expect(said.body.sleeping).toBe(2);
    expect((await son.as.call(F, "sleeping", { village, ifMatch: 1, body: { people: [{ person: ids().person, sleepsHere: true }] } })).status).toBe(409);
    const wrong = await leader.as.call(F, "sleepingFor", { village, params: { id: ids().household }, body: { people: [{ person: idsOf(village, "7", "王小明").person, sleepsHere: true }] } });
    expect(wrong.body).toMatchObject({ status: 422, field: "people.0.person" });
    await stack.settle();
    const rows = await stack.rows(`V#${village}`, `MEMBER#${idsOf(village, "12", "张大山").person}`);
    expect(rows[0]).toMatchObject({ sleepsHere: true });
  });
  test("a house is checked empty only when nobody is said to sleep there, and the public never learns it", async () => {
    const id = idsOf(village, "7", "王小明");
    expect((await secretary.as.call(F, "foundEmpty", { village, params: { id: id.household } })).body.type).toBe("someone-sleeps-there");
    await secretary.as.call(F, "sleepingFor", { village, params: { id: id.household }, body: { people: [{ person: id.person, sleepsHere: false }] } });
    expect((await secretary.as.call(F, "foundEmpty", { village, params: { id: id.household } })).body.emptyChecked).toMatch(/Z$/);
  });
});

describe("corrections", () => {
  test("asked, checked, accepted: the household and the member follow, and a later list does not undo it", async () => {
    const asked = await son.as.call(F, "propose", { village, body: { change: { what: "born", person: ids().person, bornIn: 1936 } } });
    expect(asked.body).toMatchObject({ state: "proposed", no: "12" });
    const params = { id: asked.body.id };
    expect((await son.as.call(F, "accept", { village, params })).status).toBe(403);
    expect((await secretary.as.call(F, "accept", { village: other, params })).status).toBe(404);
    expect((await leader.as.call(F, "accept", { village, params })).body.state).toBe("accepted");
    expect((await leader.as.call(F, "refuse", { village, params, body: { reason: "再想想" } })).body).toMatchObject({ status: 409, state: "accepted" });
    await stack.settle();
    await importRoll(stack, village, [{ house: "12", name: "李秀英", group: "3", bornIn: 1938, head: true }]);
    expect((await son.as.call(F, "mine", { village })).body.people[0]).toMatchObject({ name: "李秀英", bornIn: 1936, vulnerable: ["bed-bound", "no-phone"] });
    expect((await stack.rows(`V#${village}`, `MEMBER#${ids().person}`))[0]).toMatchObject({ bornIn: 1936 });
  });
  test("a refusal carries its reason, and nobody decides on the own household's request", async () => {
    const cousin = await stack.person({ village, offices: ["office:committee"], member: { household: ids().household, group: "3" } });
    const asked = await son.as.call(F, "propose", { village, body: { change: { what: "hazards", codes: ["river"] } } });
    expect((await cousin.as.call(F, "accept", { village, params: { id: asked.body.id } })).body.type).toBe("own-household");
    await secretary.as.call(F, "refuse", { village, params: { id: asked.body.id }, body: { reason: "房子不靠河" } });
    const { body } = await son.as.call(F, "ownCorrections", { village });
    expect(body.items[0]).toMatchObject({ state: "refused", reason: "房子不靠河" });
  });
  test("who died leaves the household and is a member no more; the same list does not bring them back", async () => {
    const people = [{ house: "30", name: "周老汉", group: "3", head: true, bornIn: 1940 }, { house: "30", name: "周婆婆", group: "3", bornIn: 1942 }];
    await importRoll(stack, village, people);
    const [old, wife] = [idsOf(village, "30", "周老汉"), idsOf(village, "30", "周婆婆")];
    const asked = await leader.as.call(F, "proposeFor", { village, params: { id: old.household }, body: { change: { what: "died", person: old.person }, why: "邻居说的" } });
    await secretary.as.call(F, "accept", { village, params: { id: asked.body.id } });
    await stack.settle();
    await importRoll(stack, village, people);
    const { body } = await secretary.as.call(F, "look", { village, params: { id: old.household }, body: { purpose: "records" } });
    expect(body.people.map((each: { person: string }) => each.person)).toEqual([wife.person]);
    expect((await stack.rows(`V#${village}`, `MEMBER#${old.person}`))[0]).toMatchObject({ state: "ended" });
  });
  test("nobody answers: after a small village's thirty days it is overdue and can still be decided", async () => {
    stack.at(new Date());
    const asked = await son.as.call(F, "propose", { village, body: { change: { what: "name", person: ids().person, name: "李秀瑛" } } });
    await stack.later(30 * 86_400_000 + 60_000);
    const waiting = await leader.as.call(F, "corrections", { village });
    stack.at(null);
    expect(waiting.body.items.find((each: { id: string }) => each.id === asked.body.id)?.state).toBe("overdue");
  });
});

describe("a list imported", () => {
  test("twice leaves every row as it was", async () => {
    const people = Array.from({ length: 130 }, (_, i) => ({ house: String(500 + Math.floor(i / 3)), name: `村民${i}`, group: "5", bornIn: 1950 + (i % 60) }));
    await importRoll(stack, village, people);
    const rows = async () => (await stack.rows(`V#${village}`, "HH#")).map(({ roll: _, people: dwellers, version: __, ...rest }) => ({ ...rest, people: (dwellers as { roll: string }[]).map(({ roll: ___, ...each }) => each) }));
    const before = await rows();
    await importRoll(stack, village, people);
    expect(await rows()).toEqual(before);
    expect(before.filter((each) => Number((each as unknown as { no: string }).no) >= 500)).toHaveLength(44);
    expect((await stack.rows(`V#${village}`, "MEMBER#")).filter((each) => each["group"] === "5")).toHaveLength(130);
  });
});
