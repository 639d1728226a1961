import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hookSecret, signature, useOutside } from "../../../functions/core/webhook.ts";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler } from "../../../functions/platform/open-interfaces/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const F = "platform/open-interfaces";
const N = "affairs/notices";
let stack: TestStack;
let a: string;
let b: string;
let secretary: { id: string; as: As };
let operator: As;
interface Arrived { url: string; headers: Readonly<Record<string, string>>; body: string }
const arrived: Arrived[] = [];
let answers = 200;
const byKey = (key: string): As => ({ call: (feature, route, given) => stack.guest("device-of-machine").call(feature, route, { ...given, headers: { authorization: `Key ${key}` } }) });
const makeKey = async (over: object = {}) => (await secretary.as.call(F, "makeKey", { village: a, body: { name: "县里的系统", office: "office:secretary", scopes: [N, F], ...over } })).body as { id: string; key: string };
const publish = async (title = "打谷场轮流用"): Promise<string> => {
  const { body } = await secretary.as.call(N, "draft", { village: a, body: { kind: "plain", title, text: "今年打谷场按组轮流用，=1+1。", audience: { to: "village" }, channels: ["page"] } });
  await secretary.as.call(N, "publish", { village: a, params: { id: body.id } });
  await stack.settle();
  return body.id as string;
};
const makeHook = async (url = "https://hooks.example.org/in") => (await secretary.as.call(F, "makeHook", { village: a, body: { name: "公告转发", url, events: ["affairs/notices/published"] } }));
beforeAll(async () => {
  stack = await openStack([handler, notices]);
  [a, b] = [await stack.village(), await stack.village()];
  secretary = await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] });
  operator = (await stack.person({ offices: ["operator"] })).as;
  useOutside({ lookup: async () => [{ address: "8.8.8.8", family: 4 }], post: async (url, _to, headers, body) => { arrived.push({ url: String(url), headers, body }); return answers; } });
  await operator.call(F, "allowHosts", { body: { hosts: ["hooks.example.org"] } });
});
afterAll(async () => { useOutside(null); await stack.stop(); });

describe("a key", () => {
  it("is shown once, kept nowhere, and opens what it was made for", async () => {
    const { id, key } = await makeKey();
    expect(key).toMatch(/^[0-9A-Z]{26}\.[\w-]{43}$/);
    const secret = key.split(".")[1]!;
    expect(JSON.stringify(await stack.everything())).not.toContain(secret);
    expect(stack.logs.join()).not.toContain(secret);
    expect((await secretary.as.call(F, "keys", { village: a })).text).not.toContain(secret);
    expect((await byKey(key).call(N, "list", { village: a })).status).toBe(200);
    expect((await byKey(key).call(F, "self", { village: a })).body).toMatchObject({ scopes: [N, F], perDay: 1000, usedToday: 2 });
    expect((await secretary.as.call(F, "calls", { village: a, params: { id } })).body.items.map((each: { route: string }) => each.route)).toEqual(["self", "list"]);
  });
  it("once ended opens nothing, at once", async () => {
    const { id, key } = await makeKey();
    await secretary.as.call(F, "endKey", { village: a, params: { id } });
    expect((await byKey(key).call(N, "list", { village: a })).body).toMatchObject({ status: 401, type: "key-ended" });
  });
  it("over its quota is told when to come again, by the second, and again tomorrow it may", async () => {
    stack.at("2026-05-01T20:00:00.000Z");
    const { key } = await makeKey({ perDay: 2 });
    const ask = () => byKey(key).call(N, "list", { village: a });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const third = await ask();
    expect(third.body).toMatchObject({ status: 429, type: "too-many", retryAfter: 4 * 3600 });
    expect(third.headers["retry-after"]).toBe(String(4 * 3600));
    stack.at("2026-05-02T00:00:01.000Z");
    expect((await ask()).status).toBe(200);
    stack.at(null);
  });
  it("opens nothing it was not made for, writes nothing, and never opens another village", async () => {
    const { key } = await makeKey({ scopes: [F] });
    expect((await byKey(key).call(N, "list", { village: a })).body.type).toBe("not-by-key");
    expect((await byKey(key).call(N, "draft", { village: a, body: {} })).body.type).toBe("not-by-key");
    expect((await byKey(key).call(F, "makeKey", { village: a, body: {} })).body.type).toBe("not-by-key");
    expect((await byKey(key).call(F, "self", { village: b })).body.type).toBe("key-unknown");
    expect((await byKey("nonsense").call(F, "self", { village: a })).body.type).toBe("key-unknown");
  });
  it("shown beside somebody's session is still only a key", async () => {
    const { key } = await makeKey();
    const both = await secretary.as.call(F, "keys", { village: a, headers: { authorization: `Key ${key}` } });
    expect(both.body.type).toBe("not-by-key");
  });
  it("is made by who holds the post, for features that let keys in, and not by a villager", async () => {
    const villager = await stack.person({ village: a });
    const body = { name: "x", office: "office:committee", scopes: [N] };
    expect((await secretary.as.call(F, "makeKey", { village: a, body })).body.type).toBe("not-your-post");
    expect((await secretary.as.call(F, "makeKey", { village: a, body: { ...body, office: "office:secretary", scopes: ["affairs/households"] } })).body).toMatchObject({ status: 422, field: "scopes" });
    expect((await villager.as.call(F, "makeKey", { village: a, body })).status).toBe(403);
  });
});

