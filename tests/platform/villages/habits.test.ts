import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/platform/villages/handlers.ts";
import { habits } from "../../../shared/habits.ts";
import { contracts } from "../../../shared/registry.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

const VILLAGES = "platform/villages";
let stack: TestStack;
beforeAll(async () => { stack = await openStack([handler]); });
afterAll(() => stack.stop());

interface Shown { setting: string; title: { zh: string; en: string }; says: { zh: string; en: string }; usualSays: { zh: string }; own: boolean; small: boolean; loosenedAt: string | null; mayLoosen: { zh: string }[] }
const shown = async (village: string): Promise<Map<string, Shown>> =>
  new Map((await stack.visitor.call(VILLAGES, "settings", { village, open: true })).body.items.map((each: Shown) => [each.setting, each]));

describe("how our village does it", () => {
  it("says every habit of every function in plain words, with a reason, in both languages", () => {
    const missing = Object.entries(contracts).flatMap(([feature, { settings }]) => Object.entries(settings ?? {}).flatMap(([name, { choices }]) =>
      [name, `${name}.why`, ...(choices ?? []).map((each) => `${name}.is.${each}`)].flatMap((key) => (["zh", "en"] as const).filter((language) => !habits[feature]?.[language][`setting.${key}`]).map((language) => `${feature} ${language} setting.${key}`))));
    expect(missing).toEqual([]);
  });
  it("is read by anybody in words, a small village's own ways marked as such", async () => {
    const [large, small] = [await stack.village(undefined, { offices: { secretary: ["01JPRSN0000000000000000001"], committee: ["01JPRSN0000000000000000002"], accountant: ["01JPRSN0000000000000000003"], supervisor: ["01JPRSN0000000000000000004"] } }), await stack.village(undefined, { residents: 40 })];
    const [ours, theirs] = [await shown(large), await shown(small)];
    expect(ours.get("circle/guestbook.answerWithin")).toMatchObject({ says: { zh: "1天", en: "1 day" }, own: false, small: false });
    expect(theirs.get("circle/guestbook.answerWithin")).toMatchObject({ says: { zh: "3天", en: "3 days" }, own: false, small: true });
    expect(ours.get("affairs/notices.secondMustRead")).toMatchObject({ says: { zh: "要另一个人同意", en: "another person must agree" }, mayLoosen: [{ zh: "村支书" }] });
    expect(ours.get("alerts/warnings.announceDrills")).toMatchObject({ says: { zh: "是", en: "yes" } });
  });
  it("shows what was loosened for ninety days, and what the village has not switched on", async () => {
    stack.at("2026-05-01T00:00:00.000Z");
    const village = await stack.village(undefined, { off: ["circle/guestbook"] });
    const secretary = await stack.person({ village, offices: ["office:secretary"] });
    const chosen = await secretary.as.call(VILLAGES, "choose", { village, body: { setting: "affairs/notices.secondMustRead", value: "nobody" } });
    expect(chosen.body).toMatchObject({ loosened: true });
    expect((await shown(village)).get("affairs/notices.secondMustRead")).toMatchObject({ says: { zh: "一个人就行" }, usualSays: { zh: "要另一个人同意" }, own: true, loosenedAt: "2026-05-01T00:00:00.000Z" });
    expect((await stack.visitor.call(VILLAGES, "settings", { village, open: true })).body.off).toMatchObject([{ feature: "circle/guestbook", label: { zh: expect.any(String) } }]);
    stack.at("2026-07-31T00:00:00.000Z");
    expect((await shown(village)).get("affairs/notices.secondMustRead")).toMatchObject({ own: true, loosenedAt: null });
    stack.at(null);
  });
});
