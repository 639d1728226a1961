import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/platform/offices/handlers.ts";
import { handler as signIn } from "../../../functions/platform/sign-in/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { signIn as enter } from "../sign-in/signing.ts";

const OFFICES = "platform/offices";
type Someone = { id: string; as: As };
let stack: TestStack;
let a: string;
let b: string;
let first: Someone;
let second: Someone;
let villager: Someone;
beforeAll(async () => { stack = await openStack([handler, signIn]); });
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.at(null);
  a = await stack.village();
  b = await stack.village();
  first = await stack.person({ village: a, name: "张一", offices: ["office:secretary"] });
  second = await stack.person({ village: a, name: "张二", offices: ["office:secretary"] });
  villager = await stack.person({ village: a, name: "李会计" });
});
const give = (by: Someone, person: string, more: object = {}, office = "accountant") => by.as.call(OFFICES, "give", { village: a, params: { office }, body: { person, ...more } });
const holders = async (office: string, village = a): Promise<string[]> => ((await stack.rows(`V#${village}`, "VILLAGE#"))[0]!["offices"] as Record<string, string[]>)[office] ?? [];

describe("giving a post", () => {
  it("takes two people: one asks, another confirms, and only then it is held", async () => {
    const asked = await give(first, villager.id);
    expect(asked.body).toMatchObject({ state: "asked", alone: false });
    expect(await holders("accountant")).toEqual([]);
    const confirm = (by: Someone) => by.as.call(OFFICES, "confirm", { village: a, params: { id: asked.body.giving } });
    expect((await confirm(first)).body).toMatchObject({ status: 403, type: "same-person" });
    expect((await second.as.call(OFFICES, "waiting", { village: a })).body.items).toMatchObject([{ id: asked.body.giving, office: "accountant", state: "asked" }]);
    expect((await confirm(second)).body).toMatchObject({ state: "given" });
    expect(await holders("accountant")).toEqual([villager.id]);
    expect((await confirm(second)).body).toMatchObject({ status: 409, type: "not-allowed-now", state: "given" });
    const shown = await stack.visitor.call(OFFICES, "list", { village: a, open: true });
    expect(shown.body.offices.find((each: { office: string }) => each.office === "accountant")).toMatchObject({ titles: { zh: "会计", en: "Accountant" }, holders: [{ name: "李会计", alone: false }] });
    expect((await stack.rows(`V#${a}`, "EVENT#")).map((row) => row["name"])).toEqual([`${OFFICES}/asked`, `${OFFICES}/given`]);
  });
  it("cannot be confirmed by who is to hold it, by a villager, or by another village's secretary", async () => {
    const asked = await give(first, second.id);
    const third = await stack.person({ offices: ["county:director"] });
    const late = asked.body.state === "asked" ? asked : await give(first, second.id, {}, "doctor");
    const params = { id: late.body.giving ?? "01ARZ3NDEKTSV4RRFFQ69G5FAV" };
    const foreign = await stack.person({ village: b, offices: ["office:secretary"] });
    expect((await villager.as.call(OFFICES, "confirm", { village: a, params })).status).toBe(403);
    expect((await foreign.as.call(OFFICES, "confirm", { village: a, params })).status).toBe(404);
    expect((await second.as.call(OFFICES, "confirm", { village: a, params })).body.type).toBe("same-person");
    expect((await third.as.call(OFFICES, "confirm", { village: a, params })).status).toBe(200);
  });
});

