import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { featureNames, has, ROOT } from "../../../infra/build/features.ts";
import type { FeatureHandler } from "../../../functions/core/implement.ts";
import { chainHead, walkVillage } from "../../../functions/core/export.ts";
import { routesOf } from "../../../functions/core/match.ts";
import { Media } from "../../../functions/platform/media/rows.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { act, L, letterVillage, send, type LetterVillage } from "./letters.ts";

const names = featureNames().filter((name) => has("functions", name, "handlers.ts"));
const features = await Promise.all(names.map(async (name) => ((await import(join(ROOT, "functions", name, "handlers.ts"))) as { handler: FeatureHandler }).handler));
const VOICE = "01J0000000000000000000V0CE";
const WORDS = "陈书记把低保给了自己侄儿";

let stack: TestStack;
let a: LetterVillage, b: LetterVillage;
beforeAll(async () => { stack = await openStack(features); [a, b] = [await letterVillage(stack), await letterVillage(stack)]; await stack.village(); });
afterAll(() => stack.stop());

/** All lines of a copy of the village, as its secretary could take it. */
const copy = async (village: string): Promise<string> => {
  let text = "";
  for (let from: string | null = null, first = true; first || from !== null; first = false) {
    const page = await walkVillage(village, from, await chainHead(village), stack.now());
    text += JSON.stringify(page.lines);
    from = page.next;
  }
  return text;
};

describe("a letter about the secretary", () => {
  it("never reaches the secretary, in any answer of any route, nor in a copy of the village", async () => {
    const { id, number, word } = await send(a, { category: "complaint", words: WORDS, media: [{ id: VOICE, kind: "voice" }] });
    await stack.store(Media, { id: VOICE, kind: "voice", type: "audio/webm", bytes: 5, thumb: null, seconds: 3, owner: a.writer.id, audience: "mine", feature: L, at: stack.now().toISOString(), state: "ready", why: null, size: 5, hash: "h", width: null, height: null, transcript: null, lookAt: "2027-01-01T00:00:00.000Z", keys: [] }, { village: a.id });
    await stack.settle();
    const needles = [id, number, word, WORDS];
    const leaks: string[] = [];
    let asked = 0;
    for (const feature of features) for (const { name, route } of routesOf(feature.code.contract)) {
      for (const hole of feature.code.name === "platform/media" ? [id, VOICE] : [id]) {
        const holes = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each!);
        const params = Object.fromEntries(holes.map((each) => [each, each === "section" ? "cadres" : each === "name" ? "letters" : hole]));
        const words = feature.code.name === "platform/search" ? { query: { q: "低保" } } : {};
        const answer = await a.secretary.as.call(feature.code.name, name, { village: a.id, params, ...words, ...(route.method === "GET" ? {} : { body: {} }) });
        asked += 1;
        if (needles.some((needle) => answer.text.includes(needle))) leaks.push(`${feature.code.name} ${name}`);
        if (feature.code.name === "platform/media" && hole === VOICE && answer.status === 200) leaks.push(`voice: ${name}`);
      }
    }
    expect(leaks).toEqual([]);
    expect(asked).toBeGreaterThan(250);
    const waiting = await copy(a.id);
    expect((await act(a.township, a.id, "answer", id, { words: "乡里查清了，已经退回" })).body.state).toBe("replied");
    await stack.settle();
    const taken = `${waiting}${await copy(a.id)}`;
    for (const needle of [...needles, "乡里查清了"]) expect(taken.includes(needle), needle).toBe(false);
    expect(taken.split('{"sk":').filter((line) => line.includes(VOICE)).every((line) => line.startsWith('"MEDIAUSE#'))).toBe(true);
    const next = await stack.person({ village: a.id, offices: ["office:secretary"] });
    for (const who of [a.secretary, next]) {
      expect((await who.as.call(L, "inbox", { village: a.id })).body).toEqual({ items: [], next: null });
      expect((await who.as.call(L, "one", { village: a.id, params: { id } })).status).toBe(404);
    }
    expect((await a.writer.as.call(L, "mine", { village: a.id })).body.items[0].replies[0].words).toBe("乡里查清了，已经退回");
  });
  it("is heard by the township though its writer kept the voice to themselves", async () => {
    const heard = (who: { as: typeof stack.visitor }) => who.as.call("platform/media", "about", { village: a.id, params: { id: VOICE } });
    expect([(await heard(a.township)).status, (await heard(a.writer)).status, (await heard(a.secretary)).status, (await heard(a.committee)).status]).toEqual([200, 200, 403, 403]);
  });
  it.each([{ category: "complaint", words: "陈卫国收了红包" }, { category: "complaint", words: "书记不公平" }, { category: "question", words: "钱去哪了", about: "ticked" }])("is one also when it only says %o", async (body) => {
    const letter = await send(b, { ...body, ...("about" in body ? { about: [b.secretary.id] } : {}) });
    expect((await b.secretary.as.call(L, "one", { village: b.id, params: { id: letter.id } })).status).toBe(404);
    expect((await b.township.as.call(L, "one", { village: b.id, params: { id: letter.id } })).status).toBe(200);
  });
  it("is not what a letter is that only greets the secretary", async () => {
    const { id } = await send(b, { words: "陈卫国书记您好，水渠堵了" });
    expect((await b.secretary.as.call(L, "one", { village: b.id, params: { id } })).status).toBe(200);
  });
});

describe("an anonymous writer", () => {
  it("stands in no row, no event and no copy; limits count all the same", async () => {
    const ana = await stack.person({ village: b.id, name: "赵不留名" });
    const sent = await ana.as.call(L, "send", { village: b.id, body: { category: "advice", privacy: "anonymous", words: "修个厕所吧" } });
    const { number } = sent.body;
    await stack.settle();
    const about = (await stack.everything()).map((item) => JSON.stringify(item)).filter((item) => item.includes(ana.id) || item.includes("赵不留名"));
    // What is left of them: who they are, that somebody of this phone asked (a count), and their own kept answer, which no route reads and no copy holds.
    expect(about.map((item) => /"sk":"(\w+)#/.exec(item)?.[1]).sort()).toEqual(["IDEM", "LIMIT", "MEMBER", "PERSON"]);
    const taken = await copy(b.id);
    expect(taken).toContain("修个厕所吧");
    const lines = taken.split('{"sk":').filter((line) => line.includes(ana.id));
    expect(lines.every((line) => line.startsWith('"MEMBER#'))).toBe(true);
    expect((await stack.rows(`V#${b.id}`, "EVENT#")).filter((each) => each["name"] === `${L}/sent`).at(-1)).toMatchObject({ by: expect.stringMatching(/^unnamed-/) });
    expect((await ana.as.call(L, "mine", { village: b.id })).body.items).toEqual([]);
    expect((await b.secretary.as.call(L, "inbox", { village: b.id })).body.items.find((each: { number: string }) => each.number === number)).toMatchObject({ from: null });
    for (let i = 0; i < 9; i++) await ana.as.call(L, "send", { village: b.id, body: { category: "advice", privacy: "anonymous", words: `again ${i}` } });
    expect((await ana.as.call(L, "send", { village: b.id, body: { category: "advice", privacy: "anonymous", words: "eleventh" } })).status).toBe(429);
  });
  it("is not given away by a voice, a picture or a helper", async () => {
    const { body } = await b.writer.as.call(L, "send", { village: b.id, body: { category: "advice", privacy: "anonymous", media: [{ id: VOICE, kind: "voice" }] } });
    expect(body).toMatchObject({ status: 422, type: "media-names-you" });
  });
});
