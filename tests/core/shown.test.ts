import * as z from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Showing } from "../../shared/contract/shown.ts";
import { commit } from "../../functions/core/commit.ts";
import { latestShown, Offer, put, remove, row, Shown, type Write } from "../../functions/core/implement.ts";
import { openTable } from "../../functions/core/table.ts";
import { openStack, type TestStack } from "./stack.ts";

/** A thing of a village that shows what the test says it shows. */
const Thing = row("COW", () => z.object({ id: z.string(), shows: z.custom<Showing | null>() }), { id: (thing) => thing.id, shown: (thing) => thing.shows });
const NOW = new Date("2026-05-01T02:00:00.000Z");
const showing = (more: Partial<Showing> = {}): Showing => ({ kind: "market", title: "脐橙下树了", where: "circle/cows/x", by: "01JPERSON00000000000000000", at: NOW.toISOString(), audience: "public", ...more });
const id = (n: number): string => `01JTHNG${String(n).padStart(19, "0")}`;

let stack: TestStack;
let village: string;
const write = async (...writes: Write[]) => { expect(await commit({ place: { at: "village", id: village }, writes }, NOW.getTime())).toBe("done"); };
const here = () => openTable({ at: "village", id: village }, "the test");
const seen = (sees: "public" | "village" = "public", off: string[] = [], now = NOW) => latestShown(here(), { sees, off, now, most: 5 });
beforeAll(async () => { stack = await openStack([]); });
afterAll(() => stack.stop());

describe("what a village shows of a thing", () => {
  it("stands beside it, newest first, for whoever may see it, until its day", async () => {
    village = await stack.village();
    await write(put(Thing, { id: id(1), shows: showing() }, "new"));
    await write(put(Thing, { id: id(2), shows: showing({ audience: "village" }) }, "new"));
    await write(put(Thing, { id: id(3), shows: showing({ until: "2026-05-02T00:00:00.000Z" }) }, "new"));
    await write(put(Thing, { id: id(4), shows: null }, "new"));
    expect((await seen()).map(({ thing }) => thing)).toEqual([id(3), id(1)]);
    expect((await seen("village")).map(({ thing }) => thing)).toEqual([id(3), id(2), id(1)]);
    expect((await seen("public", [], new Date("2026-05-03T00:00:00.000Z"))).map(({ thing }) => thing)).toEqual([id(1)]);
    expect(await seen("village", [""])).toEqual([]);
  });
  it("an offer stands on the board only while it is open, and leaves a sign where it was taken away", async () => {
    village = await stack.village();
    const table = here();
    await write(put(Thing, { id: id(1), shows: showing({ offer: { kind: "sell", note: { zh: "每斤3.5元", en: "¥3.5 a jin" } } }) }, "new"));
    expect((await table.list(Offer, {})).items).toMatchObject([{ thing: id(1), kind: "sell", note: { zh: "每斤3.5元" } }]);
    await write(put(Thing, { id: id(1), shows: showing() }, { version: 1 }));
    expect((await table.list(Offer, {})).items).toEqual([]);
    await write(put(Thing, { id: id(1), shows: showing({ gone: true, offer: { kind: "sell" } }) }, { version: 2 }));
    expect(await seen()).toEqual([]);
    expect(await table.get(Shown, id(1))).toMatchObject({ gone: true, title: "" });
    await write(remove(Thing, id(1)));
    expect(await table.get(Shown, id(1))).toBeNull();
  });
  it("loses the words of somebody who is erased, and nobody else's", () => {
    const row = { thing: id(1), feature: "circle/cows", kind: "market" as const, title: "李四的橙子", where: "x", by: "p1", at: NOW.toISOString(), until: null, audience: "public" as const, talk: "none" as const, gone: false };
    const who = { person: "p1", names: ["李四"], phones: [], hashes: [], devices: [], households: [] };
    expect(Shown.erase!(row, who)).toMatchObject({ by: "", title: expect.not.stringContaining("李四") as string });
    expect(Shown.erase!({ ...row, by: "p2" }, who)).toMatchObject({ by: "p2", title: "李四的橙子" });
  });
});
