import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/events/handlers.ts";
import { hasBranch } from "../../../functions/circle/events/view.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const E = "circle/events";
const HOUR = 3_600_000;
let stack: TestStack;
let [a, b] = ["", ""];
let caller: { id: string; as: As };
let aunt: { id: string; as: As };
let branch: { id: string; as: As };
let stranger: { id: string; as: As };
const NIGHT = { title: "一起包饺子", place: "村委会院子", startsAt: "2026-12-22T10:00:00.000Z", endsAt: "2026-12-22T13:00:00.000Z" };
const call = (body: object, as: As = caller.as) => as.call(E, "call", { village: a, body });
const act = (as: As, route: string, id: string, body: object = {}) => as.call(E, route, { village: a, params: { id }, body });
const list = async (as: As, route = "list", query = {}) => (await as.call(E, route, { village: a, query })).body.items.map((each: { title: string }) => each.title);

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-12-20T02:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  caller = await stack.person({ village: a, name: "陈大姐" });
  aunt = await stack.person({ village: a, name: "王婶" });
  branch = await stack.person({ village: a, name: "李委员", offices: ["office:party-branch"] });
  stranger = await stack.person({ village: b });
});
afterAll(() => stack.stop());

describe("dumplings for the whole village", () => {
  let id = "";
  it("are called, stand on the board, and the nearest comes first", async () => {
    await call({ ...NIGHT, title: "放电影", startsAt: "2026-12-30T11:00:00.000Z", endsAt: "2026-12-30T13:00:00.000Z" });
    const { status, body } = await call({ ...NIGHT, room: 2, needs: ["大锅一口"] });
    expect([status, body.state, body.code]).toEqual([200, "called", expect.stringMatching(/^\d{4}$/)]);
    id = body.id;
    expect(await list(aunt.as)).toEqual(["一起包饺子", "放电影"]);
    expect((await stack.rows(`V#${a}`, "OFFER#")).find((each) => each["thing"] === id)).toMatchObject({ kind: "event", note: { zh: "2个位子" } });
  });
  it("are signed up for, for others too; who finds no room waits, and moves up when somebody drops out", async () => {
    await act(aunt.as, "sign-up", id, { others: ["王奶奶"] });
    const late = await stack.person({ village: a, name: "小周" });
    const waits = (await act(late.as, "sign-up", id, {})).body;
    expect([waits.coming, waits.waiting]).toEqual([2, 1]);
    expect((await act(late.as, "sign-up", id, {})).body.type).toBe("already-on-it");
    const grandmother = waits.guests.find(({ name }: { name: string }) => name === "王奶奶").id;
    expect((await act(late.as, "drop-out", id, { id: grandmother })).body.type).toBe("not-yours");
    const after = (await act(aunt.as, "drop-out", id, { id: grandmother })).body;
    expect(after.guests.map(({ name, waiting }: { name: string; waiting: boolean }) => [name, waiting])).toEqual([["王婶", false], ["小周", false]]);
    expect((await stack.rows(`V#${a}`, "TELL#")).filter((each) => each["key"] === "moved-up").map((each) => each["who"])).toEqual([late.id]);
    expect(after.code).toBeNull();
  });
  it("need a pot, which one brings and nobody else at the same time", async () => {
    const need = (await aunt.as.call(E, "one", { village: a, params: { id } })).body.needs[0].id;
    expect((await act(aunt.as, "take", id, { id: need })).body.needs).toMatchObject([{ what: "大锅一口", takenBy: "王婶", mine: true }]);
    expect((await act(caller.as, "take", id, { id: need })).body.type).toBe("taken-already");
  });
  it("clash with another at that hour, which is shown and not forbidden", async () => {
    expect(await list(aunt.as, "clashes", { from: "2026-12-22T12:00:00.000Z", to: "2026-12-22T14:00:00.000Z" })).toEqual(["一起包饺子"]);
    expect(await list(aunt.as, "clashes", { from: NIGHT.endsAt, to: "2026-12-22T14:00:00.000Z" })).toEqual([]);
    expect((await call({ ...NIGHT, title: "广场舞" })).status).toBe(200);
  });
  it("begin by themselves; people sign in by the code or are ticked by name, and everybody may add pictures", async () => {
    expect((await act(caller.as, "tell", id, { words: "还没开始" })).body.type).toBe("not-begun");
    stack.at("2026-12-22T10:00:00.000Z");
    await stack.later(60_000);
    const one = (await caller.as.call(E, "one", { village: a, params: { id } })).body;
    expect(one.state).toBe("held");
    expect((await act(aunt.as, "attend", id, { code: one.code === "0000" ? "0001" : "0000" })).body.type).toBe("wrong-code");
    expect((await act(aunt.as, "attend", id, { code: one.code })).body.guests[0]).toMatchObject({ name: "王婶", came: true });
    expect((await act(aunt.as, "attend", id, { came: [one.guests[1].id] })).body.type).toBe("not-yours");
    expect((await act(caller.as, "attend", id, { came: [one.guests[1].id] })).body.guests[1].came).toBe(true);
    expect((await act(caller.as, "attend", id, { name: "没有手机的周爷爷" })).body.guests).toHaveLength(3);
    expect((await act(aunt.as, "photos", id, { media: [{ id: "01JMEDA0000000000000000000", kind: "photo" }] })).body.photos).toHaveLength(1);
    expect((await act(aunt.as, "tell", id, { words: "我来写" })).body.type).toBe("not-yours");
    expect((await act(caller.as, "tell", id, { words: "包了六百个", replay: "http://a.example" })).status).toBe(422);
    expect((await act(caller.as, "tell", id, { words: "包了六百个" })).body).toMatchObject({ state: "told", told: "包了六百个" });
    await stack.later(6 * HOUR);
    expect(await list(aunt.as)).toEqual(["放电影"]);
    expect(await list(aunt.as, "past")).toContain("一起包饺子");
  });
  it("exist in no other village", async () => {
    expect((await stranger.as.call(E, "one", { village: a, params: { id } })).status).toBe(404);
    expect((await stranger.as.call(E, "one", { village: b, params: { id } })).status).toBe(404);
    expect((await act(stranger.as, "photos", id, { media: [] })).status).toBe(404);
  });
});

