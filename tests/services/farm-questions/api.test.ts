import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Mark } from "../../../functions/circle/moderation/rows.ts";
import { County } from "../../../functions/core/access-rows.ts";
import { handler } from "../../../functions/services/farm-questions/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const Q = "services/farm-questions";
const DAY = 86_400_000;
let stack: TestStack;
let a: string;
let b: string;
type Who = { id: string; as: As };
let asker: Who; let first: Who; let second: Who; let director: Who; let secretary: Who;
const ask = async (body: object = {}, who = asker, village = a) => (await who.as.call(Q, "ask", { village, body: { crop: "脐橙", words: "叶子发黄，从边上开始", ...body } })).body;
const move = (name: string, id: string, who: Who, body: object = {}) => who.as.call(Q, name, { village: a, params: { id }, body });
const one = async (id: string, as: As = stack.visitor) => (await as.call(Q, "one", { village: a, params: { id } })).body;
const told = async (who: Who, key: string, id: string) => (await stack.rows(`V#${a}`, `TELL#${who.id}`)).filter((each) => each["key"] === key && String(each["where"]).endsWith(id)).length;

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-05-01T01:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  [asker, first, second, secretary] = [await stack.person({ village: a, name: "李秀英" }), await stack.person({ village: a, name: "周果林" }), await stack.person({ village: a, name: "吴水稻" }), await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] })];
  director = await stack.person();
  await stack.store(County, { id: stack.county, names: { zh: "清河县" }, offices: {}, ended: {}, townships: { "431228103": { names: { zh: "河口乡" }, offices: { director: [director.id] } } } }, { area: stack.county });
  for (const [who, crops] of [[first, "脐橙"], [second, "水稻"]] as const) expect((await secretary.as.call(Q, "nameTechnician", { village: a, body: { person: who.id, crops } })).status).toBe(200);
});
afterAll(() => stack.stop());

describe("yellow leaves", () => {
  it("asked by voice and photo are answered on day 0, 1 and 5, technicians marked, and solved they stand in the village's book", async () => {
    stack.at("2026-05-01T01:00:00.000Z");
    const { id, thin } = await ask({ words: undefined, media: [{ id: "01JV0000000000000000000011", kind: "voice" }, { id: "01JV0000000000000000000012", kind: "photo" }] });
    expect(thin).toBe(false);
    expect(await told(first, "asked", id)).toBe(1);
    expect((await move("answer", id, first, { words: "像缺镁，先喷叶面肥" })).body).toMatchObject({ state: "answered", answers: [{ as: "technician", name: "周果林", day: 0 }] });
    stack.at("2026-05-02T02:00:00.000Z");
    const neighbour = await stack.person({ village: a, name: "张海燕" });
    await move("answer", id, neighbour, { media: [{ id: "01JV0000000000000000000013", kind: "voice" }] });
    stack.at("2026-05-06T02:00:00.000Z");
    await move("answer", id, director, { words: "取土样送乡里测" });
    const { answers } = await one(id);
    expect(answers.map((each: { day: number; as: string }) => [each.day, each.as])).toEqual([[0, "technician"], [1, "neighbour"], [5, "township"]]);
    expect(await told(asker, "answered", id)).toBe(3);
    expect((await move("solve", id, neighbour)).body.type).toBe("not-yours");
    expect((await move("solve", id, asker, { answer: answers[0].id })).body).toMatchObject({ state: "solved", answers: [{ helped: true }, { helped: false }, { helped: false }] });
    const book = async (crop: string, village = a) => (await stack.visitor.call(Q, "book", { village, query: { crop } })).body.items.length;
    expect([await book("脐橙"), await book("水稻"), await book("脐橙", b)]).toEqual([1, 0, 0]);
    expect((await move("again", id, asker)).body.state).toBe("asked");
    expect(await book("脐橙")).toBe(0);
  });
  it("without an answer in a day go to the next technician, then to the township, each told once", async () => {
    stack.at("2026-06-01T01:00:00.000Z");
    const { id } = await ask();
    await stack.later(DAY - 60_000);
    expect(await told(second, "asked", id)).toBe(0);
    await stack.later(120_000);
    expect([await told(second, "asked", id), (await one(id)).state]).toEqual([1, "asked"]);
    await stack.later(DAY);
    expect([await told(director, "township", id), (await one(id)).state]).toEqual([1, "township"]);
    expect((await stack.rows(`V#${a}`, `WAIT#${Q}#${id}`))[0]).toMatchObject({ state: "township", offices: expect.arrayContaining(["township:director"]) as unknown });
    await stack.later(3 * DAY);
    expect([await told(first, "asked", id), await told(second, "asked", id), await told(director, "township", id)]).toEqual([1, 1, 1]);
    expect((await move("answer", id, director, { words: "是黄龙病，别等" })).body.state).toBe("answered");
    expect(await stack.rows(`V#${a}`, `WAIT#${Q}#${id}`)).toEqual([]);
  });
  it("in a village without technicians and with two offices reach its offices, then the township", async () => {
    const small = await stack.village();
    const head = await stack.person({ village: small, offices: ["office:secretary"] });
    const farmer = await stack.person({ village: small });
    const { id } = await ask({}, farmer, small);
    expect((await stack.rows(`V#${small}`, `TELL#${head.id}`)).map((each) => each["key"])).toEqual(["asked"]);
    await stack.later(DAY + 60_000);
    expect((await stack.visitor.call(Q, "one", { village: small, params: { id } })).body.state).toBe("township");
  });
});

