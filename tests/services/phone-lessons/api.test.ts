import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/services/phone-lessons/handlers.ts";
import { ableToAnswer } from "../../../functions/services/phone-lessons/reads.ts";
import { Member } from "../../../functions/core/access-rows.ts";
import { openTable } from "../../../functions/core/table.ts";
import { layHouse } from "../../alerts/answers/village.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const L = "services/phone-lessons";
const DAY = 86_400_000;
let stack: TestStack;
let a: string;
let b: string;
let elder: { id: string; as: As };
let young: { id: string; as: As };
let secretary: { id: string; as: As };

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-06-10T08:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  secretary = await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] });
  const house = await layHouse(stack, a, "9", [{ name: "周福生" }]);
  const id = house.people[0]!;
  await stack.store<Member>(Member, { person: id, name: "周福生", state: "verified", paper: true, household: house.id, group: "2", bornIn: 1946, sleepsHere: true, head: true, vulnerable: [], since: "2026-01-01T00:00:00.000Z" }, { village: a });
  elder = { id, as: (await stack.person({ village: a, name: "周福生" })).as };
  young = await stack.person({ village: a, name: "邓小敏" });
});
afterAll(() => stack.stop());

const ask = (as: As, route: string, given: object = {}) => as.call(L, route, { village: a, language: "zh", ...given });
const of = (id: string, body?: object) => ({ params: { id }, ...(body ? { body } : {}) });
const said = ({ status, body }: { status: number; body: { type?: string; state?: string } }): string => `${status} ${body.type ?? body.state ?? ""}`;

describe("an elder at number 9", () => {
  it("is asked for by the secretary at the door, taught by a checked volunteer after saying yes, and then can answer a warning", async () => {
    const { body: lesson } = await ask(secretary.as, "ask", { body: { name: "周福生", house: "9", wish: "想看孙子的照片" } });
    expect(lesson).toMatchObject({ state: "asked", consent: false, learner: "周福生" });
    expect((await ask(young.as, "one", of(lesson.id))).body).toMatchObject({ learner: "周*生", wish: "", house: null });
    expect(said(await ask(young.as, "take", of(lesson.id)))).toBe("403 not-checked");
    await ask(young.as, "volunteer", { body: { on: true } });
    expect(said(await ask(elder.as, "vouch", { params: { person: young.id } }))).toBe("403 office-checks");
    expect((await ask(secretary.as, "vouch", { params: { person: young.id } })).body.checked).toBe(true);
    expect((await ask(young.as, "take", of(lesson.id))).body).toMatchObject({ state: "matched", volunteer: "邓小敏", learner: "周福生" });
    expect(said(await ask(young.as, "teach", of(lesson.id, { skills: ["open"] })))).toBe("409 no-consent");
    expect(said(await ask(young.as, "consent", of(lesson.id, { witness: "李四" })))).toBe("404 not-found");
    expect((await ask(secretary.as, "consent", of(lesson.id, {}))).body).toMatchObject({ status: 422, field: "witness" });
    await ask(secretary.as, "consent", of(lesson.id, { witness: "李四" }));
    expect((await ask(young.as, "teach", of(lesson.id, { skills: ["open", "listen"] }))).body.state).toBe("taught");
    expect(said(await ask(young.as, "able", of(lesson.id)))).toBe("409 answer-first");
    const table = openTable({ at: "village", id: a }, "test");
    expect((await ableToAnswer(table, [elder.id])).size).toBe(0);
    await ask(young.as, "teach", of(lesson.id, { skills: ["open", "answer"] }));
    expect((await ask(young.as, "able", of(lesson.id))).body).toMatchObject({ state: "able", skills: [{ skill: "open" }, { skill: "listen" }, { skill: "answer" }] });
    expect([...(await ableToAnswer(table, [elder.id, young.id]))]).toEqual([elder.id]);
  });
  it("finds nobody free in seven days: it stands on the secretary's desk until somebody is sent", async () => {
    const learner = await stack.person({ village: a, name: "陈阿婆" });
    const { body: lesson } = await ask(learner.as, "ask", { body: {} });
    expect(lesson).toMatchObject({ consent: true, as: "learner" });
    expect(said(await ask(learner.as, "ask", { body: {} }))).toBe("409 already-asked");
    await stack.later(6 * DAY);
    expect((await ask(learner.as, "one", of(lesson.id))).body.state).toBe("asked");
    await stack.later(DAY + 60_000);
    const [wait] = (await stack.rows(`V#${a}`, `WAIT#${L}`));
    expect(wait).toMatchObject({ state: "waiting", offices: expect.arrayContaining(["office:secretary"]), text: { zh: "有人想学手机，一直没人有空" } });
    expect(said(await ask(learner.as, "assign", of(lesson.id, { person: young.id })))).toBe("403 role-missing");
    expect(said(await ask(secretary.as, "assign", of(lesson.id, { person: young.id })))).toBe("200 matched");
    expect(await stack.rows(`V#${a}`, `WAIT#${L}`)).toEqual([]);
    expect(said(await ask(young.as, "let-go", of(lesson.id)))).toBe("200 asked");
    expect(said(await ask(young.as, "end", of(lesson.id)))).toBe("404 not-found");
    expect(said(await ask(learner.as, "end", of(lesson.id)))).toBe("200 ended");
  });
  it("is nobody's business in another village; a name that is not at that door is refused", async () => {
    const { body: lesson } = await ask(young.as, "ask", { body: {} });
    const stranger = await stack.person({ village: b });
    expect((await stranger.as.call(L, "one", { village: b, ...of(lesson.id) })).status).toBe(404);
    expect((await stranger.as.call(L, "one", { village: a, ...of(lesson.id) })).status).toBe(404);
    expect((await ask(young.as, "ask", { body: { name: "没有人", house: "9" } })).body).toMatchObject({ status: 422, field: "name" });
  });
});
it("in a village where no office is filled two neighbours of two houses vouch for a volunteer", async () => {
  const volunteer = await stack.person({ village: b, name: "小何" });
  await volunteer.as.call(L, "volunteer", { village: b, body: { on: true } });
  const from = async (household: string) => (await stack.person({ village: b, member: { household } })).as.call(L, "vouch", { village: b, params: { person: volunteer.id } });
  expect((await volunteer.as.call(L, "vouch", { village: b, params: { person: volunteer.id } })).body.type).toBe("own-word-only");
  expect((await from("01J00000000000000000000001")).body.checked).toBe(false);
  expect((await from("01J00000000000000000000001")).body.type).toBe("one-per-household");
  expect((await from("01J00000000000000000000002")).body.checked).toBe(true);
});
