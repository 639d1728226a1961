import { UpdateCommand, type TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/alerts/sending/handlers.ts";
import { Contact } from "../../../functions/alerts/contacts/rows.ts";
import { useDynamo } from "../../../functions/core/clients.ts";
import { environment } from "../../../functions/core/environment.ts";
import { useMessaging } from "../../../functions/core/messaging/messaging.ts";
import { phones } from "../../../functions/core/messaging/phones.ts";
import { MessagingError, type Messaging } from "../../../functions/core/messaging/port.ts";
import { facts } from "../../../infra/regions/sample.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { entry, issue, layHouse, NOON, sends, storeWarning, tally, warningFor } from "./village.ts";

let stack: TestStack;
let a: string;
beforeAll(async () => { stack = await openStack([handler]); });
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.at(NOON);
  a = await stack.village();
});
afterEach(() => {
  useDynamo(stack.dynamo);
  useMessaging(facts, phones(stack.phones.address));
  stack.phones.messages.length = 0;
});

/** Calls to the table pass through `before`, which may refuse them: a network that breaks where it hurts. */
const through = (before: (command: { input: unknown; constructor: { name: string } }) => void): void => {
  const real = stack.dynamo;
  useDynamo(new Proxy(real, { get: (target, name) => (name === "send" ? async (command: never) => { before(command); return target.send(command); } : Reflect.get(target, name) as unknown) }) as DynamoDBDocumentClient);
};
const isRecord = (command: { input: unknown }, state: string): boolean => JSON.stringify(command.input ?? {}).includes(`"state":"${state}"`) && JSON.stringify(command.input).includes("SEND#");

const workFor = (village: string, warning: string, households: readonly string[]): unknown => ({
  Records: [{ messageId: "one", receiptHandle: "r", eventSource: "aws:sqs", body: JSON.stringify({ kind: "work", pk: `V#${village}`, work: "send", lane: "urgent", data: { warning, step: "alert", households } }) }],
});
const receipt = (id: string, context: string, status: string): unknown => ({
  Records: [{ messageId: `r-${id}-${status}`, receiptHandle: "r", eventSource: "aws:sqs", body: JSON.stringify({ kind: "carrier", name: "carrier/receipt", id: `${id}-${status}`, at: NOON, data: { id, context, status } }) }],
});
/** Plans a warning without sending: it is paused while planned. */
const planned = async (count: number, numbers?: ReturnType<typeof entry>[]) => {
  const houses = [];
  for (let i = 0; i < count; i++) houses.push(await layHouse(stack, a, numbers ? { numbers } : {}));
  const warning = warningFor([a], { paused: true });
  await issue(stack, warning);
  await stack.settle();
  await storeWarning(stack, { ...warning, paused: false });
  return { houses, warning };
};

describe("the same piece of work", () => {
  it("delivered twice, one after the other and at once, sends each message once", async () => {
    const { houses, warning } = await planned(8);
    const work = workFor(a, warning.id, houses.map((each) => each.id));
    await Promise.all([handler(work), handler(work), handler(work)]);
    await handler(work);
    for (const house of houses) expect(stack.phones.to(house.phone)).toHaveLength(1);
    expect(await tally(stack, warning.id, a)).toMatchObject({ sent: 8 });
  });
});

describe("two senders that hold the same duplicate at the same moment", () => {
  it("send it once: the claim of the later one fails and it leaves the household to the other", async () => {
    const { houses, warning } = await planned(2);
    const [first] = await sends(stack, a, warning.id);
    const real = stack.dynamo;
    let raced = false;
    useDynamo(new Proxy(real, { get: (target, name) => (name === "send" ? async (command: InstanceType<typeof TransactWriteCommand>) => {
      if (!raced && isRecord(command, "claimed")) {
        raced = true;
        await target.send(new UpdateCommand({ TableName: environment().table, Key: { pk: `V#${a}`, sk: `SEND#${warning.id}#${first!.household}#sms-alert` }, UpdateExpression: "SET #s = :s ADD version :one", ExpressionAttributeNames: { "#s": "state" }, ExpressionAttributeValues: { ":s": "claimed", ":one": 1 } }));
      }
      return target.send(command);
    } : Reflect.get(target, name) as unknown) }) as DynamoDBDocumentClient);
    await handler(workFor(a, warning.id, [first!.household, ...houses.map((each) => each.id).filter((id) => id !== first!.household)]));
    expect(raced).toBe(true);
    expect(stack.phones.messages.map((each) => each.to)).toEqual(houses.filter((each) => each.id !== first!.household).map((each) => each.phone));
  });
});

describe("when only the bookkeeping fails", () => {
  it("only the bookkeeping is repeated", async () => {
    const { houses, warning } = await planned(3);
    let broken = 0;
    through((command) => { if (broken < 2 && isRecord(command, "sent")) { broken += 1; throw new Error("connection reset"); } });
    await handler(workFor(a, warning.id, houses.map((each) => each.id)));
    expect(broken).toBe(2);
    for (const house of houses) expect(stack.phones.to(house.phone)).toHaveLength(1);
    expect((await sends(stack, a, warning.id)).map((row) => [row.state, row.extra])).toEqual([["sent", 0], ["sent", 0], ["sent", 0]]);
  });
  it("and its answer was lost after it was written, the message is not sent again", async () => {
    const { houses, warning } = await planned(3);
    let lost = 0;
    const real = stack.dynamo;
    useDynamo(new Proxy(real, { get: (target, name) => (name === "send" ? async (command: InstanceType<typeof TransactWriteCommand>) => {
      const out = await target.send(command);
      if (lost === 0 && isRecord(command, "sent")) { lost += 1; throw new Error("socket hang up"); }
      return out;
    } : Reflect.get(target, name) as unknown) }) as DynamoDBDocumentClient);
    await handler(workFor(a, warning.id, houses.map((each) => each.id)));
    useDynamo(real);
    await stack.later(3 * 60_000);
    expect(lost).toBe(1);
    for (const house of houses) expect(stack.phones.to(house.phone)).toHaveLength(1);
  });
});