describe("a webhook", () => {
  it("is told of a notice within the same minute, signed with the secret that was shown once", async () => {
    const { body: { id, secret } } = await makeHook();
    expect(secret).toBe(await hookSecret(`${a}|${id}`));
    expect(JSON.stringify(await stack.everything())).not.toContain(secret);
    arrived.length = 0;
    const notice = await publish();
    expect(arrived).toHaveLength(1);
    const { headers, body } = arrived[0]!;
    expect(JSON.parse(body)).toMatchObject({ type: "affairs/notices/published", data: { notice, village: a } });
    expect(body).not.toMatch(/打谷场|王建国/);
    expect(body).not.toContain(secretary.id);
    expect(headers["webhook-signature"]).toBe(signature({ id: headers["webhook-id"]!, at: new Date(Number(headers["webhook-timestamp"]) * 1000), body, secret }));
    expect((await secretary.as.call(F, "deliveries", { village: a, params: { id } })).body.items).toMatchObject([{ state: "sent", tries: 1, status: 200 }]);
    await secretary.as.call(F, "endHook", { village: a, params: { id } });
    await publish("二号");
    expect(arrived).toHaveLength(1);
  });
  it("only to a host the operator allows; taken off the list, nothing leaves any more", async () => {
    expect((await makeHook("https://elsewhere.example/in")).body).toMatchObject({ status: 422, type: "address-not-allowed" });
    const { body: { id } } = await makeHook();
    await operator.call(F, "allowHosts", { body: { hosts: ["other.example"] } });
    arrived.length = 0;
    await secretary.as.call(F, "testHook", { village: a, params: { id } });
    await stack.settle();
    expect(arrived).toEqual([]);
    expect((await secretary.as.call(F, "deliveries", { village: a, params: { id } })).body.items[0]).toMatchObject({ event: "test", state: "failed", why: "not-allowed" });
    await operator.call(F, "allowHosts", { body: { hosts: ["hooks.example.org"] } });
    expect((await secretary.as.call(F, "allowHosts", { body: { hosts: ["evil.example"] } })).status).toBe(403);
    for (const host of ["127.0.0.1", "localhost", "*.example.org", "a.example:443", "https://a.example"]) expect((await operator.call(F, "allowHosts", { body: { hosts: [host] } })).status).toBe(422);
    await secretary.as.call(F, "endHook", { village: a, params: { id } });
  });
  it("that is gone is paused at once, sends a test while paused, and goes on when resumed", async () => {
    const { body: { id } } = await makeHook();
    answers = 410;
    await publish("三号");
    const state = async (): Promise<unknown> => (await secretary.as.call(F, "hooks", { village: a })).body.items.find((each: { id: string }) => each.id === id).state;
    expect(await state()).toBe("paused");
    answers = 200;
    arrived.length = 0;
    await publish("四号");
    expect(arrived).toEqual([]);
    expect((await secretary.as.call(F, "deliveries", { village: a, params: { id } })).body.items).toHaveLength(1);
    await secretary.as.call(F, "testHook", { village: a, params: { id } });
    await stack.settle();
    expect(arrived.map(({ body }) => JSON.parse(body).type)).toEqual(["test"]);
    await secretary.as.call(F, "resumeHook", { village: a, params: { id } });
    expect(await state()).toBe("active");
    await secretary.as.call(F, "endHook", { village: a, params: { id } });
  });
  it("that fails is tried again later, not lost", async () => {
    const { body: { id } } = await makeHook();
    answers = 503;
    await secretary.as.call(N, "draft", { village: a, body: { kind: "plain", title: "五号", text: "五。", audience: { to: "village" }, channels: ["page"] } }).then(({ body }) => secretary.as.call(N, "publish", { village: a, params: { id: body.id } }));
    await stack.settle();
    const first = (await secretary.as.call(F, "deliveries", { village: a, params: { id } })).body.items[0];
    expect(first).toMatchObject({ why: "refused", status: 503 });
    expect(first.tries).toBeGreaterThan(0);
    answers = 200;
    await secretary.as.call(F, "endHook", { village: a, params: { id } });
  });
  it("ended while something is on its way to it: nothing leaves any more", async () => {
    const { body: { id } } = await makeHook();
    arrived.length = 0;
    await secretary.as.call(F, "testHook", { village: a, params: { id } });
    await secretary.as.call(F, "endHook", { village: a, params: { id } });
    await stack.settle();
    expect(arrived).toEqual([]);
    expect((await secretary.as.call(F, "deliveries", { village: a, params: { id } })).body.items[0]).toMatchObject({ state: "failed", why: "ended" });
  });
  it("of another village is not there", async () => {
    const { body: { id } } = await makeHook();
    const other = await stack.person({ village: b, offices: ["office:secretary"] });
    for (const route of ["endHook", "testHook", "resumeHook", "deliveries"]) expect((await other.as.call(F, route, { village: b, params: { id } })).status).toBe(404);
    expect((await other.as.call(F, "hooks", { village: a })).status).toBe(404);
  });
});

