import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../functions/alerts/answers/read-answer.ts";
import { addsNothing, byGravity, heardFromAfar, justOver, partly, readChoice, saidAt, seenBy, speaksFromHouse, stateByLink } from "../../../functions/alerts/answers/rules.ts";
import { ROLL_STATES } from "../../../shared/alerts/roll-call/states.ts";

const says = (text: string): string => { const read = readAnswer(text); return read === null ? "nothing" : "stop" in read ? "stop" : `${read.fact}${read.people === null ? "" : ` ${read.people}`}`; };

describe("what a villager's SMS says", () => {
  it.each([
    ["1", "got-it"], ["２", "left"], ["3！！", "help"], ["①", "got-it"], ["🙏3🙏", "help"], ["1️⃣", "got-it"], ["回复2 4", "left 4"], ["33", "help"], ["4", "stayed"], ["三", "help"],
    ["2 4", "left 4"], ["2,4人", "left 4"], ["２，４人", "left 4"], ["2、四个人", "left 4"], ["24", "left 4"], ["2 99", "left"], ["2 0", "left 0"], ["2 4 3", "help"], ["1 3", "help"],
  ])("the number %s", (text, means) => expect(says(text)).toBe(means));
  it.each([
    ["收到", "got-it"], ["走了", "left"], ["已转移", "left"], ["4人走了", "left 4"], ["我们五口人都走了", "left 5"], ["求助", "help"], ["救命", "help"], ["有人没走", "stayed"], ["不在村", "away"], ["都不在家", "away"],
    ["we have all left", "left"], ["All left, 4", "left 4"], ["4 of us have left", "left 4"], ["Help!!", "help"], ["someone stayed", "stayed"], ["got it", "got-it"], ["we are not in the village", "away"],
  ])("the words %s", (text, means) => expect(says(text)).toBe(means));
  it("a grandfather who stayed outranks all who left", () => {
    for (const text of ["都走了，爷爷没走", "2 4 爷爷不肯走", "2没走", "we left grandpa at home", "all left except grandma", "3个人走了，还有一个在家"]) expect(says(text), text).toBe("stayed");
  });
  it("a cry is heard through anything else that is said", () => {
    for (const text of ["收到，快来救人", "2 4 救命", "走不了，水进屋了", "都走了，奶奶被困", "stop the water please help", "no help came", "没有人来帮忙", "1 help", "还没获救", "not rescued yet", "nobody came", "已经获救了，爷爷还困在里面"]) expect(says(text), text).toBe("help");
  });
  it("who says no help is needed does not cry", () => {
    for (const text of ["不用帮忙", "don't need help", "no help needed", "已经获救了"]) expect(says(text), text).toBe("nothing");
  });
  it("in doubt nobody has left: a question, a plan, a remainder, one person's word for one", () => {
    for (const text of ["走了吗", "走了没", "马上走", "准备转移", "4 left", "3 people left", "leaving now", "2?", "nobody left", "3组", "没走", "走了一部分"]) expect(says(text), text).not.toMatch(/^left/);
    for (const text of ["我不在村", "奶奶不在家", "I'm not home"]) expect(says(text), text).toBe("nothing");
  });
  it("of several numbers of people the least counts", () => expect(says("4个人走了2人")).toBe("left 2"));
  it("STOP is the whole message, or it is none", () => {
    for (const text of ["STOP", "stop.", "td", "TD", "退订", "Ｔ"]) expect(says(text), text).toBe("stop");
    expect(says("stop by later")).not.toBe("stop");
  });
  it("says nothing it was not told", () => {
    for (const text of ["", "😀", "hello", "12号", "没收到", "13812345678", "您的验证码是482913"]) expect(says(text), text).toBe("nothing");
  });
});

describe("for any text at all", () => {
  const noise = fc.stringMatching(/^[\s，。！!.、~…🙏😭（）]{0,6}$/u);
  it("reading ends, quickly, in a known fact and a number of people that can be", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 900 }), (text) => {
      const read = readAnswer(text);
      if (read === null || "stop" in read) return true;
      return ["left", "help", "stayed", "away", "got-it"].includes(read.fact) && (read.people === null || (read.fact === "left" && Number.isInteger(read.people) && read.people >= 0 && read.people <= 50));
    }), { numRuns: 2000 });
    expect(readAnswer("2 ".repeat(100_000))).not.toBeUndefined();
  });
  it("spaces, punctuation and emoji around a number change nothing, nor does its width", () => {
    fc.assert(fc.property(fc.constantFrom("1", "2", "3", "4", "2 4", "2 12"), noise, noise, fc.boolean(), (code, before, after, wide) => {
      const text = wide ? code.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))) : code;
      expect(readAnswer(`${before}${text}${after}`)).toEqual(readAnswer(code));
    }));
  });
  it("救命 anywhere is a cry, whatever stands around it", () => {
    const words = fc.constantFrom("收到", "2 4", "都走了", "4", "好的", "不在村", "爷爷", "没走", "1", "走了吗", "我们", "。", "😭", "TD");
    fc.assert(fc.property(fc.array(words, { maxLength: 6 }), fc.array(words, { maxLength: 6 }), (a, b) => { expect(readAnswer(`${a.join(" ")} 救命 ${b.join(" ")}`)).toMatchObject({ fact: "help" }); }));
  });
  it("没走 anywhere never reads as all left", () => {
    const words = fc.constantFrom("2 4", "都走了", "走了", "2", "4人走了", "已转移", "我们");
    fc.assert(fc.property(fc.array(words, { maxLength: 4 }), fc.array(words, { maxLength: 4 }), (a, b) => { expect(says(`${a.join("，")}，爷爷没走，${b.join("，")}`)).not.toMatch(/^left/); }));
  });
});

