import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { tie, untie } from "../../../functions/affairs/households/reads.ts";
import { handler as contacts } from "../../../functions/alerts/contacts/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { Person } from "../../../functions/core/access-rows.ts";
import { commit } from "../../../functions/core/commit.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { idsOf, importRoll } from "./roll.ts";

const F = "affairs/households";
type Who = { id: string; as: As };
let stack: TestStack;
let village: string;
let secretary: Who, worker: Who;
const ROLL = [
  { house: "12", name: "李秀英", group: "3", bornIn: 1938, head: true, vulnerable: ["bed-bound" as const] },
  { house: "12", name: "张大山", group: "3", bornIn: 1965, phone: "+8613812348000" },
  { house: "12", name: "张小芳", group: "3", bornIn: 1992, phone: "+8613812348001" },
  { house: "7", name: "王小明", group: "1", bornIn: 1990, phone: "+8613912348001" },
];
const at = (no: string, name = "") => idsOf(village, no, name);
const rows = async (prefix: string) => stack.rows(`V#${village}`, prefix);
const peopleAt = async (no: string): Promise<string[]> => ((await rows(`HH#${at(no).household}`))[0] as unknown as { people: { name: string }[] } | undefined)?.people.map((each) => each.name).sort() ?? [];
const ask = (no: string, change: object, as = secretary.as) => as.call(F, "proposeFor", { village, params: { id: at(no).household }, body: { change, why: "上门问过" } });
const accept = async (asked: { body: { id: string } }, as = secretary.as) => {
  const done = await as.call(F, "accept", { village, params: { id: asked.body.id } });
  await stack.settle();
  return done;
};

beforeAll(async () => {
  stack = await openStack([households, members, contacts]);
  village = await stack.village();
  await importRoll(stack, village, ROLL);
  secretary = await stack.person({ village, name: "陈书记", offices: ["office:secretary"] });
  worker = await stack.person({ village, name: "刘大姐", offices: ["office:grid-worker"] });
});
afterAll(() => stack.stop());

describe("people who move", () => {
  test("found a household of their own: both have a head, members and phone books follow, and the old list brings nobody back", async () => {
    const people = [at("12", "张小芳").person];
    expect((await ask("12", { what: "split", people, no: "7", group: "1" })).body.type).toBe("house-taken");
    const asked = await ask("12", { what: "split", people, no: "12b", group: "3" });
    await accept(asked);
    expect([await peopleAt("12"), await peopleAt("12b")]).toEqual([["张大山", "李秀英"], ["张小芳"]]);
    expect((await rows(`MEMBER#${people[0]}`))[0]).toMatchObject({ household: at("12b").household, head: true, state: "verified" });
    const books = await rows("CONTACT#");
    expect(books.find((each) => each["household"] === at("12b").household)?.["entries"]).toMatchObject([{ phone: "+8613812348001" }]);
    expect(JSON.stringify(books.find((each) => each["household"] === at("12").household))).not.toContain("+8613812348001");
    await importRoll(stack, village, ROLL);
    expect(await peopleAt("12")).toEqual(["张大山", "李秀英"]);
    await importRoll(stack, village, [{ house: "12b", name: "张小芳", group: "3", bornIn: 1992 }]);
    expect(await peopleAt("12b")).toEqual(["张小芳"]);
    expect((await rows("MEMBER#")).filter((each) => each["name"] === "张小芳" && each["state"] === "verified")).toHaveLength(1);
  });
  test("go to another house of the village; a head who goes names the next", async () => {
    const grandma = at("12", "李秀英").person;
    expect((await ask("12", { what: "within", people: [grandma], to: "99" })).body).toMatchObject({ status: 422, field: "change.to" });
    expect((await ask("12", { what: "within", people: [grandma], to: "12" })).body).toMatchObject({ status: 422, field: "change.to" });
    expect((await ask("12", { what: "within", people: [at("7", "王小明").person], to: "7" })).body).toMatchObject({ status: 422, field: "change.people.0" });
    await accept(await ask("12", { what: "within", people: [grandma], to: "7" }));
    expect([await peopleAt("12"), await peopleAt("7")]).toEqual([["张大山"], ["李秀英", "王小明"]]);
    expect((await rows(`MEMBER#${grandma}`))[0]).toMatchObject({ household: at("7").household, group: "1", head: false, vulnerable: ["bed-bound"] });
    const everywhere = (await rows("HH#")).flatMap((each) => (each["people"] as { person: string }[]).map(({ person }) => person));
    expect(everywhere).toHaveLength(new Set(everywhere).size);
  });
  test("two accepted at once leave one of them standing", async () => {
    const who = at("7", "王小明").person;
    const [first, second] = [await ask("7", { what: "within", people: [who], to: "12" }), await ask("7", { what: "within", people: [who], to: "12b" })];
    const done = await Promise.all([first, second].map((each) => secretary.as.call(F, "accept", { village, params: { id: each.body.id } })));
    await stack.settle();
    expect(done.map((each) => each.status).sort()).toEqual([200, 409]);
    const left = done[0]!.status === 409 ? first : second;
    expect((await secretary.as.call(F, "accept", { village, params: { id: left.body.id } })).body.type).toBe("no-longer-fits");
    expect([await peopleAt("7"), await peopleAt("12"), await peopleAt("12b")].flat().filter((name) => name === "王小明")).toHaveLength(1);
  });
});

