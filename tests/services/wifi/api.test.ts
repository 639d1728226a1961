import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/services/wifi/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const W = "services/wifi";
let stack: TestStack;
let a: string;
let b: string;
let secretary: As;
let id: string;

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-06-10T08:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  secretary = (await stack.person({ village: a, offices: ["office:secretary"] })).as;
  id = (await secretary.call(W, "add", { village: a, body: { name: "QS-free", where: "村委会门口" } })).body.id;
});
afterAll(() => stack.stop());
const tap = async (as: As, works: boolean, village = a) => (await as.call(W, "tap", { village, params: { id }, body: { works } })).body;
const guest = (n: number): As => stack.guest(undefined, `10.7.0.${n}`);
const desk = () => stack.rows(`V#${a}`, "WAIT#");

describe("a point of free Wi-Fi", () => {
  it("that three say on one day does not work stands on the desk; one phone is one word", async () => {
    await tap(guest(1), false);
    await tap(guest(1), false);
    expect(await tap(guest(2), false)).toMatchObject({ state: "works", broken: 2 });
    expect(await desk()).toEqual([]);
    expect(await tap((await stack.person({ village: a })).as, false)).toMatchObject({ state: "broken", broken: 3 });
    expect(await desk()).toMatchObject([{ state: "broken", text: { zh: "有一处免费WiFi坏了" }, offices: expect.arrayContaining(["office:committee"]) }]);
  });
  it("is repaired by the office, never by a villager, and the words of before are forgotten", async () => {
    const villager = (await stack.person({ village: a })).as;
    expect((await villager.call(W, "repaired", { village: a, params: { id } })).status).toBe(403);
    expect((await secretary.call(W, "repaired", { village: a, params: { id } })).body).toMatchObject({ state: "works", broken: 0 });
    expect(await desk()).toEqual([]);
  });
  it("is not broken by words of two days, and works again when as many say so", async () => {
    for (const n of [1, 2]) await tap(guest(n), false);
    stack.at("2026-06-11T08:00:00.000Z");
    expect(await tap(guest(3), false)).toMatchObject({ state: "works", broken: 1 });
    for (const n of [4, 5]) await tap(guest(n), false);
    for (const n of [3, 4]) expect((await tap(guest(n), true)).state).toBe("broken");
    expect(await tap(guest(5), true)).toMatchObject({ state: "works", works: 3, broken: 0 });
  });
  it("of another village does not exist there; closed it is no longer listed, and a word about it is refused", async () => {
    expect((await guest(9).call(W, "one", { village: b, params: { id } })).status).toBe(404);
    expect((await guest(9).call(W, "tap", { village: b, params: { id }, body: { works: true } })).status).toBe(404);
    expect((await guest(9).call(W, "add", { village: a, body: { name: "x", where: "y" } })).status).toBe(401);
    await secretary.call(W, "close", { village: a, params: { id }, body: {} });
    expect((await guest(9).call(W, "list", { village: a, open: true })).body.items).toEqual([]);
    expect(await tap(guest(9), true)).toMatchObject({ status: 409, state: "closed" });
  });
});
