import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/family-voices/handlers.ts";
import { Note } from "../../../functions/circle/family-voices/rows.ts";
import { Household } from "../../../functions/affairs/households/rows.ts";
import { Member } from "../../../functions/core/access-rows.ts";
import { layHouse } from "../../alerts/answers/village.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const V = "circle/family-voices";
const DAY = 86_400_000;
let stack: TestStack;
let a: string;
let b: string;
let grandmother: As;
let father: { id: string; as: As };
let guardian: string;
let child: string;
let line: string;

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-06-10T08:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  const people = { 刘奶奶: 1955, 刘军: 1988, 刘小雨: 2017 };
  const ids: string[] = [];
  for (const name of Object.keys(people)) ids.push((await stack.person({ village: a, name })).id);
  const house = await layHouse(stack, a, "5", Object.keys(people).map((name, i) => ({ name, id: ids[i]!, ...(name === "刘军" ? { away: true as const } : {}) })));
  const stored = (await stack.rows(`V#${a}`, `HH#${house.id}`))[0] as unknown as Household;
  await stack.store(Household, { ...stored, people: stored.people.map((each) => ({ ...each, bornIn: people[each.name as keyof typeof people] })) }, { village: a });
  for (const [i, [name, bornIn]] of Object.entries(people).entries()) await stack.store<Member>(Member, { person: ids[i]!, name, state: "verified", paper: false, household: house.id, group: "1", bornIn, sleepsHere: name !== "刘军", head: i === 0, vulnerable: [], since: "2026-01-01T00:00:00.000Z" }, { village: a });
  [guardian, child] = [ids[0]!, ids[2]!];
  grandmother = stack.as(guardian, a);
  father = { id: ids[1]!, as: stack.as(ids[1]!, a) };
  line = (await grandmother.call(V, "open", { village: a, body: { child, parent: "刘军" } })).body.id;
});
afterAll(() => stack.stop());

const leave = (as: As, body: object) => as.call(V, "leave", { village: a, params: { id: line }, body });
const notes = (as: As, village = a) => as.call(V, "notes", { village, params: { id: line } });
const told = async (person: string, key: string): Promise<number> => (await stack.rows(`V#${a}`, `TELL#${person}`)).filter((each) => each["key"] === key).length;
const VOICE = "01J00000000000000000000V01";

describe("a father far away", () => {
  it("leaves his voice, the guardian is told, plays it to the child, and the child answers", async () => {
    const left = await leave(father.as, { media: [{ id: VOICE, kind: "voice" }] });
    expect(left.body).toMatchObject({ from: "parent", heard: false });
    expect(await told(guardian, "from-parent")).toBe(1);
    expect((await grandmother.call(V, "mine", { village: a })).body.items[0]).toMatchObject({ child: "刘小雨", as: "child", fresh: true });
    expect((await grandmother.call(V, "heard", { village: a, params: { id: line, note: left.body.id } })).status).toBe(200);
    expect((await leave(grandmother, { words: "爸爸，我考了一百分" })).body.from).toBe("child");
    expect((await notes(father.as)).body.items.map((each: { from: string; heard: boolean }) => [each.from, each.heard])).toEqual([["child", false], ["parent", true]]);
    expect(await told(father.id, "from-child")).toBe(1);
  });
  it("is heard by the two ends alone: neither the neighbour, the secretary, nor the child by itself", async () => {
    const secretary = await stack.person({ village: a, offices: ["office:secretary"] });
    const stranger = await stack.person({ village: b });
    for (const as of [secretary.as, stack.as(child, a), stranger.as]) {
      expect((await notes(as)).status).toBe(404);
      expect((await leave(as, { words: "我是你叔叔" })).status).toBe(404);
    }
    const note = (await stack.rows(`V#${a}`, "KINNOTE#")).map((each) => Note.schema.parse(each)).find(({ media }) => media.length > 0)!;
    expect([guardian, father.id, secretary.id, null].map((person) => Note.hears!(note, { person, holds: ["office:secretary"] }))).toEqual([true, true, false, false]);
  });
  it("says something: an empty note is refused with its field", async () => {
    expect((await leave(father.as, { media: [] })).body).toMatchObject({ status: 422, field: "words" });
  });
  it("and the child are reminded after a quiet week, once", async () => {
    await stack.later(6 * DAY);
    expect([await told(father.id, "remind-parent"), await told(guardian, "remind-child")]).toEqual([0, 0]);
    await stack.later(DAY + 60_000);
    await stack.later(60_000);
    expect([await told(father.id, "remind-parent"), await told(guardian, "remind-child")]).toEqual([1, 1]);
  });
});

describe("a line", () => {
  it("is opened by a grown-up of the child's own house, for somebody who is there, once", async () => {
    const open = async (as: As, body: object) => { const { status, body: said } = await as.call(V, "open", { village: a, body }); return `${status} ${said.type ?? ""}`; };
    expect(await open(grandmother, { child, parent: "刘军" })).toBe("409 already-open");
    expect(await open(grandmother, { child, parent: "陌生人" })).toBe("422 wrong-field");
    expect(await open(grandmother, { child: father.id, parent: "刘军" })).toBe("422 wrong-field");
    expect(await open(stack.as(child, a), { child, parent: "刘军" })).toBe("403 grown-ups-open");
    const other = await stack.person({ village: a, member: { household: "01J00000000000000000000005" } });
    expect(await open(other.as, { child, parent: "刘军" })).toBe("422 wrong-field");
  });
  it("keeps its notes a year, and none once it is closed", async () => {
    await stack.later(366 * DAY);
    expect((await notes(father.as)).body.items).toEqual([]);
    expect((await father.as.call(V, "end", { village: a, params: { id: line } })).status).toBe(200);
    expect((await notes(grandmother)).status).toBe(404);
    expect((await leave(grandmother, { words: "喂" })).status).toBe(404);
  });
});