describe("for everybody", () => {
  it("notices as a feed and as CSV, posts as CSV; what is for one group stands in neither", async () => {
    await secretary.as.call(N, "draft", { village: a, body: { kind: "plain", title: "一组开会", text: "一组。", audience: { to: "groups", groups: ["1"] }, channels: ["page"] } }).then(({ body }) => secretary.as.call(N, "publish", { village: a, params: { id: body.id } }));
    await stack.settle();
    const read = (route: string, params = {}) => stack.visitor.call(F, route, { village: a, open: true, params });
    const [feed, csv, posts] = [await read("feed"), await read("csv", { list: "notices" }), await read("csv", { list: "offices" })];
    expect(feed.headers["content-type"]).toContain("application/atom+xml");
    expect([feed.text.includes("打谷场轮流用"), feed.text.includes("一组开会"), csv.text.includes("打谷场轮流用"), csv.text.includes("一组开会")]).toEqual([true, false, true, false]);
    expect(posts.text).toContain("王建国");
    expect((await read("csv", { list: "members" })).status).toBe(404);
  });
  it("the whole interface as a document, and what happened in public matters for a key that follows along", async () => {
    expect((await stack.visitor.call(F, "openapi", { open: true })).body).toMatchObject({ openapi: "3.1.0" });
    const { key } = await makeKey();
    const first = (await byKey(key).call(F, "events", { village: a, query: { limit: "3" } })).body;
    const second = (await byKey(key).call(F, "events", { village: a, query: { limit: "100", after: first.next } })).body;
    const names = [...first.items, ...second.items].map((each: { id: string }) => each.id);
    expect(first.items).toHaveLength(3);
    expect(new Set(names).size).toBe(names.length);
    expect([...names].sort()).toEqual(names);
    expect(second.items.some((each: { name: string; data: unknown }) => each.name === "affairs/notices/published" && each.data !== null)).toBe(true);
  });
});
