import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/guestbook/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

let stack: TestStack;
let a: string;
let b: string;
beforeAll(async () => { stack = await openStack([handler]); [a, b] = [await stack.village(), await stack.village()]; });
afterAll(() => stack.stop());

const G = "circle/guestbook";

describe("a stranger", () => {
  it("greets at 22:30 without an account, is answered in two minutes by name, and reads it on the same phone", async () => {
    stack.at("2026-05-01T14:30:00.000Z");
    const guest = stack.guest();
    const left = await guest.call(G, "leave", { village: a, body: { name: "小陈", hometown: "上海", words: "脐橙还有吗？" } });
    expect(left.body).toMatchObject({ state: "shown", answers: [] });
    stack.at("2026-05-01T14:32:00.000Z");
    const villager = await stack.person({ village: a, name: "李秀英" });
    expect((await villager.as.call(G, "answer", { village: a, params: { id: left.body.id }, body: { words: "有的，明天还摘" } })).status).toBe(200);
    const wall = await guest.call(G, "wall", { village: a, open: true });
    expect(wall.body.items[0]).toMatchObject({ state: "answered", answerCount: 1, firstAnswerMinutes: 2, answers: [{ name: "李秀英", minutes: 2 }] });
    stack.at(null);
  });
  it("may greet three times an hour from one address, whatever phone they use", async () => {
    for (let i = 0; i < 3; i++) expect((await stack.guest(undefined, "10.1.1.1").call(G, "leave", { village: a, body: { words: `hello ${i}` } })).status).toBe(200);
    expect((await stack.guest(undefined, "10.1.1.1").call(G, "leave", { village: a, body: { words: "again" } })).status).toBe(429);
    expect((await stack.guest(undefined, "10.1.1.2").call(G, "leave", { village: a, body: { words: "another house" } })).status).toBe(200);
  });
  it("with a link waits for a look; only its own phone and the village's office see it", async () => {
    const guest = stack.guest(undefined, "10.2.2.2");
    const { body } = await guest.call(G, "leave", { village: a, body: { words: "cheap oranges at www.example.com" } });
    expect(body.state).toBe("held");
    expect((await stack.guest().call(G, "one", { village: a, params: { id: body.id } })).status).toBe(404);
    expect((await guest.call(G, "mine", { village: a })).body.items.map((each: { id: string }) => each.id)).toContain(body.id);
    const secretary = await stack.person({ village: a, offices: ["office:secretary"] });
    expect((await secretary.as.call(G, "held", { village: a })).body.items).toHaveLength(1);
    expect((await secretary.as.call(G, "release", { village: a, params: { id: body.id } , body: {} })).body.state).toBe("shown");
    expect((await stack.guest().call(G, "one", { village: a, params: { id: body.id } })).status).toBe(200);
  });
  it("writes text, never markup, and cannot answer without being a villager", async () => {
    const guest = stack.guest(undefined, "10.3.3.3");
    const { body } = await guest.call(G, "leave", { village: a, body: { words: "<script>alert(1)</script>" } });
    expect(body.words).toBe("<script>alert(1)</script>");
    expect((await guest.call(G, "answer", { village: a, params: { id: body.id }, body: { words: "me" } })).status).toBe(401);
    const other = await stack.person({ village: b });
    expect((await other.as.call(G, "answer", { village: a, params: { id: body.id }, body: { words: "me" } })).status).toBe(404);
  });
  it("is not answered once a greeting was removed: the refusal names the state", async () => {
    const guest = stack.guest(undefined, "10.4.4.4");
    const { body } = await guest.call(G, "leave", { village: a, body: { words: "rude words" } });
    const secretary = await stack.person({ village: a, offices: ["office:secretary"] });
    await secretary.as.call(G, "remove", { village: a, params: { id: body.id }, body: { reason: "insult" } });
    const late = await secretary.as.call(G, "answer", { village: a, params: { id: body.id }, body: { words: "hello" } });
    expect(late.body).toMatchObject({ status: 409, state: "removed", steps: [] });
    expect((await guest.call(G, "wall", { village: a, open: true })).body.items.map((each: { id: string }) => each.id)).not.toContain(body.id);
  });
});
