import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as contacts } from "../../../functions/alerts/contacts/handlers.ts";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { handler as offices } from "../../../functions/platform/offices/handlers.ts";
import { handler as signIn } from "../../../functions/platform/sign-in/handlers.ts";
import { handler } from "../../../functions/platform/villages/handlers.ts";
import { Region } from "../../../functions/core/access-rows.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { signIn as enter } from "../sign-in/signing.ts";

const VILLAGES = "platform/villages";
let stack: TestStack;
let operator: As;
let a: string;
let b: string;
const COUNTY = "431229";
const HEAD = "门牌,小组,姓名,户主,出生年,手机,在家住,需要照顾";
const ROLL = [HEAD, "12,1,李秀英,是,1941,,是,独居、没手机", "12,1,李大山,,1970,13812340001,否,", "13,2,陈桂兰,是,1955,138 1234 0002,是,", "13,2,陈小妹,,2016,,是,儿童"].join("\n");

beforeAll(async () => {
  stack = await openStack([handler, offices, signIn, households, members, contacts]);
  a = await stack.village(undefined, { residents: 0, households: 0 });
  b = await stack.village();
});
afterAll(() => stack.stop());

describe("beginning a region", () => {
  const body = { name: "管理员", phone: "13900001111" };
  it("with a wrong code makes nobody", async () => {
    for (const setupCode of ["guess", "setup-code-of-the-tes", "setup-code-of-the-test "]) expect((await stack.visitor.call(VILLAGES, "begin", { body: { setupCode, ...body } })).body).toMatchObject({ status: 403, type: "wrong-setup-code" });
    expect((await stack.rows("R#", "PERSON#")).length).toBe(0);
  });
  it("with the code makes one operator, who signs in with their phone, and it works once", async () => {
    const begun = await stack.visitor.call(VILLAGES, "begin", { body: { setupCode: "setup-code-of-the-test", ...body } });
    expect(begun.status).toBe(200);
    const { answer, cookies } = await enter(stack, "+8613900001111", "phone-of-the-operator");
    expect(answer.body).toMatchObject({ person: begun.body.person, name: "管理员", offices: [{ at: "region", office: "operator" }] });
    operator = { call: (feature, route, given) => stack.guest("phone-of-the-operator").call(feature, route, { ...given, cookies }) };
    expect((await stack.visitor.call(VILLAGES, "begin", { body: { setupCode: "setup-code-of-the-test", name: "另一个", phone: "13900002222" } })).body).toMatchObject({ status: 409, type: "already-begun" });
  });
});

describe("opening a county and a village", () => {
  const names = { zh: "新县", en: "New County" };
  it("is the operator's, and each opens once", async () => {
    expect((await stack.visitor.call(VILLAGES, "openCounty", { body: { id: COUNTY, names } })).status).toBe(401);
    const villager = await stack.person({ village: b });
    expect((await villager.as.call(VILLAGES, "openCounty", { body: { id: COUNTY, names } })).status).toBeGreaterThanOrEqual(403);
    const township = { id: `${COUNTY}101`, names: { zh: "头乡", en: "Tou" } };
    expect((await operator.call(VILLAGES, "openCounty", { body: { id: COUNTY, names, townships: [township] } })).body).toEqual({ county: COUNTY });
    expect((await operator.call(VILLAGES, "openCounty", { body: { id: COUNTY, names } })).body.type).toBe("already-open");
    expect((await operator.call(VILLAGES, "openCounty", { body: { id: "43", names } })).body).toMatchObject({ status: 422, field: "id" });
    expect((await stack.rows(`A#${COUNTY}`, "EVENT#")).map((row) => row["name"])).toEqual(["platform/villages/county-opened"]);
  });
  it("gives a village its secretary, who can sign in and act at once", async () => {
    const id = `${COUNTY}101201`;
    const body = { id, names: { zh: "头村", en: "Tou Village" }, secretary: { name: "周书记", phone: "13900003333", house: "1" } };
    expect((await operator.call(VILLAGES, "open", { body: { ...body, id: "999999101201" } })).body.type).toBe("county-not-open");
    expect((await operator.call(VILLAGES, "open", { body: { ...body, secretary: { name: "周", phone: "0737-1234567" } } })).body).toMatchObject({ field: "secretary.phone", reason: "phone-landline" });
    expect((await operator.call(VILLAGES, "open", { body: { ...body, settings: { "no/such.setting": 1 } } })).body.status).toBe(422);
    const opened = await operator.call(VILLAGES, "open", { body });
    expect(opened.status).toBe(200);
    expect((await operator.call(VILLAGES, "open", { body })).body.type).toBe("already-open");
    const { answer, cookies } = await enter(stack, "+8613900003333", "phone-of-the-secretary");
    expect(answer.body).toMatchObject({ person: opened.body.secretary, village: id, offices: [{ at: "village", id, office: "secretary" }] });
    const secretary = stack.guest("phone-of-the-secretary");
    const taken = await secretary.call(VILLAGES, "importRoll", { village: id, cookies, body: { csv: `${HEAD}\n1,1,周书记,是,1960,13900003333,是,` } });
    expect(taken.body).toMatchObject({ newPeople: 1 });
    await stack.settle();
    const again = await enter(stack, "+8613900003333", "phone-of-the-secretary");
    expect(again.answer.body).toMatchObject({ person: opened.body.secretary, offices: [{ office: "secretary" }] });
  });
});

