import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACTS, ROLL_STATES } from "../../../shared/alerts/roll-call/states.ts";
import type { Roll } from "../../../functions/alerts/roll-call/rows.ts";
import { afterWord, boardDelta, boardOrder, isOpen, nextMorning, secondsTo, stateFor, type Word } from "../../../functions/alerts/roll-call/rules.ts";

const T = (minute: number, second = 0): string => `2026-07-01T03:${String(minute).padStart(2, "0")}:${String(second).padStart(2, "0")}.000Z`;
const house = (over: Partial<Roll> = {}): Roll => {
  const roll: Roll = {
    warning: "W", household: "H", no: "12", group: "1", order: 1, head: "李大山", sleepers: 4, vulnerable: [], hazard: "flash-flood", colour: "red", ask: "leave",
    state: "not-reached", open: true, since: T(0), startedAt: T(0), moved: 0, seen: false, rank: 0, byHelper: false, by: null, channel: null, saidAt: null, taker: null,
    helpSince: null, helpLevel: 0, words: null, witness: null, conflict: null, dueAt: null, dueClock: null, ...over,
  };
  return { ...roll, open: over.open ?? isOpen(roll.state, roll) };
};
const word = (fact: Word["fact"], over: Partial<Word> = {}): Word => ({ fact, people: null, seen: false, channel: "link", said: T(5), by: "p", ...over });
const SETTINGS = { takeWithin: 120_000 };
const say = (roll: Roll, ...words: Word[]): Roll => words.reduce((now, each) => afterWord(now, each, SETTINGS) ?? now, roll);

describe("what a household said", () => {
  it("'got it' does not account for a house that was asked to leave", () => {
    expect(say(house(), word("got-it"))).toMatchObject({ state: "answered", open: true });
  });
  it("'got it' is enough where people were asked to stay alert", () => {
    expect(say(house({ ask: "stay-alert" }), word("got-it"))).toMatchObject({ state: "answered", open: false });
  });
  it("all four left: moved; three of four: partly moved and still open", () => {
    expect(say(house(), word("left", { people: 4 }))).toMatchObject({ state: "moved", open: false, moved: 4 });
    expect(say(house(), word("left", { people: 3 }))).toMatchObject({ state: "partly-moved", open: true, moved: 3 });
  });
  it("a bed-bound grandmother counts when somebody has seen her", () => {
    const weak = house({ vulnerable: ["bed-bound"] });
    expect(say(weak, word("left", { people: 4, seen: false })).state).toBe("partly-moved");
    expect(say(weak, word("left", { people: 4, seen: true })).state).toBe("moved");
  });
  it("a cry for help is never overwritten by 'all left' or 'got it', and a helper's 'safe' ends it", () => {
    const crying = say(house(), word("help", { said: T(5) }));
    expect(say(crying, word("got-it", { said: T(6) }), word("left", { people: 4, said: T(7) })).state).toBe("needs-help");
    expect(say(crying, word("safe", { channel: "helper", said: T(9) }))).toMatchObject({ state: "safe", open: false });
  });
  it("a call for help after the helper left opens the house again; an older one that arrives late does not", () => {
    const safe = say(house(), word("safe", { channel: "helper", said: T(9) }));
    expect(say(safe, word("help", { said: T(12) })).state).toBe("needs-help");
    expect(say(safe, word("help", { said: T(7) })).state).toBe("safe");
  });
  it("somebody came back: the higher fact wins over 'all left'", () => {
    expect(say(house(), word("left", { people: 4, said: T(5) }), word("stayed", { said: T(8) }))).toMatchObject({ state: "stayed", open: true });
  });
  it("a paper tick that contradicts an online answer is shown beside it, and decides nothing", () => {
    const moved = say(house(), word("left", { people: 4 }));
    expect(say(moved, word("stayed", { channel: "paper", said: T(6) }))).toMatchObject({ state: "moved", conflict: { state: "stayed", channel: "paper" } });
  });
  it("help in a yellow warning is open all the same", () => {
    expect(say(house({ colour: "yellow", ask: "stay-alert", open: false }), word("help"))).toMatchObject({ state: "needs-help", open: true });
  });
  it("heat: a house is accounted for when its vulnerable people are seen, not by a tap", () => {
    const hot = house({ hazard: "heat", colour: "red", ask: "care", vulnerable: ["alone"] });
    expect(say(hot, word("got-it")).open).toBe(true);
    expect(say(hot, word("safe", { channel: "helper", seen: true })).open).toBe(false);
    expect(house({ hazard: "heat", colour: "red", ask: "care" }).open).toBe(false);
  });
  it("a call for help has its clock from the moment it was said", () => {
    expect(say(house(), word("help", { said: T(5) }))).toMatchObject({ dueAt: T(7), dueClock: "untaken", helpSince: T(5) });
  });
});

