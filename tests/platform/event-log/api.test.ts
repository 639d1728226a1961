import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commit } from "../../../functions/core/commit.ts";
import { VerdictIn } from "../../../functions/core/event-rows.ts";
import { handler } from "../../../functions/platform/event-log/handlers.ts";
import { handler as offices } from "../../../functions/platform/offices/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const LOG = "platform/event-log";
const OFFICES = "platform/offices";
let stack: TestStack;
let a: string;
let b: string;
let secretary: { id: string; as: As };
let accountant: { id: string; as: As };
let officer: { id: string; as: As };
beforeAll(async () => {
  stack = await openStack([handler, offices]);
  a = await stack.village();
  b = await stack.village();
  secretary = await stack.person({ village: a, offices: ["office:secretary"] });
  accountant = await stack.person({ village: a, name: "李会计" });
  officer = await stack.person({ offices: ["county:director"] });
  const asked = await secretary.as.call(OFFICES, "give", { village: a, params: { office: "accountant" }, body: { person: accountant.id } });
  await officer.as.call(OFFICES, "confirm", { village: a, params: { id: asked.body.giving } });
  await officer.as.call(OFFICES, "giveCounty", { params: { office: "weather" }, body: { name: "气象员", phone: "13500001111" } });
  await stack.settle();
});
afterAll(() => stack.stop());

describe("the public record", () => {
  it("says what changed, when and by which office, and names nobody", async () => {
    const shown = await stack.visitor.call(LOG, "public", { village: a, open: true });
    expect(shown.body.items.map((each: { what: string; office: string }) => [each.what, each.office])).toEqual([[`${OFFICES}/given`, "county:director"], [`${OFFICES}/asked`, "office:secretary"]]);
    for (const { id } of [secretary, accountant, officer]) expect(shown.text).not.toContain(id);
  });
  it("shows no private event, not even that it happened", async () => {
    const now = new Date();
    const shy = { id: ulid(now.getTime()), name: "alerts/answers/answered", at: now.toISOString(), by: accountant.id, channel: "web", data: {} };
    expect(await commit({ place: { at: "village", id: a }, writes: [], event: shy }, now.getTime())).toBe("done");
    expect((await stack.guest().call(LOG, "public", { village: a })).text).not.toContain("answered");
    expect((await accountant.as.call(LOG, "aboutMe", { village: a })).text).toContain("answered");
    await stack.dynamo.send(new DeleteCommand({ TableName: process.env["WECOUNTRY_TABLE"]!, Key: { pk: `V#${a}`, sk: `EVENT#${shy.id}` } }));
  });
  it("of another village is its own, and of an unknown one 404", async () => {
    expect((await stack.visitor.call(LOG, "public", { village: b })).body.items).toEqual([]);
    expect((await stack.visitor.call(LOG, "public", { village: "431228103999" })).status).toBe(404);
  });
  it("goes on page by page, and a page cannot be asked for with another village's cursor", async () => {
    const first = await stack.guest().call(LOG, "public", { village: a, query: { limit: "1" } });
    const second = await stack.guest().call(LOG, "public", { village: a, query: { limit: "1", cursor: first.body.next } });
    expect([first.body.items[0].what, second.body.items[0].what]).toEqual([`${OFFICES}/given`, `${OFFICES}/asked`]);
    expect((await stack.guest().call(LOG, "public", { village: b, query: { cursor: first.body.next } })).body).toMatchObject({ status: 422, field: "cursor" });
  });
});

describe("what is about me", () => {
  it("holds what I did and what names me, and not what concerns others", async () => {
    const other = await stack.person({ village: a });
    expect((await accountant.as.call(LOG, "aboutMe", { village: a })).body.items).toMatchObject([{ what: `${OFFICES}/given`, mine: false }]);
    expect((await secretary.as.call(LOG, "aboutMe", { village: a })).body.items).toMatchObject([{ what: `${OFFICES}/asked`, mine: true }]);
    expect((await other.as.call(LOG, "aboutMe", { village: a })).body.items).toEqual([]);
    expect((await stack.visitor.call(LOG, "aboutMe", { village: a })).status).toBe(401);
    expect((await accountant.as.call(LOG, "aboutMe", { village: b })).status).toBe(404);
  });
});

describe("the whole record", () => {
  it("with names is the supervisors' and the county's, and nobody else's", async () => {
    const supervisor = await stack.person({ village: a, offices: ["office:supervisor"] });
    const seen = await supervisor.as.call(LOG, "all", { village: a });
    expect(seen.body.items).toMatchObject([{ what: `${OFFICES}/given`, by: officer.id, sealed: true }, { what: `${OFFICES}/asked`, by: secretary.id }]);
    expect((await officer.as.call(LOG, "all", { village: a })).status).toBe(200);
    expect((await secretary.as.call(LOG, "all", { village: a })).status).toBe(403);
    expect((await supervisor.as.call(LOG, "all", { village: b })).status).toBe(404);
    expect((await officer.as.call(LOG, "county", {})).body.items).toMatchObject([{ what: `${OFFICES}/given` }]);
    expect((await accountant.as.call(LOG, "county", {})).status).toBe(403);
  });
});

describe("the chain", () => {
  it("shows its links whole, and says that nobody has checked it all yet", async () => {
    const chain = await stack.guest().call(LOG, "chain", { village: a });
    expect(chain.body).toMatchObject({ broken: false, checkedAt: null, faults: [] });
    expect(chain.body.links.length).toBeGreaterThan(0);
    expect(chain.body.links.every((link: { holds: boolean; count: number }) => link.holds && link.count > 0)).toBe(true);
  });
  it("is broken for everybody to see when the last check found a changed row", async () => {
    await stack.store(VerdictIn.village, { at: "2026-06-01T00:00:00.000Z", events: 2, links: 1, faults: [{ row: "EVENT#x", what: "event changed" }] }, { village: b });
    expect((await stack.guest().call(LOG, "chain", { village: b })).body).toMatchObject({ broken: true, checkedAt: "2026-06-01T00:00:00.000Z", faults: [{ what: "event changed" }] });
  });
  it("is broken when a link was rewritten in the store", async () => {
    const [link] = await stack.rows(`V#${a}`, "SEAL#");
    const table = process.env["WECOUNTRY_TABLE"]!;
    await stack.dynamo.send(new PutCommand({ TableName: table, Item: { ...link, events: [{ id: "01ARZ3NDEKTSV4RRFFQ69G5FAV", hash: "made-up" }] } }));
    expect((await officer.as.call(LOG, "chain", { village: a })).body).toMatchObject({ broken: true });
  });
  it("of the county is the county's to see", async () => {
    expect((await officer.as.call(LOG, "countyChain", {})).body).toMatchObject({ broken: false });
    expect((await stack.visitor.call(LOG, "countyChain", {})).status).toBe(401);
  });
});
