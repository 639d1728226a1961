import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyPartition } from "../../functions/core/verify.ts";
import { openStack, type TestStack } from "./stack.ts";
import { between, cowsHandler } from "./tiny.ts";

let stack: TestStack;
let a: string;
let b: string;
beforeAll(async () => {
  stack = await openStack([cowsHandler]);
  a = await stack.village();
  b = await stack.village();
});
afterAll(() => stack.stop());

const COWS = "circle/cows";

describe("a villager's write", () => {
  it("stands once, however often the phone sends it", async () => {
    const { as } = await stack.person({ village: a });
    const first = await as.call(COWS, "miss", { village: a, body: { words: "brown cow" }, key: "the-same-key" });
    const again = await as.call(COWS, "miss", { village: a, body: { words: "brown cow" }, key: "the-same-key" });
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect((await as.call(COWS, "list", { village: a })).body.items.filter((cow: { words: string }) => cow.words === "brown cow")).toHaveLength(1);
  });
  it("with the same key and other words is refused, in the reader's language", async () => {
    const { as } = await stack.person({ village: a });
    await as.call(COWS, "miss", { village: a, body: { words: "one" }, key: "key-with-two-bodies" });
    const other = await as.call(COWS, "miss", { village: a, body: { words: "two" }, key: "key-with-two-bodies", language: "zh" });
    expect([other.status, other.body.type, other.body.title]).toEqual([409, "key-used-with-another-body", "这个编号已经用过，内容不一样"]);
  });
  it("without a key, with an unknown field, or too long names what is wrong", async () => {
    const { as } = await stack.person({ village: a });
    expect((await as.call(COWS, "miss", { village: a, body: { words: "x" }, key: "k" })).body.type).toBe("no-idempotency-key");
    expect((await as.call(COWS, "miss", { village: a, body: { words: "x", office: "secretary" } })).body).toMatchObject({ status: 422, type: "unknown-field", field: "office" });
    expect((await as.call(COWS, "miss", { village: a, body: { words: "x".repeat(61) } })).body).toMatchObject({ status: 422, field: "words", reason: "too_big" });
    expect((await as.call(COWS, "miss", { village: a, body: {} })).body).toMatchObject({ field: "words", reason: "required" });
    expect((await as.call(COWS, "miss", { village: a, body: { words: "11010519491231002X" } })).body).toMatchObject({ field: "words", reason: "identity-number" });
  });
  it("answers the twin that won while it was still reading", async () => {
    const { as } = await stack.person({ village: a });
    let twin: { body: { id: string } } | undefined;
    between.hook = async () => { between.hook = null; twin = await as.call(COWS, "miss", { village: a, body: { words: "twin" }, key: "raced-by-a-twin" }); };
    const late = await as.call(COWS, "miss", { village: a, body: { words: "twin" }, key: "raced-by-a-twin" });
    expect(late.body.id).toBe(twin?.body.id);
  });
  it("stops at the limit and says how long to wait", async () => {
    const { as } = await stack.person({ village: a });
    for (let i = 0; i < 5; i++) expect((await as.call(COWS, "miss", { village: a, body: { words: `cow ${i}` } })).status).toBe(200);
    const sixth = await as.call(COWS, "miss", { village: a, body: { words: "cow 6" } });
    expect([sixth.status, sixth.body.type]).toEqual([429, "too-many"]);
    expect(Number(sixth.headers["retry-after"])).toBeGreaterThan(0);
  });
  it("never shows a stored field the contract does not name", async () => {
    const { as } = await stack.person({ village: a });
    await as.call(COWS, "miss", { village: a, body: { words: "shy" } });
    expect((await as.call(COWS, "list", { village: a })).text).not.toContain("nobody may read");
  });
  it("with a version somebody else has changed is refused as stale", async () => {
    const { as } = await stack.person({ village: a });
    const { body: cow } = await as.call(COWS, "miss", { village: a, body: { words: "stale" } });
    expect((await as.call(COWS, "rename", { village: a, params: { id: cow.id }, body: { words: "new" }, ifMatch: 1 })).status).toBe(200);
    expect((await as.call(COWS, "rename", { village: a, params: { id: cow.id }, body: { words: "newer" }, ifMatch: 1 })).body).toMatchObject({ status: 409, type: "stale-version", yourVersion: 1 });
  });
});

