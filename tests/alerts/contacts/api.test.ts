import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handler as contacts } from "../../../functions/alerts/contacts/handlers.ts";
import { contactsOf, deadWrites, peopleBehind, successWrites } from "../../../functions/alerts/contacts/reads.ts";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { commit } from "../../../functions/core/commit.ts";
import { keyedHash } from "../../../functions/core/secrets.ts";
import { openTable } from "../../../functions/core/table.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { idsOf, importRoll } from "../../affairs/households/roll.ts";

const F = "alerts/contacts";
const SON = "+8613812348000";
let stack: TestStack;
let village: string, other: string;
let secretary: { id: string; as: As }, son: { id: string; as: As };
const home = () => idsOf(village, "12", "李秀英").household;
const grandma = () => idsOf(village, "12", "李秀英").person;
const sonOnList = () => idsOf(village, "12", "张大山").person;
const behind = async (phone: string) => peopleBehind(openTable({ at: "region", id: "" }, "test"), await keyedHash("phone", phone));
const book = () => contactsOf(openTable({ at: "village", id: village }, "test"), home());
const people = [
  { house: "12", name: "李秀英", group: "3", bornIn: 1938, vulnerable: ["bed-bound" as const] },
  { house: "12", name: "张大山", group: "3", phone: SON, vulnerable: ["deaf" as const] },
];

beforeAll(async () => {
  stack = await openStack([households, members, contacts]);
  village = await stack.village();
  other = await stack.village();
  await importRoll(stack, village, people);
  await importRoll(stack, other, [{ house: "1", name: "赵四", phone: SON }]);
  secretary = await stack.person({ village, offices: ["office:secretary"] });
  son = await stack.person({ village, member: { household: home(), group: "3" } });
});
afterAll(() => stack.stop());

describe("the household's own book", () => {
  test("starts with what the list said, whole to the household", async () => {
    const { status, body } = await son.as.call(F, "mine", { village });
    expect(status).toBe(200);
    expect(body.entries).toEqual([expect.objectContaining({ name: "张大山", phone: SON, hearsBadly: true, order: 0, lookedAt: false })]);
    expect(await behind(SON)).toHaveLength(2);
  });
  test("the number stands in no key", async () => {
    const keys = (await stack.everything()).map((row) => `${String(row["pk"])}|${String(row["sk"])}`).join("\n");
    expect(keys).toContain("PHONE#");
    expect(keys).not.toContain("13812348000");
  });
  test("is rewritten in a new order, with a number for the grandmother", async () => {
    const entries = [{ person: grandma(), phone: "139 1234 8001", canRead: false }, { person: sonOnList(), phone: "13812348000" }];
    const { status, body } = await son.as.call(F, "edit", { village, body: { entries } });
    expect(status).toBe(200);
    expect(body.entries.map((each: { phone: string }) => each.phone)).toEqual(["+8613912348001", SON]);
    expect(body).toMatchObject({ checkDue: false });
    expect(await behind("+8613912348001")).toEqual([{ person: grandma(), village, household: home() }]);
    expect((await son.as.call(F, "edit", { village, ifMatch: 1, body: { entries } })).body.type).toBe("stale-version");
  });
  test.each([["1381234", "phone-malformed"], ["+1 415 555 2671", "phone-foreign"], ["010 6552 9988", "phone-landline"], ["not a phone", "phone-malformed"], ["139****9999", "not-kept"]])("%s is refused by its field: %s", async (phone, reason) => {
    const { body } = await son.as.call(F, "edit", { village, body: { entries: [{ person: grandma(), phone: "13912348001" }, { person: sonOnList(), phone }] } });
    expect(body).toMatchObject({ status: 422, field: "entries.1.phone", reason });
  });
  test("nobody of another house stands in it, and no unknown key", async () => {
    expect((await son.as.call(F, "edit", { village, body: { entries: [{ person: idsOf(other, "1", "赵四").person, phone: "13912348001" }] } })).body).toMatchObject({ status: 422, field: "entries.0.person" });
    expect((await son.as.call(F, "edit", { village, body: { entries: [{ person: grandma(), phone: "13912348001", dead: true }] } })).body.type).toBe("unknown-field");
  });
  test("STOP keeps mortal danger and says so", async () => {
    const { body } = await son.as.call(F, "stop", { village, body: { phone: "13812348000", stopped: true } });
    expect(body).toMatchObject({ stopped: true, said: "Everyday messages no longer go to 138****8000. A warning of mortal danger still will." });
    expect((await book())?.entries.find((each) => each.phone === SON)?.stopped).toBe(true);
    expect((await son.as.call(F, "stop", { village, body: { phone: "13700000000", stopped: true } })).status).toBe(404);
  });
  test("what was taken out is not brought back by the same list", async () => {
    await son.as.call(F, "edit", { village, body: { entries: [{ person: grandma(), phone: "13912348001" }] } });
    expect(await behind(SON)).toHaveLength(1);
    await importRoll(stack, village, people);
    expect((await book())?.entries.map((each) => each.phone)).toEqual(["+8613912348001"]);
    expect(await behind(SON)).toHaveLength(1);
  });
});

