import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handler as codes } from "../../../functions/affairs/door-codes/handlers.ts";
import { handler as houses } from "../../../functions/affairs/houses/handlers.ts";
import { House } from "../../../functions/affairs/houses/rows.ts";
import { handler as answers } from "../../../functions/alerts/answers/handlers.ts";
import { handler as rollCall } from "../../../functions/alerts/roll-call/handlers.ts";
import { Alert } from "../../../functions/alerts/warnings/rows.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { alertFor, layHouse, warn } from "../../alerts/answers/village.ts";

const F = "affairs/door-codes";
const NOW = "2026-06-10T12:30:00.000Z";
interface One { readonly id: string; readonly as: As }
let stack: TestStack;
let village: string, other: string, twelve: string, seven: string;
let secretary: One, leader: One, daughter: One, neighbour: One, stranger: One, officer: One;

const codeOf = async (house: string): Promise<string> => (await secretary.as.call(F, "sheet", { village })).body.items.find((each: { house: string }) => each.house === house).code;
const scan = (who: As, code: string, at = village) => who.call(F, "scan", { village: at, body: { code } });

beforeAll(async () => {
  stack = await openStack([codes, houses, answers, rollCall]);
  stack.at(NOW);
  village = await stack.village();
  other = await stack.village();
  const lay = async (place: string, no: string, group: string, name: string, weak = false) => {
    const { id } = await layHouse(stack, place, no, [{ name, ...(weak ? { weak: true as const } : {}) }], group);
    await stack.store(House, House.schema.parse({ id, no, group, state: "ok", history: [], marks: ["river"] }), { village: place });
    return id;
  };
  twelve = await lay(village, "12", "3", "李秀英", true);
  seven = await lay(village, "7", "1", "王小明");
  await lay(other, "1", "1", "赵四");
  secretary = await stack.person({ village, name: "陈书记", offices: ["office:secretary"] });
  leader = await stack.person({ village, name: "何组长", offices: ["office:group-leader"], member: { group: "1" } });
  daughter = await stack.person({ village, name: "李娟", member: { household: twelve, group: "3" } });
  neighbour = await stack.person({ village, name: "王小明", member: { household: seven, group: "1" } });
  stranger = await stack.person({ village: other, offices: ["office:secretary"] });
  officer = await stack.person({ offices: ["county:duty-officer"] });
});
afterAll(() => stack.stop());

describe("plates", () => {
  test("are made for houses without one, once; no code and no name stands in the table", async () => {
    expect((await secretary.as.call(F, "issue", { village, body: { houses: [twelve, seven] } })).body).toEqual({ issued: 2 });
    expect((await secretary.as.call(F, "issue", { village, body: { houses: [twelve, seven] } })).body).toEqual({ issued: 0 });
    expect((await secretary.as.call(F, "issue", { village: other, body: { houses: [twelve] } })).status).toBe(404);
    const { body, text } = await secretary.as.call(F, "sheet", { village });
    expect(body.items).toHaveLength(2);
    expect(body.items[0].code).toMatch(/^[2-9a-hjkmnp-tv-z]{8}$/);
    expect(body.items[0].address).toBe(`http://127.0.0.1:8080/v/${village}/affairs/door-codes/${body.items[0].code}`);
    expect(text).not.toMatch(/李秀英|王小明/);
    const kept = JSON.stringify(await stack.rows(`V#${village}`));
    for (const { code } of body.items) expect(kept).not.toContain(code);
  });
  test("are printed and put up for the own group by its leader, and by nobody without an office", async () => {
    expect((await leader.as.call(F, "sheet", { village })).body.items.map(({ no }: { no: string }) => no)).toEqual(["7"]);
    expect((await leader.as.call(F, "put-up", { village, params: { id: twelve } })).status).toBe(404);
    expect((await leader.as.call(F, "put-up", { village, params: { id: seven } })).body.state).toBe("active");
    expect((await daughter.as.call(F, "sheet", { village })).status).toBe(403);
    expect((await stranger.as.call(F, "sheet", { village })).status).toBe(404);
    expect((await neighbour.as.call(F, "lose", { village, params: { id: twelve } })).status).toBe(404);
  });
});