describe("a question", () => {
  it("may hide its asker from everybody but keeps it theirs, and is nobody's in another village", async () => {
    const { id } = await ask({ hideName: true });
    const read = [await stack.visitor.call(Q, "one", { village: a, params: { id } }), await stack.visitor.call(Q, "list", { village: a }), await second.as.call(Q, "one", { village: a, params: { id } })];
    for (const answer of read) { expect(answer.text).not.toContain(asker.id); expect(answer.text).toContain(id); }
    expect(read[0]!.body).toMatchObject({ name: "", group: "", mine: false });
    expect((await one(id, asker.as)).mine).toBe(true);
    expect((await stack.visitor.call(Q, "one", { village: b, params: { id } })).status).toBe(404);
    const stranger = await stack.person({ village: b });
    expect((await move("answer", id, stranger, { words: "我来" })).status).toBe(404);
  });
  it("of three letters is kept and kindly asked back; with a picture added it is whole", async () => {
    const { id, thin } = await ask({ crop: "", words: "黄了" });
    expect(thin).toBe(true);
    expect((await move("more", id, second, { words: "不是我的" })).body.type).toBe("not-yours");
    expect((await move("more", id, asker, { media: [{ id: "01JV0000000000000000000014", kind: "photo" }] })).body).toMatchObject({ thin: false, state: "asked" });
    expect((await asker.as.call(Q, "ask", { village: a, body: {} })).status).toBe(422);
    await stack.later(DAY + 60_000);
    expect(await told(first, "asked", id) + await told(second, "asked", id), "the clock still runs").toBe(2);
  });
  it("wants a visit: a technician goes, a neighbour cannot say so, the asker ends it", async () => {
    const { id } = await ask();
    expect((await move("wantVisit", id, asker)).body.state).toBe("visit");
    expect(await told(first, "visit", id)).toBe(1);
    const neighbour = await stack.person({ village: a });
    expect((await move("call", id, neighbour)).body.type).toBe("not-a-technician");
    expect((await move("solve", id, asker)).body).toMatchObject({ status: 409, state: "visit" });
    expect((await move("call", id, first, { words: "根上有线虫" })).body).toMatchObject({ state: "visited", answers: [{ words: "根上有线虫", as: "technician" }] });
    expect((await move("solve", id, asker)).body.state).toBe("solved");
  });
  it("loses an answer that was hidden after a report", async () => {
    const { id } = await ask();
    const answer = (await move("answer", id, second, { words: "买我的神药" })).body.answers[0].id;
    await stack.store(Mark, { feature: Q, thing: id, whole: null, parts: { [answer]: { case: id, is: "hidden", mark: "x" } } }, { village: a });
    expect((await one(id)).answers).toEqual([]);
  });
});

describe("a technician's round", () => {
  it("names day and hamlet, the next day first; nobody else plans or drops it", async () => {
    stack.at("2026-07-01T01:00:00.000Z");
    const plan = (who: Who, day: string) => who.as.call(Q, "planRound", { village: a, body: { day, hamlet: "河边寨" } });
    const late = (await plan(first, "2026-07-09")).body;
    await plan(first, "2026-07-03");
    expect((await plan(asker, "2026-07-03")).body.type).toBe("not-a-technician");
    expect((await plan(first, "2026-06-01")).body).toMatchObject({ type: "wrong-field", field: "day" });
    const days = async (village = a) => (await stack.visitor.call(Q, "rounds", { village })).body.items.map((each: { day: string }) => each.day);
    expect([await days(), await days(b)]).toEqual([["2026-07-03", "2026-07-09"], []]);
    const drop = (who: Who) => who.as.call(Q, "dropRound", { village: a, params: { day: late.day, id: late.id } });
    expect((await drop(second)).body.type).toBe("not-a-technician");
    expect((await drop(first)).status).toBe(200);
    stack.at("2026-07-04T01:00:00.000Z");
    expect(await days()).toEqual([]);
  });
  it("belongs to whom an office named: another village's person cannot be named, and named is not for ever", async () => {
    const stranger = await stack.person({ village: b });
    expect((await secretary.as.call(Q, "nameTechnician", { village: a, body: { person: stranger.id } })).status).toBe(422);
    expect((await asker.as.call(Q, "nameTechnician", { village: a, body: { person: asker.id } })).status).toBe(403);
    expect((await secretary.as.call(Q, "endTechnician", { village: a, params: { person: second.id } })).status).toBe(200);
    expect((await stack.visitor.call(Q, "technicians", { village: a })).body.items.map((each: { name: string }) => each.name)).toEqual(["周果林"]);
  });
});