describe("whatever is said in whatever order", () => {
  const words = fc.array(fc.record({ fact: fc.constantFrom(...FACTS), people: fc.integer({ min: 0, max: 6 }), seen: fc.boolean(), channel: fc.constantFrom("link", "sms", "relative", "web" as const), minute: fc.integer({ min: 1, max: 50 }) }), { maxLength: 8 });
  it("without a helper, a call for help stands once it was made", () => {
    fc.assert(fc.property(words, (all) => {
      const end = say(house(), ...all.map((each) => word(each.fact, { people: each.people, seen: each.seen, channel: each.channel, said: T(each.minute) })));
      if (all.some((each) => each.fact === "help")) expect(end.state).toBe("needs-help");
      else expect(end.state).not.toBe("needs-help");
    }));
    expect.hasAssertions();
  });
  it("the board's counters, summed in any order, equal a recount", () => {
    fc.assert(fc.property(words, (all) => {
      let now = house();
      const moves = all.flatMap((each) => {
        const next = afterWord(now, word(each.fact, { people: each.people, seen: each.seen, channel: each.channel, said: T(each.minute) }), SETTINGS);
        if (!next) return [];
        const move = { was: now.state, is: next.state, wasOpen: now.open, open: next.open, vulnerable: false, firstWord: now.saidAt === null };
        now = next;
        return [move];
      });
      const sum = boardDelta([...moves].reverse());
      expect(1 + (sum.open ?? 0)).toBe(Number(now.open));
      expect(sum.answered ?? 0).toBe(Number(now.saidAt !== null));
    }));
  });
  it("every state a word can lead to is one the board knows", () => {
    for (const fact of FACTS) expect(ROLL_STATES).toContain(stateFor({ fact, people: 1, seen: false }, house()));
  });
});

describe("the board", () => {
  it("shows help untaken first, then the vulnerable, then who was silent longest", () => {
    const rolls = [house({ household: "late", since: T(9) }), house({ household: "early", since: T(1) }), house({ household: "weak", vulnerable: ["alone"], since: T(9) }), house({ household: "help", state: "needs-help", since: T(10) }), house({ household: "done", state: "moved", open: false })];
    expect(rolls.sort(boardOrder).map((roll) => roll.household)).toEqual(["help", "weak", "early", "late", "done"]);
  });
  it("says when half, nine tenths and all were accounted for, and nothing it does not know", () => {
    const rolls = Array.from({ length: 10 }, (_, i) => house({ state: i < 9 ? "moved" : "not-reached", open: i === 9, saidAt: i < 9 ? T(i + 1) : null, since: T(i + 1) }));
    expect(secondsTo(rolls)).toEqual({ half: 300, ninety: 540, all: null });
  });
  it("begins the next day at seven in the region's morning", () => {
    expect(nextMorning("Asia/Shanghai", new Date("2026-07-01T15:59:00.000Z"))).toBe("2026-07-01T23:00:00.000Z");
    expect(nextMorning("Asia/Shanghai", new Date("2026-07-01T16:01:00.000Z"))).toBe("2026-07-02T23:00:00.000Z");
  });
});