describe("an event that is called off", () => {
  it("says why to all who wanted to come, and leaves the calendar and the board", async () => {
    const { body } = await call({ ...NIGHT, title: "打球", startsAt: "2027-01-05T10:00:00.000Z", endsAt: "2027-01-05T12:00:00.000Z" });
    await act(aunt.as, "sign-up", body.id, {});
    expect((await act(aunt.as, "cancel", body.id, { reason: "下雨" })).body.type).toBe("not-yours");
    expect((await act(caller.as, "cancel", body.id, { reason: "下雨" })).body).toMatchObject({ state: "cancelled", reason: "下雨" });
    expect((await stack.rows(`V#${a}`, "TELL#")).filter((each) => each["key"] === "cancelled").map((each) => each["who"])).toEqual([aunt.id]);
    expect(await list(aunt.as)).not.toContain("打球");
    expect((await stack.rows(`V#${a}`, "OFFER#")).map((each) => each["thing"])).not.toContain(body.id);
  });
  it("was never called for yesterday, nor to end before it begins", async () => {
    expect((await call({ ...NIGHT, startsAt: "2026-01-01T10:00:00.000Z" })).body).toMatchObject({ type: "in-the-past", field: "startsAt" });
    expect((await call({ ...NIGHT, startsAt: "2027-02-01T10:00:00.000Z", endsAt: "2027-02-01T09:00:00.000Z" })).body).toMatchObject({ status: 422, field: "endsAt" });
  });
});

describe("the branch", () => {
  const MEETING = { title: "主题党日", place: "活动室", startsAt: "2027-03-01T01:00:00.000Z", endsAt: "2027-03-01T03:00:00.000Z", audience: "branch" };
  it("calls its activities for its members; nobody else can tell that there is one", async () => {
    expect((await call(MEETING)).body.type).toBe("branch-calls");
    const { body } = await call(MEETING, branch.as);
    expect((await act(aunt.as, "sign-up", body.id, {})).status).toBe(404);
    expect((await aunt.as.call(E, "one", { village: a, params: { id: body.id } })).status).toBe(404);
    expect((await aunt.as.call(E, "setBranch", { village: a, body: { members: [aunt.id] } })).status).toBe(403);
    expect((await branch.as.call(E, "setBranch", { village: a, body: { members: [aunt.id, stranger.id] } })).body.members).toEqual([{ id: aunt.id, name: "王婶" }]);
    const put = (ifMatch: number) => branch.as.call(E, "setBranch", { village: a, body: { members: [aunt.id] }, ifMatch });
    expect((await put(0)).body.type, "somebody else wrote the list meanwhile").toBe("stale-version");
    expect((await put((await branch.as.call(E, "branch", { village: a })).body.version)).status).toBe(200);
    expect((await act(aunt.as, "sign-up", body.id, {})).status).toBe(200);
    expect(await list(aunt.as)).toContain("主题党日");
    expect(await list(caller.as)).not.toContain("主题党日");
    expect((await stack.rows(`V#${a}`, "SHOW#")).map((each) => each["thing"])).not.toContain(body.id);
    stack.at("2027-03-01T00:30:00.000Z");
    expect((await act(branch.as, "tell", body.id, { words: "纪要" })).body.type).toBe("not-begun");
    stack.at("2027-03-01T03:10:00.000Z");
    expect((await act(branch.as, "tell", body.id, { words: "学习了两个钟头" })).body.state).toBe("told");
  });
});
describe("a village without a branch", () => {
  it("has none to call for: the profile says so", () => {
    expect([hasBranch({ profile: "cn-village" }), hasBranch({ profile: "plain-village" })]).toEqual([true, false]);
  });
});