describe("a household that ends", () => {
  const open = () => ({ household: at("12b").household, what: "allowance" as const, feature: "services/allowances", thing: "A1" });
  const write = (writes: Parameters<typeof commit>[0]["writes"]) => commit({ place: { at: "village", id: village }, writes }, Date.now());
  test("does not merge while an allowance or a request is open, and says which", async () => {
    await write([tie(open())]);
    expect((await ask("12b", { what: "merge", to: "12" })).body).toMatchObject({ status: 409, type: "open-things" });
    const said = await secretary.as.call(F, "proposeFor", { village, params: { id: at("12b").household }, body: { change: { what: "merge", to: "12" }, why: "x" }, language: "zh" });
    expect(said.body.title).toContain("补助");
    await write([untie(open())]);
    const asked = await ask("12b", { what: "merge", to: "12" });
    const more = await ask("12b", { what: "hazards", codes: ["river"] });
    expect((await accept(asked)).body.type).toBe("open-things");
    await secretary.as.call(F, "refuse", { village, params: { id: more.body.id }, body: { reason: "不靠河" } });
    expect((await accept(asked)).body.state).toBe("accepted");
    expect(await peopleAt("12b")).toEqual([]);
    expect(await peopleAt("12")).toContain("张小芳");
    expect((await secretary.as.call(F, "list", { village, query: { q: "12b" } })).body.items).toEqual([]);
  });
  test("ends only when nobody is left, and no list begins it again", async () => {
    const id = at("7").household;
    const end = () => secretary.as.call(F, "end", { village, params: { id }, body: { reason: "搬空了" } });
    expect((await end()).body.type).toBe("someone-lives-there");
    await accept(await ask("7", { what: "within", people: ((await rows(`HH#${id}`))[0]!["people"] as { person: string }[]).map(({ person }) => person), to: "12" }));
    expect((await end()).body.type).toBe("open-things");
    for (const each of (await secretary.as.call(F, "corrections", { village })).body.items as { id: string; household: string; state: string }[]) {
      if (each.household === id && each.state === "proposed") await secretary.as.call(F, "refuse", { village, params: { id: each.id }, body: { reason: "已经搬了" } });
    }
    expect((await end()).status).toBe(200);
    await importRoll(stack, village, ROLL);
    expect(await peopleAt("7")).toEqual([]);
    expect((await secretary.as.call(F, "one", { village, params: { id } })).status).toBe(404);
  });
});

