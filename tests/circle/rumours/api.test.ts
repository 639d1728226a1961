import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/rumours/handlers.ts";
import { isBare, sameQuestion } from "../../../functions/circle/rumours/rules.ts";
import { Mark } from "../../../functions/circle/moderation/rows.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const R = "circle/rumours";
type Who = { id: string; as: As };
let stack: TestStack;
let a: string;
let b: string;
let asker: Who; let other: Who; let secretary: Who;
const ask = async (words: string, who = asker) => (await who.as.call(R, "ask", { village: a, body: { words } })).body;
const move = (name: string, id: string, who: Who, body: object = {}) => who.as.call(R, name, { village: a, params: { id }, body });
const told = async (who: Who, key: string) => (await stack.rows(`V#${a}`, `TELL#${who.id}`)).filter((each) => each["key"] === key).length;

beforeAll(async () => {
  stack = await openStack([handler]);
  [a, b] = [await stack.village(), await stack.village()];
  [asker, other, secretary] = [await stack.person({ village: a, name: "李秀英" }), await stack.person({ village: a }), await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] })];
});
afterAll(() => stack.stop());

describe("'is it true that …?'", () => {
  it("asked twice in other words is one question; another figure makes it another", () => {
    expect(sameQuestion("水库是不是要塌了？", "听说水库要塌了，真的吗")).toBe(true);
    expect(sameQuestion("Is it true that the dam breaks?", "the dam breaks")).toBe(true);
    expect(sameQuestion("听说明年一月起每个月的低保都要涨到165元", "听说明年一月起每个月的低保都要涨到265元")).toBe(false);
    expect(sameQuestion("水库要塌了", "学校要搬走")).toBe(false);
    expect(isBare({ papers: [], media: [{ kind: "voice" }] })).toBe(true);
  });
  it("is answered by name with its papers, both askers told, and pinned; without evidence it is marked so and cannot be pinned", async () => {
    const first = await ask("听说水库要塌了，真的吗");
    expect(first).toMatchObject({ joined: false, askers: 1, state: "asked" });
    expect(await ask("水库是不是要塌了？", other)).toMatchObject({ id: first.id, joined: true, askers: 2 });
    expect(await ask("水库要塌了吗？", other)).toMatchObject({ id: first.id, askers: 2 });
    expect((await move("answer", first.id, other, { words: "假的" })).status).toBe(403);
    expect((await move("verify", first.id, secretary)).body.verifier).toEqual({ name: "王建国", office: "secretary" });
    expect((await move("answer", first.id, secretary, { words: "没有的事" })).body).toMatchObject({ state: "answered", answer: { bare: true, name: "王建国" } });
    expect((await move("pin", first.id, secretary)).body).toMatchObject({ type: "no-evidence", status: 409 });
    await move("answer", first.id, secretary, { words: "上周才检查过，安全", papers: [{ title: "水库检查报告", where: "公开栏第三张" }] });
    expect([await told(asker, "answered"), await told(other, "answered")]).toEqual([2, 2]);
    expect((await move("pin", first.id, secretary)).body).toMatchObject({ state: "pinned", answer: { bare: false } });
    const read = await stack.visitor.call(R, "one", { village: a, params: { id: first.id } });
    expect(read.text).not.toContain(asker.id);
    expect((await stack.visitor.call(R, "one", { village: b, params: { id: first.id } })).status).toBe(404);
    expect((await stack.rows(`V#${a}`, `SHOW#${first.id}`))[0]).toMatchObject({ kind: "disclosure" });
  });
  it("may stay unproven, be joined with a press, and loses what was hidden after a report", async () => {
    const { id } = await ask("明年要通高铁？");
    expect((await stack.rows(`V#${a}`, `SHOW#${id}`))).toEqual([]);
    expect((await move("join", id, other)).body.askers).toBe(2);
    expect((await move("unproven", id, secretary)).body.state).toBe("unproven");
    expect(await told(other, "unproven")).toBe(1);
    expect((await stack.visitor.call(R, "ask", { village: a, body: { words: "x" } })).status).toBe(401);
    const stranger = await stack.person({ village: b });
    expect((await move("join", id, stranger)).status).toBe(404);
    await stack.store(Mark, { feature: R, thing: id, whole: { case: id, is: "hidden", mark: "x" }, parts: {} }, { village: a });
    expect((await stack.visitor.call(R, "one", { village: a, params: { id } })).status).toBe(404);
    expect((await stack.visitor.call(R, "list", { village: a })).body.items.map((each: { id: string }) => each.id)).not.toContain(id);
  });
});
