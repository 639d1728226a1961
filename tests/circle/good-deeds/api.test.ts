import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler } from "../../../functions/circle/good-deeds/handlers.ts";
import { Member, Person } from "../../../functions/core/access-rows.ts";
import { idsOf, importRoll } from "../../affairs/households/roll.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const D = "circle/good-deeds";
let stack: TestStack;
let [a, b] = ["", ""];
let writer: { id: string; as: As };
let secretary: { id: string; as: As };
const as: Record<string, As> = {};
const PEOPLE = [{ house: "1", name: "周木匠", head: true, bornIn: 1975 }, { house: "1", name: "周小满", bornIn: 2016 }, { house: "2", name: "李秀英", head: true, bornIn: 1960 }];
const nominate = (body: object, who: As = writer.as) => who.call(D, "nominate", { village: a, body: { words: "下大雨把王奶奶背回家", ...body } });
const act = (who: As, route: string, id: string, body: object = {}) => who.call(D, route, { village: a, params: { id }, body });
const reads = async (who: As, id: string) => (await who.call(D, "one", { village: a, params: { id } })).status;
const told = async (id: string) => (await stack.rows(`V#${a}`, "TELL#")).filter((each) => String(each["where"]).endsWith(id)).map((each) => [each["who"], each["key"]]);

beforeAll(async () => {
  stack = await openStack([handler, households]);
  stack.at("2026-05-31T20:00:00.000Z"); // the first of June in the village
  [a, b] = [await stack.village(), await stack.village()];
  await importRoll(stack, a, PEOPLE);
  for (const { house, name } of PEOPLE) {
    const { person, household } = idsOf(a, house, name);
    await stack.store(Member, { person, name, state: "verified", paper: false, household, group: "1", bornIn: null, sleepsHere: true, head: false, vulnerable: [], since: stack.now().toISOString() }, { village: a });
    await stack.store(Person, { id: person, name: "", language: "zh", village: a, devices: { "device-of-the-test": { since: stack.now().toISOString(), family: "test", label: "" } } }, {});
    as[name] = stack.as(person, a);
  }
  writer = await stack.person({ village: a, name: "王婶" });
  secretary = await stack.person({ village: a, name: "陈书记", offices: ["office:secretary"] });
});
afterAll(() => stack.stop());

describe("a neighbour who carried somebody home in the rain", () => {
  it("is named, told of it, stands in the month's list, and may decline: then nothing of it is left", async () => {
    const { body } = await nominate({ name: "周木匠", house: "1" });
    expect(body).toMatchObject({ state: "shown", name: "周木匠", by: "王婶", mine: true, aboutMe: false });
    expect(await told(body.id)).toEqual([[idsOf(a, "1", "周木匠").person, "thanked"]]);
    const month = async (name: string) => (await as["李秀英"]!.call(D, "month", { village: a, query: { month: name } })).body.items.map(({ id }: { id: string }) => id);
    expect([await month("2026-06"), await month("2026-05")]).toEqual([[body.id], []]);
    expect((await act(as["李秀英"]!, "decline", body.id)).body.type).toBe("not-yours");
    expect((await act(as["周木匠"]!, "decline", body.id)).body).toMatchObject({ state: "declined", words: "" });
    expect([await month("2026-06"), await reads(as["李秀英"]!, body.id), await reads(writer.as, body.id)]).toEqual([[], 404, 200]);
    expect((await stack.rows(`V#${a}`, "SHOW#")).map((each) => each["thing"])).not.toContain(body.id);
  });
  it("is known by name alone where nobody wrote the house; whoever bears the name may decline", async () => {
    const { body } = await nominate({ name: "李秀英" });
    expect(body.state).toBe("shown");
    expect((await act(as["周木匠"]!, "decline", body.id)).body.type).toBe("not-yours");
    expect((await act(as["李秀英"]!, "decline", body.id)).status).toBe(200);
  });
  it("does not praise themself", async () => {
    expect((await nominate({ name: "周木匠", house: "1" }, as["周木匠"]!)).body).toMatchObject({ type: "own-deed", field: "name" });
    expect((await nominate({ name: "王婶" })).body.type).toBe("own-deed");
    expect((await nominate({ name: "周木匠", words: undefined })).body).toMatchObject({ status: 422, field: "words" });
  });
});

describe("a child", () => {
  it("is named once the family agrees: until then the family, the writer and the offices alone can tell", async () => {
    const { body } = await nominate({ name: "周小满", house: "1" });
    expect(body.state).toBe("held");
    expect(await told(body.id)).toEqual([[idsOf(a, "1", "周小满").household, "child"]]);
    expect([await reads(as["李秀英"]!, body.id), await reads(as["周木匠"]!, body.id), await reads(secretary.as, body.id)]).toEqual([404, 200, 200]);
    expect((await act(as["周小满"]!, "agree", body.id)).body.type).toBe("not-yours");
    expect((await act(as["周木匠"]!, "agree", body.id)).body.state).toBe("shown");
    const shown = (await stack.rows(`V#${a}`, "SHOW#")).find((each) => each["thing"] === body.id)!;
    expect(JSON.stringify(shown)).not.toContain("周小满");
  });
  it("named by its own family needs nobody else; one whose house nobody knows waits for an office", async () => {
    expect((await nominate({ name: "周小满", house: "1" }, as["周木匠"]!)).body.state).toBe("shown");
    const unknown = (await nominate({ name: "小石头", child: true })).body;
    expect(unknown.state).toBe("held");
    expect((await stack.rows(`V#${a}`, "WAIT#")).map((each) => each["case"])).toContain(unknown.id);
    expect((await act(writer.as, "refuse", unknown.id, { reason: "x" })).status).toBe(403);
    expect((await act(secretary.as, "refuse", unknown.id, { reason: "家里人不愿意" })).body.state).toBe("refused");
    expect(await reads(as["李秀英"]!, unknown.id)).toBe(404);
  });
});
it("another village reads of no deed and names nobody here", async () => {
  const stranger = await stack.person({ village: b });
  const { body } = await nominate({ name: "周木匠", house: "1" });
  for (const village of [a, b]) expect((await stranger.as.call(D, "one", { village, params: { id: body.id } })).status).toBe(404);
  expect((await nominate({ name: "周木匠" }, stranger.as)).status).toBe(404);
});
