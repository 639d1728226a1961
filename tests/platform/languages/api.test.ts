import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holesOf, problemsIn, warnsIn } from "../../../functions/platform/languages/rules.ts";
import { handler } from "../../../functions/platform/languages/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const P = "platform/languages";
const OURS = { core: { zh: { "tab.home": "首页", n: "{n}件，共{of}件" }, en: {} }, "alerts/templates": { zh: { "screen.flood.leave": "马上去{place}" }, en: {} } };

describe("a file of sentences", () => {
  it("keeps every hole and invents none; pages and keys nobody knows are named", () => {
    expect(holesOf("{n} of {of} {of:day|days}")).toEqual(["n", "of"]);
    expect(problemsIn({ core: { "tab.home": "Tsev", n: "{of} {n}" } }, OURS)).toEqual([]);
    expect(problemsIn({ core: { n: "{n}", nothing: "x" }, elsewhere: { a: "b" } }, OURS)).toEqual([
      { page: "core", key: "n", why: "holes", holes: ["of"] }, { page: "core", key: "nothing", why: "unknown-key", holes: [] }, { page: "elsewhere", key: "", why: "unknown-page", holes: [] },
    ]);
    expect(problemsIn({ core: { constructor: "x" }, constructor: { a: "b" } }, OURS).map(({ why }) => why)).toEqual(["unknown-key", "unknown-page"]);
  });
  it("may let the number choose its word, in two words that are both there", () => {
    expect(problemsIn({ core: { n: "{n} {n:thing|things} of {of}" } }, OURS)).toEqual([]);
    for (const broken of ["{n:one}", "{n:|}", "{n:one|}", "{n:one|two|three}", "{n：one|two}", "{n:one|two"]) expect(problemsIn({ core: { n: `{n} ${broken} {of}` } }, OURS)).toMatchObject([{ key: "n", why: "holes", holes: [expect.stringContaining("n")] }]);
    expect(problemsIn({ core: { n: "{n} of {of} {houses:house|houses}" } }, OURS)).toMatchObject([{ why: "holes", holes: ["houses"] }]);
  });
  it("may leave out what a warning's sentence may lack, but not invent", () => {
    expect(problemsIn({ "alerts/templates": { "screen.flood.leave": "Mus!" } }, OURS)).toEqual([]);
    expect(problemsIn({ "alerts/templates": { "screen.flood.leave": "Mus {where}" } }, OURS)).toMatchObject([{ why: "holes", holes: ["where"] }]);
    expect(problemsIn({ "alerts/templates": { "screen.flood.leave": "Mus {place:a|b}" } }, OURS)).toMatchObject([{ why: "holes", holes: ["{place:a|b}"] }]);
    expect(warnsIn({ "screen.flood.leave": "x", "sms.leave": "y", "screen.all-clear": "z" })).toEqual(["flood.leave"]);
  });
});

describe("a village's own language", () => {
  let stack: TestStack;
  let a: string;
  let translator: { id: string; as: As };
  beforeAll(async () => {
    stack = await openStack([handler]);
    a = await stack.village();
    translator = await stack.person({ village: a, offices: ["office:translator"] });
    expect((await translator.as.call(P, "add", { village: a, body: { code: "hmn", name: "Hmoob" } })).body).toMatchObject({ code: "hmn", done: 0 });
  });
  afterAll(() => stack.stop());

  it("is brought by a translator, one page after another, and read by everybody's phone as one file", async () => {
    expect((await translator.as.call(P, "bring", { village: a, params: { code: "hmn" }, body: { words: { core: { "tab.home": "Tsev" } } } })).body).toMatchObject({ kept: 1, done: 1 });
    expect((await translator.as.call(P, "bring", { village: a, params: { code: "hmn" }, body: { words: { core: { "tab.village": "Zos" }, "alerts/templates": { "screen.flood.leave": "Mus rau {place}!" } } } })).body).toMatchObject({ kept: 2, done: 3 });
    const read = await stack.visitor.call(P, "words", { village: a, params: { code: "hmn" }, open: true });
    expect(read.body).toEqual({ core: { "tab.home": "Tsev", "tab.village": "Zos" }, "alerts/templates": { "screen.flood.leave": "Mus rau {place}!" } });
    const missing = await translator.as.call(P, "missing", { village: a, params: { code: "hmn" }, query: { limit: "100" } });
    expect(missing.body.items.map((each: { key: string }) => each.key)).not.toContain("tab.home");
    expect(missing.body.next).toBe("100");
    expect((await stack.visitor.call(P, "list", { village: a })).body.items).toMatchObject([{ code: "hmn", name: "Hmoob", done: 3 }]);
  });
  it("a file with one wrong sentence is refused whole, and the sentence named", async () => {
    const refused = await translator.as.call(P, "bring", { village: a, params: { code: "hmn" }, body: { words: { core: { "tab.me": "Kuv", "tab.nothing": "x" } } } });
    expect(refused.body).toMatchObject({ status: 422, type: "words-not-right", detail: { count: 1, problems: [{ page: "core", key: "tab.nothing", why: "unknown-key" }] } });
    expect((await stack.visitor.call(P, "words", { village: a, params: { code: "hmn" } })).text).not.toContain("Kuv");
  });
  it("is nobody else's to change: not a villager's, not another village's; never one of the pages' own", async () => {
    const villager = await stack.person({ village: a });
    const stranger = await stack.person({ village: await stack.village(), offices: ["office:translator"] });
    const body = { words: { core: { "tab.home": "x" } } };
    expect((await villager.as.call(P, "bring", { village: a, params: { code: "hmn" }, body })).status).toBe(403);
    expect((await stranger.as.call(P, "bring", { village: a, params: { code: "hmn" }, body })).status).toBe(404);
    expect((await translator.as.call(P, "add", { village: a, body: { code: "zh", name: "x" } })).status).toBe(422);
    expect((await translator.as.call(P, "bring", { village: a, params: { code: "ii" }, body })).status).toBe(404);
  });
  it("whoever warns the county knows of it, and which warnings it can say", async () => {
    const officer = await stack.person({ village: null, offices: ["county:duty-officer"] });
    await stack.settle();
    expect((await officer.as.call(P, "inCounty", { area: stack.county })).body.items).toEqual([{ village: a, code: "hmn", name: "Hmoob", warns: ["flood.leave"] }]);
  });
  it("ends with all its sentences", async () => {
    expect((await translator.as.call(P, "end", { village: a, params: { code: "hmn" } })).body).toEqual({ done: true });
    expect((await stack.visitor.call(P, "words", { village: a, params: { code: "hmn" } })).status).toBe(404);
    expect(await stack.rows(`V#${a}`, "LANGWORDS#")).toEqual([]);
  });
});
