import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as guestbook } from "../../../functions/circle/guestbook/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { openTable } from "../../../functions/core/table.ts";
import { handler as privacy } from "../../../functions/platform/privacy/handlers.ts";
import { mayMessage, whoMayBeMessaged } from "../../../functions/platform/privacy/reads.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { idsOf, importRoll } from "../../affairs/households/roll.ts";

const F = "platform/privacy";
type Who = { id: string; as: As };
let stack: TestStack;
let village: string, other: string;
let secretary: Who, cousin: Who, son: Who, stranger: Who;
const ids = () => idsOf(village, "12", "李秀英");
const table = () => openTable({ at: "village", id: village }, "test");
const says = (who: Who, purpose: string, given: boolean) => who.as.call(F, "say", { village, params: { purpose }, body: { given } });

beforeAll(async () => {
  stack = await openStack([households, members, privacy, guestbook]);
  [village, other] = [await stack.village(), await stack.village()];
  await importRoll(stack, village, [{ house: "12", name: "李秀英", group: "3", bornIn: 1938, head: true, vulnerable: ["bed-bound"] }]);
  secretary = await stack.person({ village, name: "陈书记", offices: ["office:secretary"] });
  cousin = await stack.person({ village, name: "李会计", offices: ["office:committee"], member: { household: ids().household, group: "3" } });
  son = await stack.person({ village, name: "张大山", member: { household: ids().household, group: "3" } });
  stranger = await stack.person({ village: other, offices: ["office:secretary"] });
});
afterAll(() => stack.stop());

describe("who looked at me", () => {
  test("every look stands there, from whichever feature, and nobody of another household or village reads it", async () => {
    await secretary.as.call("affairs/households", "look", { village, params: { id: ids().household }, body: { purpose: "care" } });
    await secretary.as.call("circle/members", "look", { village, params: { person: ids().person }, body: { purpose: "records" } });
    await secretary.as.call("circle/members", "names", { village, body: { purpose: "other", note: "发米" } });
    const { body } = await son.as.call(F, "looks", { village });
    expect(body.items.map((each: { what: string; purpose: string; name: string }) => [each.what, each.purpose, each.name])).toEqual([["names", "other", "陈书记"], ["file", "records", "陈书记"], ["file", "care", "陈书记"]]);
    expect((await secretary.as.call(F, "looks", { village })).body.items.filter((each: { purpose: string }) => each.purpose === "care")).toEqual([]);
    expect((await stranger.as.call(F, "looks", { village })).status).toBe(404);
    expect((await stack.visitor.call(F, "looks", { village })).status).toBe(401);
  });
});

describe("consent", () => {
  test("withdrawn stops messages at once; a warning always comes; another's stays as it is", async () => {
    expect(await mayMessage(table(), { person: son.id }, "digest")).toBe(true);
    const said = await says(son, "digest", false);
    expect(said.body).toMatchObject({ purpose: "digest", holds: false, history: [{ given: false, how: "web", office: null }] });
    expect(await mayMessage(table(), { person: son.id }, "digest")).toBe(false);
    expect(await mayMessage(table(), { person: son.id }, "warning")).toBe(true);
    expect(await mayMessage(table(), { household: ids().household }, "digest")).toBe(true);
    expect([...(await whoMayBeMessaged(table(), [son.id, cousin.id], "digest"))]).toEqual([cousin.id]);
    expect((await says(son, "digest", true)).body.history).toMatchObject([{ given: true }, { given: false }]);
    expect(await mayMessage(table(), { person: son.id }, "digest")).toBe(true);
  });
  test("what needs a yes does not come before one", async () => {
    expect(await mayMessage(table(), { person: son.id }, "market")).toBe(false);
    await says(son, "market", true);
    expect(await mayMessage(table(), { person: son.id }, "market")).toBe(true);
    const { body } = await son.as.call(F, "consents", { village });
    expect(body.items.map((each: { purpose: string; holds: boolean; said: boolean }) => [each.purpose, each.holds, each.said])).toContainEqual(["picture", false, false]);
  });
  test("for somebody without a phone an office writes it down with what proves it; a yes of the own household is another's to write", async () => {
    const params = { person: ids().person, purpose: "digest" };
    const body = { given: false, how: "paper", proof: "5月3日签的纸，放在村办公室" };
    expect((await son.as.call(F, "sayFor", { village, params, body })).status).toBe(403);
    expect((await secretary.as.call(F, "sayFor", { village, params, body: { ...body, proof: "" } })).body).toMatchObject({ status: 422, field: "proof" });
    expect((await secretary.as.call(F, "sayFor", { village, params, body })).body).toMatchObject({ holds: false, history: [{ how: "paper", office: "office:secretary", proof: body.proof }] });
    expect(await mayMessage(table(), { person: ids().person }, "digest")).toBe(false);
    expect((await cousin.as.call(F, "sayFor", { village, params, body: { ...body, given: true } })).body.type).toBe("own-household");
    expect((await cousin.as.call(F, "sayFor", { village, params: { ...params, purpose: "picture" }, body })).status).toBe(200);
    expect((await stranger.as.call(F, "sayFor", { village: other, params, body })).status).toBe(404);
    expect((await secretary.as.call(F, "sayFor", { village, params: { ...params, purpose: "everything" }, body })).status).toBe(404);
  });
  test("leaves an event that names nobody", async () => {
    const events = (await stack.rows(`V#${village}`, "EVENT#")).filter((each) => String(each["name"]).startsWith(`${F}/`));
    expect(events.length).toBeGreaterThan(3);
    expect(JSON.stringify(events)).not.toMatch(/张大山|李秀英|签的纸/);
  });
});

describe("for everybody", () => {
  test("one page says how long what is kept", async () => {
    const { status, body } = await stack.visitor.call(F, "kept", { village, open: true });
    expect(status).toBe(200);
    expect(body.items.find((each: { feature: string }) => each.feature === "affairs/households")).toMatchObject({ ends: [{ kind: "LOOK", after: body.looks }], stays: expect.arrayContaining(["HH"]) });
  });
  test("an identity number in a guest's greeting is stopped before it stands anywhere", async () => {
    const left = await stack.visitor.call("circle/guestbook", "leave", { village, body: { words: "找我：110105 19491231 002X" }, language: "zh" });
    expect(left.body).toMatchObject({ status: 422, field: "words", reason: "identity-number" });
    expect(left.text).toContain("身份");
    expect(JSON.stringify(await stack.everything())).not.toContain("19491231");
  });
});
