import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as linked } from "../../../functions/cadres/linked-households/handlers.ts";
import { Linked, LinkHouse } from "../../../functions/cadres/linked-households/rows.ts";
import { handler as guestbook } from "../../../functions/circle/guestbook/handlers.ts";
import { clock } from "../../../functions/core/clock.ts";
import { handler as messages } from "../../../functions/platform/messages/handlers.ts";
import { handler as proxies } from "../../../functions/services/proxies/handlers.ts";
import { ROOT } from "../../../infra/build/features.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { F, house, houseId, type Someone } from "./village.ts";

let stack: TestStack;
let a = "";
let mother: Someone, secretary: Someone;
beforeAll(async () => {
  stack = await openStack([messages, households, linked, guestbook, proxies]);
  stack.at("2026-05-01T02:00:00.000Z");
  [a] = [await stack.village(), await stack.village()];
  mother = await stack.person({ village: a, name: "张桂花", member: { household: houseId(a, 1) } });
  secretary = await stack.person({ village: a, name: "陈书记", offices: ["office:secretary"] });
  await house(stack, a, 1, [mother.id]);
});
afterAll(() => stack.stop());

const told = async (to: "me" | "house" = "house"): Promise<string[]> => (await mother.as.call(F, "mine", { village: a, query: { to } })).body.items.map((each: { text: { zh: string } }) => each.text.zh);

describe("what other features tell", () => {
  it("a household's correction is made or refused", async () => {
    const propose = async (bornIn: number): Promise<string> => (await mother.as.call("affairs/households", "propose", { village: a, body: { change: { what: "born", person: mother.id, bornIn } } })).body.id;
    await secretary.as.call("affairs/households", "accept", { village: a, params: { id: await propose(1950) } });
    await secretary.as.call("affairs/households", "refuse", { village: a, params: { id: await propose(1960) }, body: { reason: "和身份证不一样" } });
    expect(await told()).toEqual(["您家档案的更正没有通过，点开看原因。", "您家档案的更正已经改好了。"]);
  });
  it("somebody else looks after the household", async () => {
    const carer = await stack.person({ village: a, name: "党员甲" });
    const id = clock().id(stack.now());
    await stack.store(Linked, { id, household: houseId(a, 1), no: "1", group: "1", person: carer.id, name: "党员甲", witness: null, wish: null, reason: null, state: "proposed", history: [{ to: "proposed", at: stack.now().toISOString(), by: secretary.id, channel: "web" }] }, { village: a });
    await stack.store(LinkHouse, { household: houseId(a, 1), link: null, person: null, next: id }, { village: a });
    expect((await carer.as.call("cadres/linked-households", "accept", { village: a, params: { id }, body: {} })).body.state).toBe("accepted");
    await carer.as.call("cadres/linked-households", "end", { village: a, params: { id }, body: {} });
    expect((await told()).slice(0, 2)).toEqual(["联系照看您家的人不再联系了；需要的话可以再要一位。", "有人答应联系照看您家了，点开看是谁。"]);
  });
  it("somebody of the family asks to act, and the one who asked hears the answer; nobody is named in it", async () => {
    const daughter = await stack.person({ village: a, name: "张小妹" });
    const asked = await daughter.as.call("services/proxies", "ask", { village: a, body: { name: "张小妹", relation: "daughter", house: "1", elder: "张0", scopes: ["affairs/households"], until: "2026-05-20", way: "voice" } });
    expect(asked.status, asked.text).toBe(200);
    expect(await told("me")).toEqual(["有家里人想替您办事，请看一看，答应不答应都由您。"]);
    expect((await mother.as.call("services/proxies", "agree", { village: a, params: { id: asked.body.id }, body: {} })).body.state).toBe("active");
    const hers = (await daughter.as.call(F, "mine", { village: a })).body.items as { text: { zh: string } }[];
    expect(hers.map((each) => each.text.zh)).toEqual(["您可以替家里人办事了。"]);
  });
  it("a guest's greeting was answered, on the guest's own phone", async () => {
    const guest = stack.guest("a-guest-of-the-village");
    const left = await guest.call("circle/guestbook", "leave", { village: a, body: { name: "小陈", hometown: "上海", words: "脐橙还有吗？" } });
    await mother.as.call("circle/guestbook", "answer", { village: a, params: { id: left.body.id }, body: { words: "有的" } });
    expect((await guest.call(F, "onDevice", { village: a })).body.items).toMatchObject([{ text: { zh: "村里有人答了您的留言。", en: "Somebody of the village answered your greeting." }, where: "circle/guestbook", read: false }]);
  });
});

describe("every sentence that is told", () => {
  const keys = globSync("functions/*/*/*.ts", { cwd: ROOT }).flatMap((file) => {
    const source = readFileSync(join(ROOT, file), "utf8");
    return [...source.matchAll(/\{ (?:household|person|device): [\w.!]+, key: (?:old \? )?"([\w-]+)"(?: : "([\w-]+)")?/g)].flatMap((match) => [match[1], match[2]].filter((key) => key !== undefined).map((key) => [file.split("/").slice(1, 3).join("/"), key] as const));
  });
  it.each(keys)("of %s (%s) stands in both languages", (feature, key) => {
    const words = JSON.parse(readFileSync(join(ROOT, "shared", feature, "words.json"), "utf8")) as Record<string, Record<string, string>>;
    expect([words["zh"]?.[`tells.${key}`], words["en"]?.[`tells.${key}`]]).toEqual([expect.any(String), expect.any(String)]);
  });
  it("is found by this test", () => { expect(keys.length).toBeGreaterThan(7); });
});
