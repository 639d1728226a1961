import { describe, expect, it } from "vitest";
import { deskOf, doorsOf, dayIn, guestLine, onDuty, overdueText, USUAL_DOORS, worstFirst } from "../../../functions/affairs/village-home/rules.ts";
import { contract as notices } from "../../../shared/affairs/notices/contract.ts";
import words from "../../../shared/affairs/village-home/words.json" with { type: "json" };
import { contract as guestbook } from "../../../shared/circle/guestbook/contract.ts";
import type { FeatureOptions } from "../../../shared/contract/feature.ts";

const now = new Date("2026-05-10T02:00:00.000Z");
const facts = { guestWaits: null, answerWithin: 24 * 3_600_000, loosened: [], now, zone: "Asia/Shanghai" };

describe("a village's doors", () => {
  const known: Readonly<Record<string, FeatureOptions>> = { "affairs/notices": notices, "circle/guestbook": guestbook };
  it("are features that say they may be a door, where the village chose none", () => {
    for (const door of USUAL_DOORS) expect([known[door]?.place].flat().some((place) => place?.door), door).toBe(true);
    expect(doorsOf({ doors: [], off: [] })).toEqual(USUAL_DOORS);
  });
  it("are the village's own, without what it switched off", () => {
    expect(doorsOf({ doors: ["cadres/letters", "circle/guestbook"], off: ["circle/guestbook"] })).toEqual(["cadres/letters"]);
  });
});

describe("the worst warning", () => {
  it("comes first, the newer of two alike", () => {
    const warnings = [{ id: "1", colour: "yellow", issuedAt: "3" }, { id: "2", colour: "red", issuedAt: "1" }, { id: "3", colour: "red", issuedAt: "2" }] as const;
    expect(worstFirst(warnings).map(({ id }) => id)).toEqual(["3", "2", "1"]);
  });
});

describe("whoever is on duty", () => {
  it("is the first filled post of the four; a holder nobody can name is passed over", () => {
    expect(onDuty([{ office: "committee", name: "李" }, { office: "director", name: "陈" }])).toBe("陈");
    expect(onDuty([{ office: "committee", name: "李" }, { office: "duty-officer", name: "周" }])).toBe("周");
    expect(onDuty([{ office: "secretary", name: "" }, { office: "committee", name: "李" }])).toBe("李");
    expect(onDuty([{ office: "accountant", name: "吴" }])).toBeNull();
  });
});

describe("a guest's greeting as news", () => {
  it.each([["小陈", "上海", "上海的小陈：好", "小陈 from 上海: 好"], ["小陈", "", "小陈：好", "小陈: 好"], ["", "上海", "上海来的客人：好", "A guest from 上海: 好"], ["", "", "客人：好", "A guest: 好"]])("by '%s' of '%s' says as much as the guest told", (name, hometown, zh, en) => {
    expect(guestLine(words, { name, hometown, words: "好" })).toEqual({ zh, en });
  });
  it("is cut to a line; a hole the guest wrote stays as written", () => {
    const { zh } = guestLine(words, { name: "", hometown: "", words: `{who}\n${"好".repeat(90)}` });
    expect(zh.startsWith("客人：{who} 好")).toBe(true);
    expect([...zh].length).toBe(63);
  });
});

describe("what is late", () => {
  it("is not said while nothing is", () => {
    expect(overdueText(words, facts)).toBeNull();
    expect(overdueText(words, { ...facts, guestWaits: "2026-05-09T03:00:00.000Z" })).toBeNull();
  });
  it("names how long a guest has waited, in hours, then in days", () => {
    expect(overdueText(words, { ...facts, guestWaits: "2026-05-08T20:00:00.000Z" })?.zh).toBe("有客人等了30小时还没人回话。");
    expect(overdueText(words, { ...facts, guestWaits: "2026-05-07T01:00:00.000Z" })?.en).toBe("A guest has waited for an answer for 3 days.");
  });
  it("says for ninety days that a rule was loosened, with the day as the region counts it", () => {
    expect(overdueText(words, { ...facts, loosened: ["2026-02-09T01:00:00.000Z"] })).toBeNull();
    expect(overdueText(words, { ...facts, loosened: ["2026-04-30T17:00:00.000Z"] })).toEqual({ zh: "5月1日放宽了一条规矩，公开90天。", en: "One rule was loosened on 1 May; this stands here for 90 days." });
    expect(overdueText(words, { ...facts, loosened: ["2026-05-03T01:00:00.000Z", "2026-04-30T17:00:00.000Z"] })?.zh).toBe("最近放宽了2条规矩，最后一次在5月3日，公开90天。");
  });
});

describe("a desk", () => {
  it("has seven lines at most, what is overdue first", () => {
    const line = (n: number, overdue = false) => ({ text: String(n), where: "x", overdue });
    expect(deskOf([1, 2, 3, 4, 5, 6, 7, 8].map((n) => line(n, n === 8))).map(({ text }) => text)).toEqual(["8", "1", "2", "3", "4", "5", "6"]);
  });
});

describe("the region's day", () => {
  it("begins at its own midnight", () => expect(dayIn("Asia/Shanghai", new Date("2026-05-01T17:00:00.000Z"))).toBe("2026-05-02"));
});