describe("who may ask", () => {
  it("nobody without signing in, and only with a token of ours", async () => {
    expect((await stack.visitor.call(COWS, "list", { village: a })).body.type).toBe("sign-in-needed");
    expect((await stack.visitor.call(COWS, "list", { village: a, cookies: ["session=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."] })).body.type).toBe("session-ended");
  });
  it("a villager of another village sees what a stranger of a village that does not exist sees", async () => {
    const { as } = await stack.person({ village: a });
    const other = await as.call(COWS, "list", { village: b });
    const none = await as.call(COWS, "list", { village: "431228999999" });
    expect([other.status, other.body]).toEqual([404, none.body]);
  });
  it("an office's route is closed to villagers, open to its holder, and closed again the minute the office ends", async () => {
    const { as } = await stack.person({ village: a });
    expect((await as.call(COWS, "count", { village: a })).body.type).toBe("role-missing");
    const secretary = await stack.person({ village: a, offices: ["office:secretary"] });
    expect((await secretary.as.call(COWS, "count", { village: a })).status).toBe(200);
  });
  it("an unknown path, a strange id and a strange method are not found", async () => {
    const { as } = await stack.person({ village: a });
    for (const id of ["..", "a%00b", "x".repeat(10_000), "#", "01J0000000000000000000000Z"]) expect((await as.call(COWS, "one", { village: a, params: { id } })).status).toBe(404);
  });
  it("a write from another origin is refused", async () => {
    const { as } = await stack.person({ village: a });
    expect((await as.call(COWS, "miss", { village: a, body: { words: "x" }, headers: { origin: "https://evil.example" } })).body.type).toBe("other-origin");
  });
});

describe("a matter with a clock", () => {
  it("moves as declared, and a step not allowed names the state and the steps that are", async () => {
    const { as } = await stack.person({ village: a });
    const { body: cow } = await as.call(COWS, "miss", { village: a, body: { words: "found soon" } });
    expect((await as.call(COWS, "find", { village: a, params: { id: cow.id }, body: { where: "by the old well" } })).body).toMatchObject({ state: "home", version: 2 });
    expect((await as.call(COWS, "find", { village: a, params: { id: cow.id }, body: { where: "again" } })).body).toMatchObject({ status: 409, type: "not-allowed-now", state: "home", steps: [] });
  });
  it("comes due once, by the village's own setting, and other due times ring once too", async () => {
    stack.at("2026-05-01T00:00:00.000Z");
    const small = await stack.village(undefined, { residents: 40 });
    const { as } = await stack.person({ village: small });
    const { body: cow } = await as.call(COWS, "miss", { village: small, body: { words: "slow" } });
    await stack.later(59 * 60_000);
    expect((await as.call(COWS, "one", { village: small, params: { id: cow.id } })).body.state).toBe("missing");
    await stack.later(2 * 60_000);
    await stack.later(60_000);
    expect((await as.call(COWS, "one", { village: small, params: { id: cow.id } })).body).toMatchObject({ state: "long-missing", version: 2 });
    expect((await stack.rows(`V#${small}`, "COUNT#"))[0]).toMatchObject({ rung: 1 });
    stack.at(null);
  });
});

describe("events", () => {
  it("reach every listener exactly once, after a replay of the whole stream too, and the chain verifies", async () => {
    const village = await stack.village();
    const { as } = await stack.person({ village });
    for (let i = 0; i < 5; i++) await as.call(COWS, "miss", { village, body: { words: `cow ${i}` } });
    await stack.settle();
    await stack.replay();
    await stack.settle();
    expect((await stack.rows(`V#${village}`, "COUNT#"))[0]).toMatchObject({ missed: 5 });
    expect(await verifyPartition(`V#${village}`, new Date())).toMatchObject({ events: 5, faults: [] });
  });
  it("hold ids only, and an edited one is named", async () => {
    const village = await stack.village();
    const { as } = await stack.person({ village });
    await as.call(COWS, "miss", { village, body: { words: "words that stay out" } });
    await stack.settle();
    const [row] = await stack.rows(`V#${village}`, "EVENT#");
    expect(JSON.stringify(row)).not.toContain("words that stay out");
    const { PutCommand } = await import("@aws-sdk/lib-dynamodb");
    await stack.dynamo.send(new PutCommand({ TableName: process.env["WECOUNTRY_TABLE"], Item: { ...row, by: "somebody else" } }));
    expect((await verifyPartition(`V#${village}`, new Date())).faults).toEqual([{ pk: `V#${village}`, row: row!["sk"], what: "event changed" }]);
  });
});