describe("the posts' rules", () => {
  it("know only the profile's posts, only people of the village, and nobody twice", async () => {
    const stranger = await stack.person({ village: b });
    expect((await give(first, villager.id, {}, "emperor")).status).toBe(404);
    expect((await give(first, stranger.id)).body).toMatchObject({ status: 422, field: "person" });
    expect((await give(first, first.id, {}, "secretary")).body.type).toBe("already-holds");
    expect((await give(first, villager.id, { until: "2001-01-01" })).body).toMatchObject({ field: "until", reason: "in-the-past" });
    expect((await give(villager, villager.id)).status).toBe(403);
    expect((await first.as.call(OFFICES, "give", { village: b, params: { office: "doctor" }, body: { person: villager.id } })).status).toBe(404);
  });
  it("refuse to take the last secretary, not the one before", async () => {
    const end = (by: Someone, person: string) => by.as.call(OFFICES, "end", { village: a, params: { office: "secretary" }, body: { person, reason: "moved away" } });
    expect((await end(first, second.id)).status).toBe(200);
    expect((await end(first, first.id)).body).toMatchObject({ status: 409, type: "last-secretary" });
    expect(await holders("secretary")).toEqual([first.id]);
  });
  it("tell an officer removed this minute so, at once, with the token they have", async () => {
    expect((await second.as.call(OFFICES, "waiting", { village: a })).status).toBe(200);
    await first.as.call(OFFICES, "end", { village: a, params: { office: "secretary" }, body: { person: second.id, reason: "term over" } });
    expect((await second.as.call(OFFICES, "waiting", { village: a })).body).toMatchObject({ status: 403, type: "office-ended" });
    expect((await give(second, villager.id)).body.type).toBe("office-ended");
  });
  it("let nothing through that was asked by someone removed since", async () => {
    const asked = await give(first, villager.id);
    await second.as.call(OFFICES, "end", { village: a, params: { office: "secretary" }, body: { person: first.id, reason: "term over" } });
    expect((await second.as.call(OFFICES, "confirm", { village: a, params: { id: asked.body.giving } })).body).toMatchObject({ status: 409, type: "asker-left" });
    expect(await holders("accountant")).toEqual([]);
  });
  it("hand a post over in one step: who had it loses it as the other gets it", async () => {
    const asked = await give(first, villager.id, { from: second.id }, "secretary");
    expect((await second.as.call(OFFICES, "confirm", { village: a, params: { id: asked.body.giving } })).status).toBe(200);
    expect(await holders("secretary")).toEqual([first.id, villager.id]);
    expect((await second.as.call(OFFICES, "waiting", { village: a })).body.type).toBe("office-ended");
  });
  it("end with their term; what nobody confirms in a week lapses; the last secretary's term leaves nobody alone", async () => {
    stack.at("2026-06-01T08:00:00.000Z");
    const asked = await give(first, villager.id, { until: "2026-07-01" });
    const waiting = await give(first, villager.id, {}, "doctor");
    await second.as.call(OFFICES, "confirm", { village: a, params: { id: asked.body.giving } });
    await stack.later(8 * 86_400_000);
    expect((await second.as.call(OFFICES, "confirm", { village: a, params: { id: waiting.body.giving } })).body).toMatchObject({ status: 409, state: "lapsed" });
    expect(await holders("accountant")).toEqual([villager.id]);
    await stack.later(30 * 86_400_000);
    expect(await holders("accountant")).toEqual([]);
  });
});

describe("somebody new", () => {
  it("gets a post by name and number, and can sign in only when it was confirmed", async () => {
    const by = { name: "新来的会计", phone: "13700001111" };
    const asked = await first.as.call(OFFICES, "give", { village: a, params: { office: "accountant" }, body: by });
    expect((await stack.rows("R#", "OFFICERPHONE#")).length).toBe(0);
    await second.as.call(OFFICES, "confirm", { village: a, params: { id: asked.body.giving } });
    expect((await enter(stack, "+8613700001111", "phone-of-the-new-one")).answer.body).toMatchObject({ person: asked.body.person, offices: [{ at: "village", id: a, office: "accountant" }] });
    expect(JSON.stringify(await stack.rows(`V#${a}`)).includes("13700001111")).toBe(false);
  });
  it("with a landline is refused", async () => {
    const answer = await first.as.call(OFFICES, "give", { village: a, params: { office: "accountant" }, body: { name: "王", phone: "0737-1234567" } });
    expect(answer.body).toMatchObject({ status: 422, field: "phone", reason: "phone-landline" });
  });
});

describe("the county's posts", () => {
  it("begin with the operator; its director gives the next, townships' too; a villager gives none", async () => {
    const operator = await stack.person({ offices: ["operator"] });
    const county = (by: Someone, office: string, body: object) => by.as.call(OFFICES, "giveCounty", { params: { office }, body });
    expect((await county(villager, "director", { name: "某人", phone: "13600001111" })).status).toBe(403);
    const made = await county(operator, "director", { name: "县长", phone: "13600001111" });
    expect(made.status).toBe(200);
    const { answer, cookies } = await enter(stack, "+8613600001111", "phone-of-the-director");
    expect(answer.body.offices).toEqual([{ at: "county", id: "431228", office: "director" }]);
    const director: Someone = { id: made.body.person, as: { call: (feature, route, given) => stack.guest("phone-of-the-director").call(feature, route, { ...given, cookies }) } };
    expect((await county(director, "duty-officer", { name: "乡值班", phone: "13600002222", township: "431228103" })).status).toBe(200);
    expect((await county(director, "duty-officer", { name: "别处", phone: "13600003333", township: "999999999" })).body).toMatchObject({ status: 422, field: "township" });
    expect((await county(director, "king", { name: "某", phone: "13600003333" })).status).toBe(404);
    const shown = await director.as.call(OFFICES, "county");
    expect(shown.body.townships[0].offices.find((each: { office: string }) => each.office === "duty-officer").holders).toMatchObject([{ name: "乡值班" }]);
    expect((await operator.as.call(OFFICES, "endCounty", { params: { office: "director" }, body: { person: made.body.person } })).status).toBe(200);
    expect((await county(director, "weather", { name: "某", phone: "13600004444" })).body).toMatchObject({ status: 403, type: "office-ended" });
  });
});
