import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as home } from "../../functions/affairs/village-home/handlers.ts";
import { handler as letters } from "../../functions/cadres/letters/handlers.ts";
import { handler as waiting } from "../../functions/cadres/waiting-times/handlers.ts";
import { handler as lost } from "../../functions/circle/lost-found/handlers.ts";
import { handler as posts } from "../../functions/circle/posts/handlers.ts";
import { handler as replies } from "../../functions/circle/replies/handlers.ts";
import { handler as deals } from "../../functions/market/supply-demand/handlers.ts";
import { commandsOf } from "../affairs/village-home/village.ts";
import { openStack, type As, type TestStack } from "./stack.ts";

/**
 * A season of a village, played: `npm test` plays six days of twenty-four people; WECOUNTRY_SEASON=whole a whole one, ninety days of four hundred.
 */
const WHOLE = process.env["WECOUNTRY_SEASON"] === "whole";
const [PEOPLE, DAYS] = WHOLE ? [400, 90] : [24, 6];
const A_DAY = { posts: 2, replies: 3, likes: 4, letters: 1 };
const DAY = 86_400_000;
const BEGIN = Date.parse("2026-03-01T01:00:00.000Z");

let stack: TestStack;
let village: string;
let people: As[];
let secretary: As;
const written: string[] = [];
const reads: number[] = [];
const homeReads = async (): Promise<number> => (await commandsOf(stack, () => stack.visitor.call("affairs/village-home", "home", { village }))).length;
const ok = async (asked: Promise<{ status: number; body: { id: string }; text: string }>): Promise<{ id: string }> => {
  const { status, body, text } = await asked;
  if (status !== 200) throw new Error(text);
  return body;
};
/** A list from its first page to its last. */
const pages = async (feature: string, route: string, as: As, limit: number, params = {}): Promise<{ id: string }[]> => {
  const all: { id: string }[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const { body } = await as.call(feature, route, { village, params, query: { limit: String(limit), ...(cursor ? { cursor } : {}) } });
    all.push(...body.items);
    cursor = body.next;
  }
  return all;
};

beforeAll(async () => {
  stack = await openStack([home, posts, replies, letters, lost, deals, waiting]);
  stack.at(new Date(BEGIN));
  village = await stack.village(undefined, { residents: PEOPLE, households: PEOPLE / 4 });
  people = await Promise.all(Array.from({ length: PEOPLE }, async (_, n) => (await stack.person({ village, name: `李${n}`, member: { household: `01JHSE${String(n >> 2).padStart(20, "0")}`, group: String(1 + (n % 6)) } })).as));
  secretary = (await stack.person({ village, name: "王建国", offices: ["office:secretary"] })).as;
  let turn = 0;
  const next = (): As => people[(turn += 7) % PEOPLE]!;
  for (let day = 0; day < DAYS; day++) {
    stack.at(new Date(BEGIN + day * DAY));
    const today = await Promise.all(Array.from({ length: A_DAY.posts }, (_, n) => ok(next().call("circle/posts", "write", { village, body: { words: `第${day + 1}天，第${n + 1}句`, media: [], audience: "public" } }))));
    written.push(...today.map(({ id }) => id));
    await Promise.all(Array.from({ length: A_DAY.replies }, () => ok(next().call("circle/replies", "say", { village, params: { thing: today[0]!.id }, body: { words: "好啊" } }))));
    await Promise.all(Array.from({ length: A_DAY.likes }, () => ok(next().call("circle/replies", "like", { village, params: { thing: today[1]!.id } }))));
    for (let n = 0; n < A_DAY.letters; n++) await ok(next().call("cadres/letters", "send", { village, body: { category: "request", privacy: "public", words: "路灯坏了", media: [] } }));
    if (day % 5 === 0) await ok(next().call("circle/lost-found", "report", { village, body: { kind: "animal", what: "黄牛", words: "左角有缺口", media: [], lastPlace: "老井边" } }));
    await stack.settle();
    if (day === 0 || day === DAYS - 1) reads.push(await homeReads());
  }
}, 600_000);
afterAll(() => stack.stop());

describe(`after ${DAYS} days of ${PEOPLE} people`, () => {
  it("every post is found once, the newest first, page by page", async () => {
    const found = await pages("circle/posts", "list", stack.visitor, 7);
    expect(found.map(({ id }) => id)).toEqual([...written].sort().reverse());
  });
  it("every reply stands under its post, and a like is one however often it was given", async () => {
    const first = written[0]!;
    expect(await pages("circle/replies", "talk", stack.visitor, 2, { thing: first })).toHaveLength(A_DAY.replies);
    const like = () => people[1]!.call("circle/replies", "like", { village, params: { thing: first } });
    const [one, again] = [(await like()).body.likes, (await like()).body.likes];
    expect([one, again]).toEqual([1, 1]);
  });
  it("every letter waits for the secretary, and none is lost between two pages", async () => {
    const found = await pages("cadres/letters", "inbox", secretary, 4);
    expect(new Set(found.map(({ id }) => id)).size).toBe(DAYS * A_DAY.letters);
  });
  it("home costs as many reads as on the first day", () => {
    expect(reads[1]).toBe(reads[0]);
  });
});
