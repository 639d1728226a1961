import { describe, expect, it } from "vitest";
import { countedAt, countsFor, daysAfter, idFloor, startOf, summed, unusedOn } from "../../../functions/platform/adoption/rules.ts";

const day = (name: string, counts: object = {}) => ({ day: name, people: 0, guests: 0, asking: 0, answering: 0, published: 0, asked: 0, answered: 0, known: 0, ...counts });

describe("a day of the region", () => {
  it("begins at its own midnight, also where clocks change", () => {
    expect(startOf("Asia/Shanghai", "2026-05-01").toISOString()).toBe("2026-04-30T16:00:00.000Z");
    expect(startOf("Europe/Berlin", "2026-07-01").toISOString()).toBe("2026-06-30T22:00:00.000Z");
    expect(daysAfter("2026-02-28", 1)).toBe("2026-03-01");
  });
  it("is counted between two and three the next night, each village at a minute of its own", () => {
    const at = countedAt("Asia/Shanghai", "2026-05-01", "431228103205").toISOString();
    expect(at >= "2026-05-01T18:00:00.000Z" && at < "2026-05-01T19:00:00.000Z").toBe(true);
    expect(countedAt("Asia/Shanghai", "2026-05-01", "431228103206").toISOString()).not.toBe(at);
  });
  it("has ids of its own, in the order of time", () => { expect(idFloor(new Date(1469918176385))).toBe("01ARYZ6S41"); });
});

describe("who is counted", () => {
  const person = "01JGVE00000000000000000001";
  it("is whoever did it, or for whom it was done; a guest's phone apart; no clock", () => {
    expect(countsFor({ by: person, channel: "web" })).toEqual({ who: "people", key: person });
    expect(countsFor({ by: "01JGVE00000000000000000009", behalf: person, channel: "web" })).toEqual({ who: "people", key: person });
    expect(countsFor({ by: "phone-1", channel: "web" })).toEqual({ who: "guests", key: "phone-1" });
    expect(countsFor({ by: "sms", channel: "sms", data: { household: person } })).toEqual({ who: "people", key: person });
    for (const channel of ["clock", "system"]) expect(countsFor({ by: channel, channel, data: { household: person } })).toBeNull();
  });
});

describe("the sums", () => {
  it("say how much is published for an answer, and nothing where there are under five", () => {
    expect(summed([day("2026-05-02", { published: 37, answered: 2 }), day("2026-05-01", { published: 37, answered: 2 })]).perAnswer).toBeNull();
    expect(summed([day("2026-05-02", { published: 74, answered: 3 }), day("2026-05-01", { published: 111, answered: 7 })])).toMatchObject({ perAnswer: 18.5, month: { published: 185, answered: 10 } });
  });
  it("hide averages of fewer than five people", () => { expect(summed([day("2026-05-01", { people: 4, asking: 6 })]).week).toMatchObject({ people: null, asking: 6, answering: 0 }); });
});

describe("a function nobody used", () => {
  it("is named on the ninetieth day, not before", () => {
    const alive = { quietSince: { "circle/guestbook": "2026-01-01" }, kept: {} };
    expect(unusedOn("2026-03-31", alive, [])).toEqual([]);
    expect(unusedOn("2026-04-01", alive, [])).toEqual([{ feature: "circle/guestbook", since: "2026-01-01" }].map((each) => ({ ...each })));
    expect(unusedOn("2026-04-01", { ...alive, kept: { "circle/guestbook": "2026-04-02" } }, [])).toEqual([]);
  });
});
