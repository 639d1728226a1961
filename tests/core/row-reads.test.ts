import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Person } from "../../functions/core/access-rows.ts";
import { useDynamo } from "../../functions/core/clients.ts";
import { batchGet, getRow } from "../../functions/core/row-reads.ts";
import { openTable } from "../../functions/core/table.ts";
import { openStack, type TestStack } from "./stack.ts";

let stack: TestStack;
let people: string[];
beforeAll(async () => {
  stack = await openStack([]);
  people = await Promise.all(["a", "b", "c"].map(async () => (await stack.person()).id));
});
afterEach(() => useDynamo(stack.dynamo));
afterAll(() => stack.stop());

type Sent = { readonly constructor: { readonly name: string }; readonly input: object };
/** The engine, with somebody who notes each command and may answer it otherwise. */
const watched = (instead: (command: Sent, real: () => Promise<unknown>) => Promise<unknown> = (_, real) => real()): string[] => {
  const sent: string[] = [];
  useDynamo(new Proxy(stack.dynamo, {
    get: (target, name) => name !== "send" ? Reflect.get(target, name) : (command: Sent) => {
      sent.push(command.constructor.name);
      return instead(command, () => target.send(command as never));
    },
  }) as DynamoDBDocumentClient);
  return sent;
};
const key = (person: string) => ({ pk: "R#", sk: `PERSON#${person}` });

describe("people looked up in one breath", () => {
  it("are read in one call, each in their place, one asked for twice and one who is not there too", async () => {
    const sent = watched();
    const table = openTable({ at: "region", id: "" }, "test");
    const found = await Promise.all([people[0]!, "01J0000000000000000000NONE", people[2]!, people[0]!].map((id) => table.get(Person, id)));
    expect(found.map((each) => each?.id ?? null)).toEqual([people[0], null, people[2], people[0]]);
    expect(sent).toEqual(["BatchGetCommand"]);
  });
  it("one alone is read alone, and one after another is no breath", async () => {
    const sent = watched();
    await getRow(key(people[0]!));
    await getRow(key(people[1]!));
    expect(sent).toEqual(["GetCommand", "GetCommand"]);
  });
  it("more than a call may carry are read in several", async () => {
    const sent = watched();
    const found = await Promise.all([...Array.from({ length: 149 }, (_, i) => key(`nobody ${i}`)), key(people[1]!)].map(getRow));
    expect(found.filter(Boolean).map((item) => item!["id"])).toEqual([people[1]]);
    expect(sent).toEqual(["BatchGetCommand", "BatchGetCommand"]);
  });
  it("all hear of it when the read fails, and the next breath reads again", async () => {
    let broken = true;
    watched((_, real) => (broken ? Promise.reject(new Error("the line went dead")) : real()));
    const all = await Promise.allSettled(people.map((id) => getRow(key(id))));
    expect(all.map((each) => each.status)).toEqual(["rejected", "rejected", "rejected"]);
    broken = false;
    expect((await getRow(key(people[0]!)))?.["id"]).toBe(people[0]);
  });
});

describe("rows the engine leaves out under load", () => {
  it("are asked for again", async () => {
    let left = 2;
    const sent = watched(async (command, real) => (left-- > 0 ? { Responses: {}, UnprocessedKeys: (command.input as { RequestItems: object }).RequestItems } : real()));
    expect((await batchGet(people.map(key))).map((item) => item["id"]).sort()).toEqual([...people].sort());
    expect(sent).toHaveLength(3);
  });
  it("never pass for rows that are not there", async () => {
    watched(async (command) => ({ Responses: {}, UnprocessedKeys: (command.input as { RequestItems: object }).RequestItems }));
    await expect(batchGet(people.map(key))).rejects.toThrow("3 of 3 rows could not be read");
  });
});
