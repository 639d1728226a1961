import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDynamo } from "../../functions/core/clients.ts";
import { verifyPartition } from "../../functions/core/verify.ts";
import { openStack, type As, type TestStack } from "./stack.ts";
import { cowsHandler } from "./tiny.ts";

/** Many people write at once; nothing may be lost, nothing may happen twice. */
const WRITES = 1_500;
const WRITERS = 32;
const COWS = "circle/cows";

let stack: TestStack;
const villages: string[] = [];
const writers: As[] = [];
beforeAll(async () => {
  stack = await openStack([cowsHandler]);
  for (let i = 0; i < 3; i++) villages.push(await stack.village());
  for (let i = 0; i < WRITERS; i++) writers.push((await stack.person({ village: villages[i % 3]! })).as);
});
afterAll(() => stack.stop());

const missed = async (): Promise<number> => {
  let sum = 0;
  for (const village of villages) sum += Number((await stack.rows(`V#${village}`, "COUNT#"))[0]?.["missed"] ?? 0);
  return sum;
};

describe("1,500 writes by 32 villagers of three villages at once", () => {
  it("are all answered, and every listener's effect happens exactly once", async () => {
    let next = 0;
    const statuses: number[] = [];
    await Promise.all(writers.map(async (as, i) => {
      while (next < WRITES) {
        const n = next++;
        statuses.push((await as.call(COWS, "herd", { village: villages[i % 3]!, body: { words: `cow ${n}` } })).status);
      }
    }));
    await stack.settle();
    expect(statuses.filter((status) => status === 200)).toHaveLength(WRITES);
    expect(await missed()).toBe(WRITES);
  }, 240_000);
  it("a replay of the whole stream changes nothing, and the chain of every village verifies", async () => {
    await stack.replay();
    await stack.settle();
    expect(await missed()).toBe(WRITES);
    let events = 0;
    for (const village of villages) {
      const verdict = await verifyPartition(`V#${village}`, new Date());
      expect(verdict.faults).toEqual([]);
      events += verdict.events;
    }
    expect(events).toBe(WRITES);
  }, 240_000);
  it("an event edited, one taken out and one slipped in are each named", async () => {
    const pk = `V#${villages[0]}`;
    const [first, second] = await stack.rows(pk, "EVENT#");
    const TableName = process.env["WECOUNTRY_TABLE"];
    await stack.dynamo.send(new PutCommand({ TableName, Item: { ...first, data: { cow: "01J00000000000000000000000" } } }));
    await stack.dynamo.send(new PutCommand({ TableName, Item: { ...second, sk: "EVENT#01J00000000000000000000001", id: "01J00000000000000000000001" } }));
    const { faults } = await verifyPartition(pk, new Date());
    expect(faults).toEqual(expect.arrayContaining([{ pk, row: first!["sk"], what: "event changed" }, { pk, row: "EVENT#01J00000000000000000000001", what: "event not in the chain" }]));
  });
});

describe("an engine that answers with conflicts, as AWS does on a hot row", () => {
  it("makes writers try again, and no event is lost", async () => {
    const village = await stack.village();
    const { as } = await stack.person({ village });
    let conflicts = 0;
    let commits = 0;
    const real = stack.dynamo;
    const moody = new Proxy(real, {
      get: (target, name) => name !== "send" ? Reflect.get(target, name) : async (command: { constructor: { name: string } }) => {
        // Two of three fail: the first of a write, and its second try.
        if (command.constructor.name === "TransactWriteCommand" && conflicts < 6 && commits++ % 3 < 2) {
          conflicts += 1;
          throw Object.assign(new Error("conflict"), { name: "TransactionCanceledException", CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }] });
        }
        return target.send(command as never);
      },
    });
    useDynamo(moody);
    for (let i = 0; i < 12; i++) expect((await as.call(COWS, "herd", { village, body: { words: `cow ${i}` } })).status).toBe(200);
    await stack.settle();
    useDynamo(real);
    expect(conflicts).toBe(6);
    expect((await stack.rows(`V#${village}`, "COUNT#"))[0]).toMatchObject({ missed: 12 });
  });
  it("an answer lost after the commit is given again for the same key", async () => {
    const village = await stack.village();
    const { as } = await stack.person({ village });
    const real = stack.dynamo;
    useDynamo(new Proxy(real, {
      get: (target, name) => name !== "send" ? Reflect.get(target, name) : async (command: { constructor: { name: string } }) => {
        const out = await target.send(command as never);
        if (command.constructor.name === "TransactWriteCommand") throw new Error("the line went dead");
        return out;
      },
    }));
    const lost = await as.call(COWS, "herd", { village, body: { words: "lost" }, key: "lost-after-commit" });
    useDynamo(real);
    const again = await as.call(COWS, "herd", { village, body: { words: "lost" }, key: "lost-after-commit" });
    expect([lost.status, again.status]).toEqual([500, 200]);
    expect(lost.body).toMatchObject({ type: "unexpected", correlation: expect.any(String) });
    expect(lost.text).not.toContain("line went dead");
    expect((await stack.rows(`V#${village}`, "COW#"))).toHaveLength(1);
  });
});