describe("somebody new", () => {
  test("born next year is refused; who stands in another household is named as the same person", async () => {
    const year = new Date().getUTCFullYear();
    expect((await ask("12", { what: "joined", name: "小宝", bornIn: year + 1, sleepsHere: true })).body).toMatchObject({ status: 422, field: "change.bornIn" });
    await importRoll(stack, village, [{ house: "40", name: "周小红", group: "3", bornIn: 1971 }]);
    expect((await ask("12", { what: "joined", name: "周小红", bornIn: 1971, sleepsHere: true })).body.type).toBe("same-person-elsewhere");
    expect((await ask("12", { what: "joined", name: "周小红", sleepsHere: true })).body).toMatchObject({ status: 422, field: "change.bornIn" });
    expect((await ask("12", { what: "joined", name: "周小红", bornIn: 2001, sleepsHere: true })).status).toBe(200);
  });
});

describe("the second key", () => {
  test("what care is needed opens only after the file, with a sentence, within an hour, and the household reads both", async () => {
    const params = { id: at("12").household };
    const closer = () => worker.as.call(F, "lookCloser", { village, params, body: { purpose: "care", note: "送药" } });
    expect((await closer()).body.type).toBe("look-first");
    const seen = await worker.as.call(F, "look", { village, params, body: { purpose: "care" } });
    expect([seen.body.sensitive, JSON.stringify(seen.body).includes("bed-bound")]).toEqual([false, false]);
    expect((await worker.as.call(F, "lookCloser", { village, params, body: { purpose: "care" } })).body).toMatchObject({ status: 422, field: "note" });
    expect(JSON.stringify((await closer()).body)).toContain("bed-bound");
    const son = await stack.person({ village, member: { household: params.id, group: "3" } });
    expect((await son.as.call(F, "looks", { village })).body.items.map((each: { what: string; note: string }) => [each.what, each.note])).toEqual([["sensitive", "送药"], ["file", ""]]);
    stack.at(new Date(Date.now() + 3_700_000));
    expect((await closer()).body.type).toBe("look-first");
    stack.at(null);
  });
});

describe("a correction", () => {
  test("is checked, then made; the household reads how it was checked", async () => {
    const asked = await ask("12", { what: "hazards", codes: ["slope"] });
    const checked = await worker.as.call(F, "check", { village, params: { id: asked.body.id }, body: { by: "door" } });
    expect(checked.body).toMatchObject({ state: "checked", checkedBy: "door" });
    expect((await accept(asked)).body).toMatchObject({ state: "accepted", checkedBy: "door", lack: false });
  });
  test("where the only officer lives in the house, that officer or the township decides; nothing waits", async () => {
    const small = await stack.village(undefined, { residents: 40 });
    await importRoll(stack, small, [{ house: "1", name: "赵书记", group: "1", bornIn: 1960 }]);
    const house = idsOf(small, "1", "赵书记").household;
    const head = await stack.person({ village: small, offices: ["office:secretary"], member: { household: house, group: "1" } });
    const asked = await head.as.call(F, "propose", { village: small, body: { change: { what: "hazards", codes: ["river"] } } });
    expect((await head.as.call(F, "accept", { village: small, params: { id: asked.body.id } })).body.state).toBe("accepted");
  });
  test("where nobody holds an office at all, what a household says of itself stands after its time, and is marked so", async () => {
    const small = await stack.village(undefined, { residents: 40 });
    await importRoll(stack, small, [{ house: "1", name: "赵四", group: "1", bornIn: 1960 }]);
    const { person } = idsOf(small, "1", "赵四");
    await stack.store(Person, { id: person, language: "zh", village: small, devices: { "device-of-the-test": { since: new Date().toISOString(), family: "test", label: "" } } }, {});
    stack.at(new Date());
    const asked = await stack.as(person, small).call(F, "propose", { village: small, body: { change: { what: "hazards", codes: ["river"] } } });
    expect(asked.status).toBe(200);
    await stack.later(30 * 86_400_000 + 60_000);
    const mine = await stack.as(person, small).call(F, "ownCorrections", { village: small });
    stack.at(null);
    expect(mine.body.items[0]).toMatchObject({ state: "accepted", lack: true });
  });
});
