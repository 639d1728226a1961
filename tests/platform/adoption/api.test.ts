import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler as guestbook } from "../../../functions/circle/guestbook/handlers.ts";
import { handler as adoption } from "../../../functions/platform/adoption/handlers.ts";
import { Alive } from "../../../functions/platform/adoption/rows.ts";
import { Village } from "../../../functions/core/access-rows.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const [A, N, G] = ["platform/adoption", "affairs/notices", "circle/guestbook"];
let stack: TestStack;
let a: string;
let b: string;
let head: { id: string; as: As };
let villagers: { id: string; as: As }[];
const HOUR = 3_600_000;
beforeAll(async () => {
  stack = await openStack([adoption, notices, guestbook]);
  stack.at("2026-05-01T01:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  head = await stack.person({ village: a, offices: ["office:secretary"] });
  villagers = [];
  for (let i = 0; i < 6; i++) villagers.push(await stack.person({ village: a }));
});
afterAll(() => stack.stop());
const view = (as = head.as, village = a) => as.call(A, "view", { village });

describe("a village's day", () => {
  it("is counted the night after: who published, asked and answered, fewer than five unsaid", async () => {
    expect((await view()).body).toMatchObject({ day: null, since: "2026-05-01", days: [] });
    const { body: notice } = await head.as.call(N, "draft", { village: a, body: { kind: "plain", title: "停水", text: "明早停水", channels: ["page"] } });
    await head.as.call(N, "publish", { village: a, params: { id: notice.id }, body: {} });
    const greetings: string[] = [];
    for (let i = 0; i < 2; i++) greetings.push((await stack.guest(`phone-number-${i}-here`, `10.2.0.${i}`).call(G, "leave", { village: a, body: { words: `还有橙子吗${i}` } })).body.id);
    // Whoever answers twice is one person.
    for (const { as } of [...villagers, villagers[0]!]) expect((await as.call(G, "answer", { village: a, params: { id: greetings[0]! }, body: { words: "有的" } })).status).toBe(200);
    await stack.later(12 * HOUR);
    expect((await view()).body.day).toBeNull();
    await stack.later(8 * HOUR);
    const { body } = await view();
    expect(body).toMatchObject({ day: "2026-05-01", week: { people: 7, answering: 6, asking: 0, guests: null }, month: { published: 1, asked: null, answered: 7 }, perAnswer: 0.1 });
    expect(body.days).toEqual([{ day: "2026-05-01", people: 7, guests: null, asking: 0, answering: 6, published: 1, asked: null, answered: 7, known: 0 }]);
  });
  it("is forgotten once it is counted: neither person nor phone nor mark is kept beside the numbers", async () => {
    const rows = JSON.stringify(await stack.rows(`V#${a}`, "ALIVE"));
    for (const { id } of [head, ...villagers]) expect(rows).not.toContain(id);
    expect(rows).not.toContain("phone-number");
    expect(rows).not.toMatch(/"0[0-9A-HJKMNP-TV-Z]{25}"/);
  });
  it("counts the next day by itself, with nobody in it, and a day is never counted twice", async () => {
    await stack.later(24 * HOUR);
    const { body } = await view();
    expect(body.days.map(({ day, people }: { day: string; people: number }) => [day, people])).toEqual([["2026-05-02", 0], ["2026-05-01", 7]]);
    expect(body.week.people).toBeNull();
  });
});

describe("what nobody uses", () => {
  it("is offered after ninety days to be switched off, unless it is kept; what is used is not", async () => {
    expect((await view()).body.unused).toEqual([]);
    const row = (await stack.rows(`V#${a}`, "ALIVE#"))[0] as unknown as Alive;
    expect(Object.keys(row.quietSince)).toEqual(expect.arrayContaining([N, G]));
    expect(Object.keys(row.quietSince).filter((each) => /^(alerts|platform)\/|^affairs\/households$/.test(each))).toEqual([]);
    await stack.store(Alive, { ...row, quietSince: { ...row.quietSince, [N]: "2026-01-20", [G]: "2026-01-10" } }, { village: a });
    const { body } = await view();
    expect(body.unused.map(({ feature }: { feature: string }) => feature)).toEqual([G, N]);
    expect(body.unused[0].label.zh.length).toBeGreaterThan(1);
    expect((await head.as.call(A, "keep", { village: a, body: { feature: G } })).status).toBe(200);
    expect((await view()).body.unused.map(({ feature }: { feature: string }) => feature)).toEqual([N]);
    const village = (await stack.rows(`V#${a}`, "VILLAGE#"))[0] as unknown as Village;
    await stack.store(Village, { ...village, off: [N] }, { village: a });
    expect((await view()).body.unused).toEqual([]);
  });
});

describe("the figures", () => {
  it("are for the secretary, the operator, and the county that sees all its villages; for nobody else", async () => {
    const [villager, other, officer, operator] = [villagers[0]!, await stack.person({ village: b, offices: ["office:secretary"] }), await stack.person({ offices: ["county:director"] }), await stack.person({ offices: ["operator"] })];
    expect((await view(villager.as)).status).toBe(403);
    expect((await view(other.as)).status).toBe(404);
    expect((await view(stack.guest())).status).toBe(401);
    expect((await view(operator.as)).body).toMatchObject({ village: a, maySwitchOff: false });
    expect((await operator.as.call(A, "keep", { village: a, body: { feature: G } })).status).toBe(404);
    expect((await villager.as.call(A, "county", {})).status).toBe(403);
    const county = await officer.as.call(A, "county", {});
    expect(county.body.items).toMatchObject([{ village: a, month: { published: 1 } }]);
    expect(JSON.stringify(county.body)).not.toContain("unused");
    expect((await operator.as.call(A, "counties", {})).body).toEqual({ counties: ["431228"] });
  });
});
