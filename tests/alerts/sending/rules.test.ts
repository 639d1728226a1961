import { describe, expect, it } from "vitest";
import { shorterBy } from "../../../functions/alerts/sending/cost.ts";
import { backoff } from "../../../functions/core/delivery.ts";
import { paceOf } from "../../../functions/core/delivery-pace.ts";
import { openTurn } from "../../../functions/core/delivery-turn.ts";
import { lookAgain, verdictOf, type Held } from "../../../functions/alerts/sending/rules.ts";
import { DRILL_MARKS, smsText, whyNot, withoutInvitation } from "../../../functions/alerts/sending/texts.ts";
import { countSms } from "../../../shared/contract/sms-parts.ts";
import { warningFor } from "./village.ts";

const NOW = new Date("2026-06-20T04:00:00.000Z");
const facts = { answers: ["link", "phone"] as ("link" | "phone" | "sms")[], smsLinks: true, helpPhone: "0737-1234567", zone: "Asia/Shanghai" };

describe("an SMS of a region where no answer can arrive by SMS", () => {
  it("never asks for one, whoever wrote the text", () => {
    expect(withoutInvitation("去村小学。回1收到，回2求助。电话0737。")).toBe("去村小学。电话0737。");
    expect(withoutInvitation("Go to the school. Reply 1 if you are safe. Call 0737.")).toBe("Go to the school. Call 0737.");
    expect(withoutInvitation("不要回去拿东西。")).toBe("不要回去拿东西。");
  });
  it("keeps the invitation where SMS answers arrive", () => {
    const texts = { zh: { ...warningFor([]).texts.zh, sms: "{village}去村小学。回1收到。" }, en: warningFor([]).texts.en };
    const warning = warningFor([], { texts });
    expect(smsText(warning, "alert", { zh: "白水村" }, "zh", facts, null)).toBe("白水村去村小学。");
    expect(smsText(warning, "alert", { zh: "白水村" }, "zh", { ...facts, answers: ["sms"] }, null)).toBe("白水村去村小学。回1收到。");
  });
  it("carries the household's link only where carriers let links through", () => {
    const warning = warningFor([]);
    expect(smsText(warning, "alert", { zh: "白水村" }, "zh", facts, "https://x/w/1/abc")).toMatch(/ https:\/\/x\/w\/1\/abc$/);
    expect(smsText(warning, "alert", { zh: "白水村" }, "zh", { ...facts, smsLinks: false }, "https://x/w/1/abc")).not.toContain("https");
    expect(smsText(warning, "alert", { zh: "白水村" }, "zh", { ...facts, answers: ["phone"] }, "https://x/w/1/abc")).not.toContain("https");
  });
});

describe("a drill", () => {
  it("says so at its front, in every language, or does not leave", () => {
    expect(whyNot({ status: "Exercise" }, "去村小学", "zh")).toBe("no-drill-mark");
    expect(whyNot({ status: "Exercise" }, `${DRILL_MARKS.zh}去村小学`, "zh")).toBeNull();
    expect(whyNot({ status: "Exercise" }, "【演练】go", "en")).toBe("no-drill-mark");
    expect(whyNot({ status: "Actual" }, "去村小学", "zh")).toBeNull();
  });
  it("is a drill in the word that it is over too", () => {
    const warning = warningFor([], { status: "Exercise", state: "cleared" });
    expect(smsText(warning, "all-clear", { zh: "白水村" }, "zh", facts, null)).toMatch(/^【演练】/);
  });
});

describe("whether a message may leave", () => {
  const held: Held = { state: "issued", expires: "2026-06-20T10:00:00.000Z", paused: false, history: [{ at: "2026-06-20T04:00:00.000Z" }] };
  it("depends on pause, end and state, asked at that moment", () => {
    expect(verdictOf(held, "alert", NOW)).toBe("go");
    expect(verdictOf({ ...held, paused: true }, "alert", NOW)).toBe("paused");
    expect(verdictOf(held, "alert", new Date("2026-06-20T10:00:00.000Z"))).toBe("expired");
    expect(verdictOf({ ...held, state: "cancelled" }, "alert", NOW)).toBe("over");
    expect(verdictOf(null, "alert", NOW)).toBe("over");
  });
  it("the all-clear leaves for a day, even after the warning's own time", () => {
    const over: Held = { ...held, state: "lapsed", history: [{ at: "2026-06-20T10:00:00.000Z" }] };
    expect(verdictOf(over, "all-clear", new Date("2026-06-20T10:05:00.000Z"))).toBe("go");
    expect(verdictOf(over, "all-clear", new Date("2026-06-21T10:00:00.000Z"))).toBe("expired");
  });
  it("officials stand by only while it waits for its second person", () => {
    expect(verdictOf({ ...held, state: "waiting" }, "stand-by", NOW)).toBe("go");
    expect(verdictOf(held, "stand-by", NOW)).toBe("over");
  });
});

describe("a busy carrier", () => {
  it("is left alone for 5 s, twice as long each time, two minutes at most, and as long as it asks", () => {
    expect([0, 1, 2, 3, 4, 5, 9].map((n) => backoff(n, undefined) / 1000)).toEqual([5, 10, 20, 40, 80, 120, 120]);
    expect(backoff(0, 30)).toBe(30_000);
    expect(backoff(5, 300)).toBe(300_000);
  });
  it("is not asked faster than its rate, counted in parts", () => {
    const pace = paceOf(10);
    const waits = Array.from({ length: 5 }, () => pace.take(2, 1000));
    expect(waits).toEqual([0, 100, 300, 500, 700]);
    expect(pace.take(1, 60_000)).toBe(0);
  });
});

describe("a row that is still queued", () => {
  it("is looked at after two minutes, later the longer the warning runs, never later than ten", () => {
    const from = (minutes: number): number => (Date.parse(lookAgain(NOW.toISOString(), new Date(NOW.getTime() + minutes * 60_000))) - NOW.getTime()) / 60_000 - minutes;
    expect([0, 3, 10, 60].map(from)).toEqual([2, 2, 5, 10]);
  });
});

describe("shortening a text", () => {
  it("says how many units save a part", () => {
    expect([70, 73, 134, 135, 150].map((n) => shorterBy(countSms("雨".repeat(n))))).toEqual([0, 3, 64, 1, 16]);
    expect(shorterBy(countSms("a".repeat(161)))).toBe(1);
  });
});

describe("senders of one process", () => {
  it("take turns, and urgent ones go first", async () => {
    const turn = openTurn();
    const order: string[] = [];
    let release = (): void => undefined;
    const first = turn.take(false, () => new Promise<void>((done) => { release = () => { order.push("first"); done(); }; }));
    const rest = turn.take(false, async () => { order.push("rest"); });
    const urgent = turn.take(true, async () => { order.push("urgent"); });
    release();
    await Promise.all([first, rest, urgent]);
    expect(order).toEqual(["first", "urgent", "rest"]);
  });
});