describe("a village's roll", () => {
  it("is looked at first: what is good, what is bad and why, and nothing is stored", async () => {
    const bad = `${ROLL}\n14,2,王五,是,,0737-1234567,,\n15,2,赵六,是,,+1 212 555 0100,,\n16,2,,,,,,`;
    const seen = await operator.call(VILLAGES, "previewRoll", { village: a, body: { csv: bad }, language: "zh" });
    expect(seen.body).toMatchObject({ lines: 7, good: 4, newHouseholds: 2, newPeople: 4 });
    expect(seen.body.bad.map((each: { line: number; field: string; reason: string }) => [each.line, each.field, each.reason])).toEqual([[6, "phone", "phone-landline"], [7, "phone", "phone-foreign"], [8, "name", "required"]]);
    expect(seen.body.bad[0].text).toBe("第6行：这是固定电话，收不到短信");
    expect(seen.text).not.toContain("13812340001");
    expect(await stack.rows(`V#${a}`, "IMPORT#")).toEqual([]);
  });
  it("is taken in: the good lines, once, and its people become households, members, contacts and sign-ins", async () => {
    const taken = await operator.call(VILLAGES, "importRoll", { village: a, body: { csv: `${ROLL}\n14,2,王五,是,,12345,,` } });
    expect(taken.body).toMatchObject({ repeated: false, good: 4, newHouseholds: 2, newPeople: 4 });
    await stack.settle();
    const count = async (pk: string, prefix: string) => (await stack.rows(pk, prefix)).length;
    expect(await Promise.all([count(`V#${a}`, "HH#"), count(`V#${a}`, "MEMBER#"), count(`V#${a}`, "CONTACT#")])).toEqual([2, 4, 2]);
    const { answer } = await enter(stack, "+8613812340001", "phone-in-dongguan");
    expect(answer.body).toMatchObject({ name: "李大山", village: a });
    const facts = await stack.visitor.call(VILLAGES, "facts", { village: a, open: true });
    expect(facts.body).toMatchObject({ id: a, residents: 4, households: 2, helpPhone: "0737-1234567" });
    const progress = await operator.call(VILLAGES, "import", { village: a, params: { id: taken.body.import } });
    expect(progress.body).toMatchObject({ parts: 1, takenIn: 1, good: 4, bad: [{ line: 6, field: "phone", reason: "phone-malformed" }] });
  });
  it("again makes no doubles, neither the same file nor a longer one", async () => {
    const same = await operator.call(VILLAGES, "importRoll", { village: a, body: { csv: `${ROLL}\n14,2,王五,是,,12345,,` } });
    expect(same.body).toMatchObject({ repeated: true, newPeople: 0, newHouseholds: 0 });
    const longer = await operator.call(VILLAGES, "importRoll", { village: a, body: { csv: `${ROLL}\n14,2,王五,是,,,,` } });
    expect(longer.body).toMatchObject({ repeated: false, newPeople: 1, newHouseholds: 1 });
    await stack.settle();
    expect((await stack.rows(`V#${a}`, "MEMBER#")).length).toBe(5);
    expect((await stack.rows(`V#${a}`, "VILLAGE#"))[0]).toMatchObject({ residents: 5, households: 3 });
  });
  it("of a thousand people goes in as one, and every one of them stands once", async () => {
    const big = await stack.village(undefined, { residents: 0, households: 0 });
    const csv = [HEAD, ...Array.from({ length: 1000 }, (_, i) => `${Math.floor(i / 4)},1,村民${i},,${1940 + (i % 70)},${i % 4 === 0 ? `138${String(20_000_000 + i)}` : ""},,`)].join("\n");
    expect((await operator.call(VILLAGES, "importRoll", { village: big, body: { csv } })).body).toMatchObject({ good: 1000, newHouseholds: 250, newPeople: 1000 });
    await stack.settle();
    expect((await stack.rows(`V#${big}`, "IMPART#")).length).toBe(10);
    expect((await stack.rows(`V#${big}`, "HH#")).length).toBe(250);
    const people = (await stack.rows("R#", "PERSON#")).filter((row) => row["village"] === big);
    expect(people).toHaveLength(250);
  });
  it("with an identity number in any column leaves that line out, and the number nowhere", async () => {
    const number = "11010519491231002X";
    const taken = await operator.call(VILLAGES, "importRoll", { village: a, body: { csv: `门牌,姓名,备注\n20,张三,${number}\n21,李四,` } });
    expect(taken.body.bad).toMatchObject([{ line: 2, reason: "identity-number" }]);
    await stack.settle();
    expect(JSON.stringify(await stack.everything()).includes(number)).toBe(false);
    expect(stack.logs.join("").includes(number)).toBe(false);
  });
  it("of more than 256 KB is 413, of more than 5,000 lines too, and without the columns 422", async () => {
    expect((await operator.call(VILLAGES, "importRoll", { village: a, body: { csv: "x".repeat(262_200) } })).status).toBe(413);
    expect((await operator.call(VILLAGES, "previewRoll", { village: a, body: { csv: `house,name\n${"1,x\n".repeat(5001)}` } })).body).toMatchObject({ status: 413, type: "roll-too-long" });
    expect((await operator.call(VILLAGES, "previewRoll", { village: a, body: { csv: "foo,bar\n1,2" } })).body).toMatchObject({ status: 422, field: "csv", reason: "no-house-column" });
  });
  it("is no villager's to read in, nor another village's secretary's: who is not from here sees nothing", async () => {
    const villager = await stack.person({ village: a });
    const elsewhere = await stack.person({ village: b, offices: ["office:secretary"] });
    expect((await villager.as.call(VILLAGES, "importRoll", { village: a, body: { csv: ROLL } })).status).toBe(403);
    const [foreign, unknown] = [await elsewhere.as.call(VILLAGES, "importRoll", { village: a, body: { csv: ROLL } }), await elsewhere.as.call(VILLAGES, "importRoll", { village: "431228103999", body: { csv: ROLL } })];
    expect([foreign.status, foreign.body]).toEqual([404, unknown.body]);
    const [row] = await stack.rows(`V#${a}`, "IMPORT#");
    expect((await elsewhere.as.call(VILLAGES, "import", { village: b, params: { id: String(row!["id"]) } })).status).toBe(404);
  });
});

