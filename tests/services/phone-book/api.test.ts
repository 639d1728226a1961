import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/services/phone-book/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const P = "services/phone-book";
const DOCTOR = { kind: "doctor", name: "村医 老周", number: "138 1234 8000" };
let stack: TestStack;
let a: string, b: string;
let committee: As, villager: As, ofB: As;
beforeAll(async () => {
  stack = await openStack([handler]);
  [a, b] = [await stack.village(), await stack.village()];
  [committee, villager, ofB] = [(await stack.person({ village: a, offices: ["office:committee"] })).as, (await stack.person({ village: a })).as, (await stack.person({ village: b, offices: ["office:committee"] })).as];
});
afterAll(() => stack.stop());
beforeEach(() => stack.at("2026-05-01T02:00:00.000Z"));
const list = async (village = a) => (await stack.visitor.call(P, "list", { village, open: true })).body.items;

describe("a useful number", () => {
  it("is written by the committee, read by anybody, what one needs in a hurry first; another village has its own", async () => {
    expect((await villager.call(P, "add", { village: a, body: DOCTOR })).status).toBe(403);
    for (const body of [{ kind: "bus", name: "进城班车", number: "0745-262 1234", note: "早上七点" }, DOCTOR, { kind: "emergency", name: "急救", number: "120" }]) expect((await committee.call(P, "add", { village: a, body })).status).toBe(200);
    expect((await list()).map(({ name }: { name: string }) => name)).toEqual(["急救", "村医 老周", "进城班车"]);
    expect((await list(b))).toEqual([]);
    expect((await committee.call(P, "add", { village: a, body: { ...DOCTOR, number: "13812348000" } })).body.type).toBe("number-there");
    expect((await ofB.call(P, "check", { village: b, params: { id: (await list())[0].id } })).status).toBe(404);
  });
  it.each(["12", "abc", "1381234800012345678", "138 1234 800o", "tel:110"])("such as %s is refused at its field", async (number) => {
    expect((await committee.call(P, "add", { village: a, body: { ...DOCTOR, number } })).body).toMatchObject({ status: 422, field: "number" });
  });
  it("found wrong is counted once for each villager and told to the committee, until somebody has called it", async () => {
    const [{ id }] = await list();
    const flag = () => villager.call(P, "flag", { village: a, params: { id }, body: { why: "no-answer" } });
    expect((await flag()).body.flags).toBe(1);
    expect((await flag()).body.type).toBe("said-already");
    expect((await stack.rows(`V#${a}`, "TELL#")).map((each) => each["key"])).toEqual(["flagged"]);
    stack.at("2026-05-02T02:00:00.000Z");
    expect((await committee.call(P, "check", { village: a, params: { id } })).body).toMatchObject({ flags: 0, checkedAt: "2026-05-02T02:00:00.000Z" });
    expect((await flag()).status).toBe(200);
  });
  it("nobody called for 90 days is marked, and stays in the list", async () => {
    stack.at("2026-07-30T02:00:00.000Z");
    expect((await list()).filter(({ stale }: { stale: boolean }) => stale).map(({ name }: { name: string }) => name)).toEqual([]);
    stack.at("2026-07-30T02:00:01.000Z");
    expect((await list()).filter(({ stale }: { stale: boolean }) => stale).map(({ name }: { name: string }) => name)).toEqual(["村医 老周", "进城班车"]);
  });
  it("is changed by whom saw the latest, and taken away", async () => {
    const [, { id, version }] = await list();
    expect((await committee.call(P, "change", { village: a, params: { id }, body: { ...DOCTOR, number: "139 0000 1111" }, ifMatch: version })).body.number).toBe("139 0000 1111");
    expect((await committee.call(P, "change", { village: a, params: { id }, body: DOCTOR, ifMatch: version })).body.type).toBe("stale-version");
    expect((await committee.call(P, "remove", { village: a, params: { id } })).status).toBe(200);
    expect(await list()).toHaveLength(2);
  });
});
