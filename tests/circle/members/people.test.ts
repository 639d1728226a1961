import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { idsOf, importRoll } from "../../affairs/households/roll.ts";

const F = "circle/members";
type Who = { id: string; as: As };
let stack: TestStack;
let village: string;
let secretary: Who, neighbour: Who;
const at = (no: string, name = "") => idsOf(village, no, name);
const member = async (person: string, of = village) => (await stack.rows(`V#${of}`, `MEMBER#${person}`))[0];

beforeAll(async () => {
  stack = await openStack([households, members]);
  village = await stack.village();
  await importRoll(stack, village, [
    { house: "12", name: "李秀英", group: "3", bornIn: 1938, head: true }, { house: "12", name: "张大山", group: "3", bornIn: 1965 }, { house: "12", name: "张小芳", group: "3", bornIn: 1992 },
    { house: "7", name: "王小明", group: "1", bornIn: 1990 }, { house: "8", name: "张三", group: "1", bornIn: 1980 },
  ]);
  secretary = await stack.person({ village, name: "陈书记", offices: ["office:secretary"] });
  neighbour = await stack.person({ village, member: { household: at("7").household } });
});
afterAll(() => stack.stop());

describe("the offices' roll", () => {
  test("is found by name and by group, with names hidden", async () => {
    const found = async (query: Record<string, string>) => (await secretary.as.call(F, "list", { village, query })).body.items.map((each: { name: string }) => each.name).sort();
    expect(await found({ q: "张" })).toEqual(["张*", "张*山", "张*芳"]);
    expect(await found({ q: "张", group: "1" })).toEqual(["张*"]);
    expect(await found({ q: "没有的人" })).toEqual([]);
  });
  test("shows names for a purpose alone, and each household on the page reads it once", async () => {
    expect((await secretary.as.call(F, "names", { village, body: { q: "张" } })).status).toBe(422);
    expect((await secretary.as.call(F, "names", { village, body: { q: "张", purpose: "other" } })).body).toMatchObject({ status: 422, field: "note" });
    const { body } = await secretary.as.call(F, "names", { village, body: { q: "张", purpose: "allowance" } });
    expect(body.items.map((each: { name: string }) => each.name).sort()).toEqual(["张三", "张大山", "张小芳"]);
    const looks = (await stack.rows(`V#${village}`, "LOOK#")).filter((each) => each["what"] === "names");
    expect(looks.map((each) => each["household"]).sort()).toEqual([at("12").household, at("8").household].sort());
    expect((await neighbour.as.call(F, "names", { village, body: { purpose: "care" } })).status).toBe(403);
  });
});

describe("a membership", () => {
  const end = (person: string, body: object, who = secretary) => who.as.call(F, "end", { village, params: { person }, body });
  test("of a head ends with a new head named, and the household counts them no more", async () => {
    const grandma = at("12", "李秀英").person;
    expect((await end(grandma, { how: "died", reason: "家里人说的" })).body).toMatchObject({ status: 422, field: "head" });
    expect((await end(grandma, { how: "died", reason: "家里人说的", head: at("7", "王小明").person })).body).toMatchObject({ status: 422, field: "head" });
    expect((await end(grandma, { how: "died", reason: "家里人说的", head: at("12", "张大山").person })).status).toBe(200);
    await stack.settle();
    const house = (await stack.rows(`V#${village}`, `HH#${at("12").household}`))[0] as unknown as { people: { name: string; head: boolean }[] };
    expect(house.people.map((each) => [each.name, each.head]).sort()).toEqual([["张大山", true], ["张小芳", false]]);
    expect(await member(grandma)).toMatchObject({ state: "ended", household: null });
    expect((await end(grandma, { how: "died", reason: "x" })).body.type).toBe("not-a-member");
  });
  test("is left by who moves away, who may ask again; who holds an office hands it over first", async () => {
    expect((await secretary.as.call(F, "leave", { village, body: {} })).body.type).toBe("office-held");
    expect((await end(secretary.id, { how: "moved", reason: "x" })).body.type).toBe("own-vouching");
    const he = await stack.person({ village, name: "陈小二", member: { group: "1" } });
    expect((await he.as.call(F, "leave", { village, body: {} })).status).toBe(200);
    expect((await he.as.call(F, "me", { village })).body).toMatchObject({ member: { state: "moved" }, ended: { how: "moved" } });
    expect((await he.as.call("affairs/households", "mine", { village })).status).toBe(403);
    expect((await he.as.call(F, "claim", { village, body: { name: "陈小二", house: "8" } })).status).toBe(200);
  });
  test("ended with a reason says so to the person, and another village's is not found", async () => {
    const she = await stack.person({ village, name: "钱多多", member: { group: "1" } });
    await end(she.id, { how: "ended", reason: "查过了，不是本村的人" });
    expect((await she.as.call(F, "me", { village })).body.ended).toMatchObject({ how: "ended", reason: "查过了，不是本村的人" });
    const other = await stack.village();
    const theirs = await stack.person({ village: other });
    expect((await end(theirs.id, { how: "ended", reason: "x" })).status).toBe(404);
    expect((await secretary.as.call(F, "look", { village, params: { person: theirs.id }, body: { purpose: "care" } })).status).toBe(404);
  });
});