describe("a sender that dies between sending and writing down", () => {
  it("loses nobody, costs at most one extra message, and that is counted", async () => {
    const { houses, warning } = await planned(6);
    let dead = false;
    through((command) => {
      if (isRecord(command, "sent") && stack.phones.messages.length === 3) dead = true;
      if (dead) throw new Error("the process is gone");
    });
    await handler(workFor(a, warning.id, houses.map((each) => each.id)));
    expect(dead).toBe(true);
    useDynamo(stack.dynamo);
    await stack.later(61_000);
    await stack.later(61_000);
    await stack.later(61_000);
    for (const house of houses) expect(stack.phones.to(house.phone).length).toBeGreaterThanOrEqual(1);
    expect(stack.phones.messages.length - houses.length).toBe(1);
    expect(await tally(stack, warning.id, a)).toMatchObject({ extra: 1 });
    expect((await sends(stack, a, warning.id)).map((row) => row.state)).toEqual(Array.from({ length: 6 }, () => "sent"));
  });
});

const refusing = (kind: "invalid" | "opted-out" | "blocked", number: string): Messaging => {
  const real = phones(stack.phones.address);
  return { send: async (message) => { if (message.to === number) throw new MessagingError(kind, "played"); return real.send(message); } };
};

describe("an invalid number", () => {
  it("is final: the next number gets the message and the first is marked for a visit", async () => {
    useMessaging(facts, refusing("invalid", "+8613900000101"));
    const { houses, warning } = await planned(1, [entry("+8613900000101"), entry("+8613900000102", { order: 1 })]);
    await handler(workFor(a, warning.id, [houses[0]!.id]));
    expect(stack.phones.to("+8613900000102")).toHaveLength(1);
    const book = (await stack.rows(`V#${a}`, "CONTACT#"))[0] as unknown as Contact;
    expect(book.entries.map((each) => each.dead)).toEqual([true, false]);
  });
  it("that opted out at the carrier is shown as such", async () => {
    useMessaging(facts, refusing("opted-out", "+8613900000103"));
    const { houses, warning } = await planned(1, [entry("+8613900000103")]);
    await handler(workFor(a, warning.id, [houses[0]!.id]));
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ state: "failed", why: "opted-out" });
  });
});

describe("a receipt", () => {
  const sentOne = async () => {
    const { houses, warning } = await planned(1, [entry("+8613900000201"), entry("+8613900000202", { order: 1 })]);
    await handler(workFor(a, warning.id, [houses[0]!.id]));
    const [row] = await sends(stack, a, warning.id);
    const context = `${a}|${warning.id}#${houses[0]!.id}#sms-alert`;
    return { warning, message: row!.attempts[0]!.message!, context };
  };
  it("says delivered: the household has been told, once, however often it comes", async () => {
    const { warning, message, context } = await sentOne();
    for (let i = 0; i < 3; i++) await handler(receipt(message, context, "delivered"));
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ state: "delivered", attempts: [{ outcome: "delivered" }] });
    expect(await tally(stack, warning.id, a)).toMatchObject({ told: 1 });
    expect(((await stack.rows(`V#${a}`, "CONTACT#"))[0] as unknown as Contact).entries[0]!.lastSuccess).toBe(NOON);
  });
  it("never takes a step backward", async () => {
    const { warning, message, context } = await sentOne();
    await handler(receipt(message, context, "delivered"));
    await handler(receipt(message, context, "unreachable"));
    await stack.settle();
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ state: "delivered" });
    expect(stack.phones.messages).toHaveLength(1);
  });
  it("says unreachable: the next number is tried at once", async () => {
    const { warning, message, context } = await sentOne();
    await handler(receipt(message, context, "unreachable"));
    await stack.settle();
    expect(stack.phones.to("+8613900000202")).toHaveLength(1);
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ state: "sent", next: 1 });
  });
  it("of a message nobody knows, of another village, or for a household that does not exist changes nothing", async () => {
    const { warning, message, context } = await sentOne();
    const before = await stack.everything();
    const elsewhere = await stack.village();
    const place = await stack.everything();
    for (const [id, where] of [["m-forged", context], [message, context.replace(a, elsewhere)], [message, context.replace(a, "999999999999")], [message, "nonsense"], [message, context.replace(warning.id, "01J0000000000000000000000Z")]] as const) await handler(receipt(id, where, "delivered"));
    expect(place.length - before.length).toBe(1);
    expect(await stack.everything()).toEqual(place);
  });
  it("that comes while nobody knows whether the message left settles it: it is not sent again", async () => {
    const real = phones(stack.phones.address);
    useMessaging(facts, { send: async (message) => { await real.send(message); throw new MessagingError("unknown", "no answer"); } });
    const { houses, warning } = await planned(1);
    await handler(workFor(a, warning.id, [houses[0]!.id]));
    useMessaging(facts, real);
    await handler(receipt("m-of-the-carrier", `${a}|${warning.id}#${houses[0]!.id}#sms-alert`, "delivered"));
    await stack.later(3 * 60_000);
    expect(stack.phones.messages).toHaveLength(1);
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ state: "delivered", extra: 0 });
  });
});
