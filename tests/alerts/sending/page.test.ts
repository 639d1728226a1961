import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { owes, SECRETARY, VILLAGE, WARNING } from "../pages.ts";

const SENDING = `/v1/alerts/sending/villages/${VILLAGE}/${WARNING}`;
const marks: unknown[] = [];
const text = (word: string) => ({ speaker: `${word}，注意了。\n马上往两边高处走。\n再说一遍。\n马上往两边高处走。`, group: `【红色山洪预警】${word}\n马上往两边高处走。` });
const server = servedPages({
  [`GET ${SENDING}/script`]: { zh: text("青山村"), en: { speaker: "Qingshan, listen.\nClimb to high ground now.", group: "RED: flash flood, Qingshan" }, link: "", night: true, byHand: [{ channel: "gong", by: "李网格", at: "2026-04-30T19:22:00.000Z", where: "二组晒谷场" }] },
  [`GET ${SENDING}`]: { items: [{ household: "H3", no: "3", channel: "sms", step: "alert", state: "failed", why: "dead", to: "138****0003", parts: 1, attempts: [{ at: "2026-04-30T19:12:00.000Z", outcome: "unreachable" }], extra: 0 }], next: null },
  [`POST ${SENDING}/by-hand`]: (body: string) => { marks.push(JSON.parse(body)); return { body: { done: true } }; },
});
const open = (more = {}) => openPage(`${server.url}/v/${VILLAGE}/alerts/sending/${WARNING}`, { session: SECRETARY, ...more });

describe("sending by hand", () => {
  for (const language of ["zh", "en"] as const) {
    test(`shows at night what to shout and to post first, at 30 px, 320 wide, in ${language}`, async () => {
      const seen = await open({ language, width: 320, size: "30", height: 568 });
      await sees(seen.page, language === "zh" ? "短信叫不醒人" : "a text wakes nobody");
      await sees(seen.page, language === "zh" ? "这家的号码都打不通，请上门" : "no number of this household works: go there");
      await owes(seen);
      await seen.close();
    });
  }
  test("is noted by whoever did it, with where", async () => {
    const seen = await open({ theme: "dark" });
    await sees(seen.page, "二组晒谷场");
    await seen.page.getByLabel("我发到群里了").check();
    await seen.page.getByLabel("在哪里").fill("青山村大群");
    await seen.page.getByRole("button", { name: "记一笔" }).click();
    await sees(seen.page, "记下了");
    await owes(seen);
    expect(marks).toEqual([{ channel: "group", where: "青山村大群" }]);
    await seen.close();
  });
});