describe("who says \"I belong here\"", () => {
  test("reads who is waited for, gives neighbours a link, and may take it back; a stranger finds nothing there", async () => {
    const [he, stranger] = [await stack.person(), await stack.person()];
    const claim = await he.as.call(F, "claim", { village, body: { name: "孙小虎", house: "8" } });
    expect(claim.body).toMatchObject({ waitsFor: "neighbours", lapses: expect.stringMatching(/Z$/) });
    const params = { id: claim.body.id };
    expect((await he.as.call(F, "oneClaim", { village, params })).body.may).toEqual(["withdraw"]);
    expect((await neighbour.as.call(F, "oneClaim", { village, params })).body.may).toEqual(["vouch"]);
    expect((await stranger.as.call(F, "oneClaim", { village, params })).status).toBe(404);
    expect((await stack.visitor.call(F, "oneClaim", { village, params })).status).toBe(404);
    await secretary.as.call(F, "vouch", { village, params });
    expect((await he.as.call(F, "me", { village })).body.claim.waitsFor).toBe("office");
    expect((await neighbour.as.call(F, "withdraw", { village, params })).status).toBe(404);
    expect((await he.as.call(F, "withdraw", { village, params })).body.state).toBe("withdrawn");
    expect((await he.as.call(F, "me", { village })).body.member.state).toBe("ended");
  });
});

describe("a village of forty where two offices are filled", () => {
  test("neither of which confirms: two neighbours vouch and a third villager confirms, marked for lack of an office", async () => {
    const small = await stack.village(undefined, { residents: 40 });
    await importRoll(stack, small, ["1", "2", "3", "4"].map((house) => ({ house, name: `户主${house}`, group: "1", bornIn: 1960 })));
    const home = (house: string) => idsOf(small, house, "").household;
    const [first, second, third, inside] = await Promise.all(["1", "2", "3", "4"].map((house) => stack.person({ village: small, member: { household: home(house) } }))) as [Who, Who, Who, Who];
    await stack.person({ village: small, offices: ["office:accountant"] });
    await stack.person({ village: small, offices: ["office:supervisor"] });
    const he = await stack.person();
    const claim = await he.as.call(F, "claim", { village: small, body: { name: "新来的", house: "4" } });
    const params = { id: claim.body.id };
    await first.as.call(F, "vouch", { village: small, params });
    expect((await third.as.call(F, "verify", { village: small, params, body: { household: home("4") } })).body).toMatchObject({ status: 409, state: "claimed" });
    await second.as.call(F, "vouch", { village: small, params });
    expect((await he.as.call(F, "me", { village: small })).body.claim.waitsFor).toBe("villager");
    const verify = (who: Who) => who.as.call(F, "verify", { village: small, params, body: { household: home("4") } });
    expect((await verify(first)).body.type).toBe("third-person");
    expect((await verify(inside)).body.type).toBe("third-person");
    expect((await third.as.call(F, "claims", { village: small })).body.items[0].may).toContain("verify");
    expect((await third.as.call(F, "verify", { village: small, params, body: {} })).body).toMatchObject({ state: "verified", lack: true, alone: false });
    expect(await member(he.id, small)).toMatchObject({ state: "verified", household: home("4") });
  });
  test("where one confirms and lives in that house, that officer confirms; where somebody could, no villager does", async () => {
    const small = await stack.village(undefined, { residents: 40 });
    await importRoll(stack, small, [{ house: "1", name: "户主1", group: "1", bornIn: 1960 }, { house: "2", name: "户主2", group: "1", bornIn: 1961 }]);
    const [one, two] = [idsOf(small, "1", "").household, idsOf(small, "2", "").household];
    const head = await stack.person({ village: small, offices: ["office:secretary"], member: { household: one } });
    const other = await stack.person({ village: small, member: { household: two } });
    const claim = async (house: string) => (await (await stack.person()).as.call(F, "claim", { village: small, body: { name: "小妹", house } })).body.id as string;
    const [a, b] = [await claim("1"), await claim("2")];
    for (const id of [a, b]) await head.as.call(F, "vouch", { village: small, params: { id } });
    expect((await other.as.call(F, "verify", { village: small, params: { id: a }, body: { household: one } })).status).toBe(403);
    expect((await head.as.call(F, "verify", { village: small, params: { id: a }, body: { household: one } })).body).toMatchObject({ state: "verified", alone: true, lack: false });
    const worker = await stack.person({ village: small, offices: ["office:grid-worker"], member: { household: two } });
    expect((await worker.as.call(F, "verify", { village: small, params: { id: b }, body: { household: two } })).body.type).toBe("own-household");
    expect((await head.as.call(F, "verify", { village: small, params: { id: b }, body: { household: two } })).body.state).toBe("verified");
  });
});