describe("the villages of a county", () => {
  it("are seen by its officers and the operator, page by page, and by nobody else", async () => {
    const officer = await stack.person({ offices: ["county:director"] });
    const first = await officer.as.call(VILLAGES, "list", { query: { limit: "2" } });
    expect(first.body.items).toHaveLength(2);
    const second = await officer.as.call(VILLAGES, "list", { query: { limit: "2", cursor: first.body.next } });
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
    expect(first.text).not.toContain("offices\":");
    expect((await operator.call(VILLAGES, "list", {})).status).toBe(200);
    expect((await (await stack.person({ village: a })).as.call(VILLAGES, "list", {})).status).toBe(403);
    expect((await officer.as.call(VILLAGES, "list", { area: COUNTY })).status).toBe(403);
  });
});

describe("how a village does it", () => {
  it("is open to all, says what is usual, and shows for ninety days what was loosened", async () => {
    const secretary = await stack.person({ village: b, offices: ["office:secretary"] });
    const setting = "platform/offices.confirmWithin";
    const choose = (value: unknown) => secretary.as.call(VILLAGES, "choose", { village: b, body: { setting, value } });
    expect((await choose(86_400_000)).body).toEqual({ setting, loosened: false });
    expect((await choose(10 * 86_400_000)).body).toEqual({ setting, loosened: true });
    expect((await choose("next year")).body).toMatchObject({ status: 422, field: "value" });
    const shown = await stack.guest().call(VILLAGES, "settings", { village: b });
    expect(shown.body.items.find((each: { setting: string }) => each.setting === setting)).toMatchObject({ value: 864_000_000, usual: 604_800_000, own: true, loosenedAt: expect.any(String) });
    expect((await stack.rows(`V#${b}`, "EVENT#")).map((row) => row["name"])).toEqual([`${VILLAGES}/chosen`, `${VILLAGES}/loosened`]);
    expect((await (await stack.person({ village: b })).as.call(VILLAGES, "choose", { village: b, body: { setting, value: 1 } })).status).toBe(403);
  });
  it("keeps no door to a function that is off", async () => {
    const secretary = await stack.person({ village: b, offices: ["office:secretary"] });
    expect((await secretary.as.call(VILLAGES, "arrange", { village: b, body: { off: ["market/fairs"], doors: ["market/fairs"] } })).body).toMatchObject({ status: 422, reason: "switched-off" });
    expect((await secretary.as.call(VILLAGES, "arrange", { village: b, body: { off: ["market/fairs"], doors: ["affairs/notices"] } })).status).toBe(200);
    expect((await stack.guest().call(VILLAGES, "facts", { village: b })).body.off).toBeDefined();
  });
});

it("an operator taken off the region's list is refused at once", async () => {
  const [row] = await stack.rows("R#", "REGION#");
  await stack.store(Region, { ...(row as unknown as Region), operators: [] }, {});
  expect((await operator.call(VILLAGES, "list", {})).status).toBe(403);
});