describe("a scan", () => {
  test("shows a visitor the house number and a greeting, and a neighbour no more", async () => {
    for (const who of [stack.visitor, neighbour.as, stranger.as]) {
      const { status, body, text } = await scan(who, await codeOf(twelve));
      expect(status).toBe(200);
      expect(body).toMatchObject({ as: "stranger", no: "12", house: null, summary: null, mayReport: false, warnings: [] });
      expect(text).not.toMatch(/李秀英|bed-bound|river/);
    }
  });
  test("shows the household its own things, and is only counted", async () => {
    expect((await scan(daughter.as, await codeOf(twelve))).body).toMatchObject({ as: "own", house: twelve, summary: null });
    const line = (await secretary.as.call(F, "list", { village })).body.items.find((each: { house: string }) => each.house === twelve);
    expect(line.scans).toBe(4);
  });
  test("shows a cadre with duty the household in short, and the household reads who looked; a leader of another group sees what a stranger sees", async () => {
    const { body } = await scan(secretary.as, (await codeOf(twelve)).toUpperCase());
    expect(body).toMatchObject({ as: "duty", summary: { names: ["李秀英"], sleeping: 1, vulnerable: ["bed-bound"], marks: ["river"], state: "ok" } });
    expect(await stack.rows(`V#${village}`, `LOOK#${twelve}`)).toMatchObject([{ name: "陈书记", office: "office:secretary", purpose: "care", what: "names" }]);
    expect((await scan(leader.as, await codeOf(twelve))).body.as).toBe("stranger");
  });
  test("of an unknown code, another village's and a lost one is alike nothing", async () => {
    const old = await codeOf(twelve);
    const unknown = await scan(stack.visitor, "zzzzzzzz");
    expect(unknown.status).toBe(404);
    expect((await scan(stack.visitor, old, other)).text).toBe(unknown.text);
    expect((await daughter.as.call(F, "lose", { village, params: { id: twelve } })).body.state).toBe("reported-lost");
    expect((await scan(stack.visitor, old)).text).toBe(unknown.text);
    expect((await daughter.as.call(F, "replace", { village, params: { id: twelve } })).status).toBe(403);
    expect((await secretary.as.call(F, "replace", { village, params: { id: twelve } })).body.state).toBe("replaced");
    expect((await scan(stack.visitor, old)).text).toBe(unknown.text);
    const next = await codeOf(twelve);
    expect(next).not.toBe(old);
    expect((await scan(stack.visitor, next)).body.no).toBe("12");
  });
  test("guessing ends after twenty wrong codes in ten minutes, for the guesser alone", async () => {
    const guesser = stack.guest("guesser-device-1", "10.66.6.6");
    for (let i = 0; i < 20; i++) expect((await scan(guesser, `zzzzzz2${"23456789abcdefghjkmn"[i]}`)).status).toBe(404);
    const stopped = await scan(guesser, await codeOf(seven));
    expect([stopped.status, stopped.body.retryAfter > 0]).toEqual([429, true]);
    expect((await scan(stack.visitor, await codeOf(seven))).status).toBe(200);
  });
});

describe("while a warning lasts", () => {
  const WARNING = "01JWARN0000000000000000001";
  test("nothing can be reported before it", async () => {
    expect((await stack.visitor.call(F, "report", { village, body: { code: await codeOf(twelve), fact: "help" } })).body.type).toBe("no-warning");
  });
  test("a stranger's scan never shows who has left, and 'help needed here' stands on the board at once", async () => {
    await warn(stack, village, alertFor(WARNING), [{ id: twelve, people: [] }, { id: seven, people: [] }]);
    const code = await codeOf(twelve);
    const before = await scan(stack.visitor, code);
    expect(before.body).toMatchObject({ as: "stranger", mayReport: true, warnings: [{ id: WARNING, colour: "red", headline: { en: "Red flood warning" } }] });
    expect((await stack.visitor.call(F, "report", { village, body: { code, fact: "help", words: "二楼" } })).body).toMatchObject({ taken: true });
    await stack.visitor.call(F, "report", { village, body: { code, fact: "help", words: "二楼" } });
    await stack.settle();
    const [line] = await stack.rows(`V#${village}`, `ROLL#${WARNING}#${twelve}`);
    expect(line).toMatchObject({ state: "needs-help", open: true, channel: "door" });
    expect((await scan(stack.visitor, code)).body).toEqual(before.body);
    expect((await secretary.as.call(F, "reports", { village })).body.items).toMatchObject([{ no: "12", fact: "help", words: "二楼" }]);
  });
  test("'I saw them leave' accounts for nobody: it goes to the duty officers to be placed by a person", async () => {
    await stack.visitor.call(F, "report", { village, body: { code: await codeOf(seven), fact: "left" } });
    await stack.settle();
    expect((await stack.rows(`V#${village}`, `ROLL#${WARNING}#${seven}`))[0]).toMatchObject({ state: "not-reached", open: true });
    const { body } = await officer.as.call("alerts/answers", "unplacedOfCounty", {});
    expect(body.items).toMatchObject([{ help: false, placed: false, text: expect.stringMatching(/7 · 门口有人扫门牌说：看见这家走了/) }]);
    expect((await leader.as.call(F, "reports", { village })).body.items.map(({ no }: { no: string }) => no)).toEqual(["7"]);
  });
  test("a house it does not mean reports nothing, and nobody is locked out for wrong codes", async () => {
    const guesser = stack.guest("guesser-device-1", "10.66.6.6");
    expect((await scan(guesser, await codeOf(seven))).status).toBe(200);
    const only = "01JWARN0000000000000000002";
    stack.at("2026-06-11T12:30:00.000Z");
    await stack.store(Alert, alertFor(only, { groups: ["3"], expires: "2026-06-12T00:00:00.000Z" }), { village });
    expect((await scan(stack.visitor, await codeOf(seven))).body).toMatchObject({ mayReport: false, warnings: [{ id: only }] });
    expect((await stack.visitor.call(F, "report", { village, body: { code: await codeOf(seven), fact: "left" } })).body.type).toBe("no-warning");
  });
  test("another village's cadre reads none of it", async () => {
    expect((await stranger.as.call(F, "reports", { village })).status).toBe(404);
    expect((await stack.visitor.call(F, "report", { village: other, body: { code: await codeOf(twelve), fact: "help" } })).status).toBe(404);
  });
});
