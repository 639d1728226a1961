import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler as letters } from "../../../functions/cadres/letters/handlers.ts";
import { handler } from "../../../functions/cadres/waiting-times/handlers.ts";
import { figuresOf, withEvent, type Times } from "../../../functions/cadres/waiting-times/rules.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { act, letterVillage, send, type LetterVillage } from "../letters/letters.ts";

let stack: TestStack;
let a: LetterVillage, b: LetterVillage;
beforeAll(async () => { stack = await openStack([letters, handler]); [a, b] = [await letterVillage(stack), await letterVillage(stack)]; });
afterAll(() => stack.stop());
beforeEach(() => stack.at("2026-05-01T00:00:00.000Z"));
const START = Date.parse("2026-05-01T00:00:00.000Z");
const ledger = async (village: string, source: string) => (await stack.visitor.call("cadres/waiting-times", "ledger", { village })).body.sources.find((each: { source: string }) => each.source === source);
const afterMinutes = (minutes: number): void => stack.at(new Date(START + minutes * 60_000));

interface Event { name: string; at: string; data: { letter: string; category: string } }
const middle = (values: number[], part: number): number | undefined => values.sort((x, y) => x - y)[Math.ceil(values.length * part) - 1];

describe("waiting times", () => {
  it("of nothing are 'no cases', never 0 minutes", async () => {
    expect(await ledger(b.id, "letters")).toMatchObject({ asked: 0, first: null, closed: null, open: 0, oldestOpen: null, categories: [], posts: [] });
  });
  it("are what a recount from the events says, and another village's are its own", async () => {
    const waits = [10, 20, 30, 600, 1440];
    const sent = await Promise.all([...waits, 0].map(() => send(a)));
    for (const [i, wait] of waits.entries()) { afterMinutes(wait); await act(a.secretary, a.id, "reply", sent[i]!.id, { words: "好" }); }
    afterMinutes(2000);
    await act(a.writer, a.id, "close", sent[0]!.id);
    await stack.settle();
    const events = (await stack.rows(`V#${a.id}`, "EVENT#")) as unknown as Event[];
    const of = (name: string) => events.filter((each) => each.name === `cadres/letters/${name}`);
    const took = (name: string): number[] => of(name).map(({ at, data }) => (Date.parse(at) - Date.parse(of("sent").find((each) => each.data.letter === data.letter)!.at)) / 60_000);
    const seen = await ledger(a.id, "letters");
    expect(seen).toMatchObject({
      asked: of("sent").length, first: { cases: 5, median: middle(took("answered"), 0.5), p90: middle(took("answered"), 0.9) }, closed: { cases: 1, median: middle(took("closed"), 0.5) },
      open: of("sent").length - of("answered").length, oldestOpen: "2026-05-01T00:00:00.000Z",
    });
    expect([seen.first.median, seen.first.p90]).toEqual([30, 1440]);
    expect(seen.categories.map((each: { category: string; asked: number }) => [each.category, each.asked])).toEqual([["request", 6]]);
    expect(seen.posts).toMatchObject([{ post: "secretary", figures: { asked: 6 } }]);
    expect((await ledger(b.id, "letters")).asked).toBe(0);
  });
  it("of a post with fewer than five cases are not shown: they could be one person's", async () => {
    await send(b);
    await stack.settle();
    expect((await ledger(b.id, "letters")).posts).toEqual([{ post: "secretary", titles: expect.anything(), figures: null }]);
  });
  it("cannot be typed in by anybody: there is no route that writes", async () => {
    const { contract } = await import("../../../shared/cadres/waiting-times/contract.ts");
    expect(Object.values(contract.routes).map(({ method }) => method)).toEqual(["GET"]);
  });
});

describe("a matter's times", () => {
  const none: Times = { category: "", post: "", postAt: null, asked: null, first: null, last: null, again: null, closed: null };
  const HEARD = [["asked", "2026-05-01T00:00:00.000Z"], ["answered", "2026-05-01T01:00:00.000Z"], ["again", "2026-05-01T02:00:00.000Z"], ["answered", "2026-05-01T05:00:00.000Z"], ["closed", "2026-05-01T06:00:00.000Z"]] as const;
  it("are the same in whatever order the events are heard, and however often one comes", () => {
    const told = (order: readonly (typeof HEARD)[number][]) => order.reduce((times, [what, at]) => withEvent(times, what, at), none);
    const straight = told(HEARD);
    for (const order of [[...HEARD].reverse(), [HEARD[2], HEARD[0], HEARD[4], HEARD[1], HEARD[3], HEARD[1]]]) expect(told(order as (typeof HEARD)[number][])).toEqual(straight);
    expect(figuresOf([straight])).toMatchObject({ first: { median: 60 }, closed: { median: 360 }, open: 0 });
    expect(figuresOf([told(HEARD.slice(0, 3))])).toMatchObject({ open: 1, oldestOpen: "2026-05-01T02:00:00.000Z", closed: null });
  });
});