describe("the offices", () => {
  test("a cadre sees masked numbers and may keep them without knowing them", async () => {
    const seen = await secretary.as.call(F, "forHousehold", { village, params: { household: home() } });
    expect(seen.body.entries[0].phone).toBe("139****8001");
    const { body, text } = await secretary.as.call(F, "editFor", { village, params: { household: home() }, body: { entries: [{ person: sonOnList(), phone: "13812348000" }, { person: grandma(), phone: "139****8001" }] } });
    expect(body.entries.map((each: { phone: string }) => each.phone)).toEqual(["138****8000", "139****8001"]);
    expect(text).not.toMatch(/1[39]\d{9}/);
    expect((await book())?.entries.map((each) => each.phone)).toEqual([SON, "+8613912348001"]);
  });
  test("another village's book is not found; a villager without office is refused", async () => {
    const theirs = { household: idsOf(other, "1", "赵四").household };
    expect((await secretary.as.call(F, "forHousehold", { village, params: theirs })).status).toBe(404);
    expect((await secretary.as.call(F, "editFor", { village: other, params: theirs, body: { entries: [] } })).status).toBe(404);
    expect((await son.as.call(F, "forHousehold", { village, params: { household: home() } })).status).toBe(403);
    const leader = await stack.person({ village, offices: ["office:group-leader"], member: { group: "9" } });
    expect((await leader.as.call(F, "forHousehold", { village, params: { household: home() } })).status).toBe(404);
  });
  test("a dead number is on the list of doors to visit until it works again", async () => {
    const write = async (writes: ReturnType<typeof deadWrites>) => commit({ place: { at: "village", id: village }, writes }, Date.now());
    expect(await write(deadWrites((await book())!, SON))).toBe("done");
    const { body, text } = await secretary.as.call(F, "dead", { village });
    expect(body.items).toEqual([expect.objectContaining({ no: "12", reached: true, numbers: [{ name: "张大山", phone: "138****8000" }] })]);
    expect(text).not.toMatch(/1[39]\d{9}/);
    await write(successWrites((await book())!, SON, new Date()));
    expect((await secretary.as.call(F, "dead", { village })).body.items).toEqual([]);
  });
  test("after a year the book stands on the list to be checked, and one word takes it off", async () => {
    stack.at(new Date(Date.now() + 366 * 86_400_000));
    const late = await stack.person({ village, offices: ["office:committee"], member: { household: home(), group: "3" } });
    expect((await late.as.call(F, "checks", { village })).body.items).toEqual([expect.objectContaining({ household: home(), phones: 2 })]);
    expect((await late.as.call(F, "confirm", { village })).body.checkDue).toBe(false);
    expect((await late.as.call(F, "checks", { village })).body.items).toEqual([]);
    stack.at(null);
  });
  test("a number of eleven households is looked at", async () => {
    await importRoll(stack, village, Array.from({ length: 11 }, (_, i) => ({ house: `8${i}`, name: `户主${i}`, group: "1", phone: "+8613500001111" })));
    const { household } = idsOf(village, "80", "户主0");
    const { body } = await secretary.as.call(F, "forHousehold", { village, params: { household } });
    expect(body.entries[0]).toMatchObject({ phone: "135****1111", lookedAt: true });
  });
});

describe("people and numbers", () => {
  test("who died takes their number along", async () => {
    await importRoll(stack, village, [{ house: "30", name: "周老汉", group: "3", phone: "+8613600002222" }, { house: "30", name: "周婆婆", group: "3", phone: "+8613600003333" }]);
    const old = idsOf(village, "30", "周老汉");
    const asked = await secretary.as.call("affairs/households", "proposeFor", { village, params: { id: old.household }, body: { change: { what: "died", person: old.person }, why: "邻居说的" } });
    await secretary.as.call("affairs/households", "accept", { village, params: { id: asked.body.id } });
    await stack.settle();
    expect(await behind("+8613600002222")).toEqual([]);
    expect(await behind("+8613600003333")).toHaveLength(1);
  });
  test("no log line holds a number", () => expect(stack.logs.join("\n")).not.toMatch(/138123|139123|135000|136000|张大山|周/));
});