describe("people, not only houses", () => {
  it("fewer than sleep there, or no number at all, is partly moved", () => {
    expect([partly("left", 3, 4), partly("left", null, 4), partly("left", 4, 4), partly("left", 5, 4), partly("stayed", 1, 4)]).toEqual([true, true, false, false, false]);
  });
  it("a vulnerable person counts as seen by somebody who is with them, never from far away", () => {
    expect([seenBy("left", 4, 4, true), seenBy("left", 4, 4, false), seenBy("left", 3, 4, true), seenBy("left", null, 4, true), seenBy("got-it", 4, 4, true)]).toEqual([true, false, false, false, false]);
    const house = [{ person: "ma", sleepsHere: true }, { person: "son", sleepsHere: false }];
    expect([speaksFromHouse(house, null), speaksFromHouse(house, "ma"), speaksFromHouse(house, "son"), speaksFromHouse(house, "neighbour")]).toEqual([true, true, false, false]);
  });
  it("the son in Dongguan who writes 'not in the village' may mean himself alone", () => {
    expect([heardFromAfar("away", false), heardFromAfar("away", true), heardFromAfar("help", false)]).toEqual(["something", "away", "help"]);
  });
});

describe("around an answer", () => {
  const now = new Date("2026-06-10T13:00:00.000Z");
  it("the phone's time counts if it can be true", () => {
    const issued = "2026-06-10T12:00:00.000Z";
    expect(saidAt("2026-06-10T12:30:00.000Z", issued, now)).toBe("2026-06-10T12:30:00.000Z");
    for (const wrong of [undefined, "2026-06-10T11:59:00.000Z", "2026-06-10T14:00:00.000Z"]) expect(saidAt(wrong, issued, now)).toBe(now.toISOString());
  });
  it("only the same word in a flood adds nothing; a new one always does", () => {
    const help = { fact: "help" as const, people: null, words: null, saidBy: null };
    const flood = Array.from({ length: 20 }, () => ({ ...help, at: "2026-06-10T12:58:00.000Z" }));
    expect(addsNothing(flood, help, now)).toBe(true);
    expect(addsNothing(flood, { ...help, fact: "left" }, now)).toBe(false);
    expect(addsNothing(flood.slice(1), help, now)).toBe(false);
    expect(addsNothing(flood.map((each) => ({ ...each, at: "2026-06-10T12:40:00.000Z" })), help, now)).toBe(false);
  });
  it("no state a link shows says that a house is empty", () => {
    const shown = ROLL_STATES.map(stateByLink);
    for (const state of ["moved", "partly-moved", "away", "empty", "safe"] as const) expect(shown).not.toContain(state);
  });
  it("red stands before yellow, the later before the earlier", () => {
    const all = [{ colour: "yellow", issuedAt: "3" }, { colour: "red", issuedAt: "1" }, { colour: "red", issuedAt: "2" }] as const;
    expect([...all].sort(byGravity).map((each) => each.issuedAt)).toEqual(["2", "1", "3"]);
  });
  it("a warning that ended within two days is still spoken of", () => {
    expect([justOver({ overAt: "2026-06-10T12:00:00.000Z", expires: null }, now), justOver({ overAt: null, expires: "2026-06-10T12:00:00.000Z" }, now), justOver({ overAt: "2026-06-08T12:00:00.000Z", expires: null }, now), justOver({ overAt: null, expires: null }, now)]).toEqual([true, true, false, false]);
  });
  it("a letter or a name chooses a house, a sentence does not", () => {
    const labels = ["12号李秀英家", "7号王大山家"];
    const chosen = (text: string, mayBeName = true) => { const read = readChoice(text, labels, mayBeName); return read && `${read.index}${read.rest}`; };
    expect([chosen("A"), chosen("ｂ。"), chosen("b 2 4"), chosen("李秀英"), chosen("王大山家")]).toEqual(["0", "1", "12 4", "0", "1"]);
    expect([chosen("C"), chosen("a man is trapped"), chosen("all left"), chosen("12", false), chosen("家"), chosen("号")]).toEqual([null, null, null, null, null, null]);
  });
});
