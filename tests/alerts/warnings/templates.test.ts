import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { ASKS, COLOURS, HAZARDS, colourFor, hazards } from "../../../shared/alerts/warnings/hazards.ts";
import type { Holes, TextRequest } from "../../../shared/alerts/warnings/templates.ts";
import { TEXT_KINDS, fill, warningTexts } from "../../../shared/alerts/warnings/templates.ts";
import templates from "../../../shared/alerts/warnings/templates.json" with { type: "json" };
import { countSms } from "../../../shared/contract/sms-parts.ts";

const ANSWER = { zh: "回1收到2已转移3要帮助4有人没走", en: "Reply 1 got it 2 all left 3 need help 4 someone stayed" };
const holes: Holes = { village: "白水村", place: "村小学", until: "明天12点", phone: "0745-7712345", issuer: "县气象台", time: "21:05", answer: ANSWER.zh };
const request: TextRequest = { hazard: "flash-flood", colour: "red", ask: "leave", kind: "order", language: "zh", drill: false, holes };
const every = function* (): Generator<TextRequest> {
  for (const hazard of HAZARDS) for (const colour of COLOURS) for (const ask of ASKS) for (const kind of TEXT_KINDS) for (const language of ["zh", "en"] as const) {
    yield { ...request, hazard, colour, ask, kind, language, holes: { ...holes, answer: ANSWER[language] } };
  }
};

describe("the text of a warning", () => {
  test("a red order to leave: what, who, where to go, how to answer, whom to call", () => {
    const said = "白水村的乡亲们，注意了。\n红色山洪预警。\n全体注意。\n马上离开河沟。往两边高处走。去村小学。\n不要过河过桥，不要回去拿东西。\n要帮忙，打0745-7712345。";
    expect(warningTexts({ ...request, holes: { ...holes, issuer: "", time: "" } })).toEqual({
      sms: "红色山洪：白水村全体马上去村小学。回1收到2已转移3要帮助4有人没走。电话0745-7712345",
      screen: "马上离开河沟，往两边高处走，去村小学",
      speaker: `${said}\n再说一遍。\n${said}`,
      group: "【红色山洪预警】白水村全体\n马上离开河沟，往两边高处走，去村小学。\n不要过河过桥，不要回去拿东西。\n有效到明天12点。\n回1收到2已转移3要帮助4有人没走。\n电话0745-7712345",
    });
  });

  test("the same in English", () => {
    const { sms, screen } = warningTexts({ ...request, language: "en", holes: { village: "Baishui", place: "the school", phone: "0745-7712345", answer: `${ANSWER.en}.` } });
    expect(sms).toBe("Red flash flood warning. Baishui, everyone: go to the school now. Reply 1 got it 2 all left 3 need help 4 someone stayed. Call 0745-7712345");
    expect(screen).toBe("Leave the stream now. Climb to the side. Go to the school");
  });

  test("to leave fits one Chinese SMS, for any names up to four characters, relayed or ordered", () => {
    const name = fc.array(fc.constantFrom("白", "水", "村", "岩", "坪"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
    fc.assert(fc.property(fc.constantFrom(...HAZARDS), fc.constantFrom(...COLOURS), fc.constantFrom("relay" as const, "order" as const), name, name, name, name, (hazard, colour, kind, village, who, place, issuer) => {
      expect(countSms(warningTexts({ ...request, hazard, colour, kind, holes: { ...holes, village, who, place, issuer } }).sms)).toMatchObject({ encoding: "UCS-2", parts: 1 });
    }));
    expect(countSms(warningTexts({ ...request, hazard: "landslide", kind: "relay", holes: { ...holes, village: "白水白水", who: "白水白水", place: "白水白水" } }).sms).units).toBeLessThanOrEqual(70);
  });

  test("of every hazard, colour, ask, kind and language takes at most three parts, shows no hole and no bracket left open", () => {
    let seen = 0;
    for (const each of every()) {
      for (const drill of [false, true]) {
        const texts = warningTexts({ ...each, drill, holes: { ...each.holes, village: "白水龙潭村", who: "三组和五组", place: "镇中心小学" } });
        expect(countSms(texts.sms).parts).toBeLessThanOrEqual(3);
        for (const text of Object.values(texts)) {
          expect(text.replace(/^\[DRILL\] /, "")).not.toMatch(/[{}[\]]|undefined|。。|：：|\.\./u);
          expect(text.startsWith(each.language === "zh" ? "【演练】" : "[DRILL] ")).toBe(drill);
          seen += 1;
        }
      }
    }
    expect(seen).toBe(9 * 4 * 4 * 6 * 2 * 2 * 4);
  });

  test("English SMS stay in the plain alphabet, where 160 letters make a part", () => {
    for (const each of every()) {
      if (each.language === "en") expect(countSms(warningTexts({ ...each, holes: { village: "Baishui", place: "the school", phone: "0745-7712345", issuer: "County Met", time: "21:05", answer: ANSWER.en } }).sms)).toMatchObject({ encoding: "GSM-7" });
    }
    expect.hasAssertions();
  });

  test("what to do is at most 22 Chinese characters or 14 words", () => {
    for (const each of every()) {
      if (each.kind === "stand-by" || each.kind === "ended-by-time" || each.kind === "false-alarm") continue;
      const { screen } = warningTexts({ ...each, holes: { village: "v", place: each.language === "zh" ? "白水小学" : "the school" } });
      const length = each.language === "zh" ? [...screen].length : screen.split(/\s+/).length;
      expect(length, screen).toBeLessThanOrEqual(each.language === "zh" ? 22 : 14);
    }
    expect.hasAssertions();
  });

  test("the loudspeaker says it twice", () => {
    for (const each of every()) {
      const again = each.language === "zh" ? "\n再说一遍。\n" : "\nI say it again.\n";
      const [once, twice, more] = warningTexts(each).speaker.split(again);
      expect(once).toBe(twice);
      expect(more).toBeUndefined();
    }
  });

  test("a relayed warning says who gave it and when, on every channel but the screen's one line", () => {
    const { sms, speaker, group } = warningTexts({ ...request, kind: "relay" });
    for (const text of [sms, speaker, group]) expect(text).toContain("县气象台21:05发布");
  });

  test("never invites an answer by itself", () => {
    for (const each of every()) {
      for (const text of Object.values(warningTexts({ ...each, holes: { village: "白水村" } }))) expect(text).not.toMatch(/回\s*[1-4]|回复|reply/iu);
    }
  });

  test("an all-clear tells those who left that they may go home, and others that life goes on", () => {
    expect(warningTexts({ ...request, kind: "all-clear" }).sms).toBe("山洪预警解除：白水村全体可以回家，路上小心。县气象台21:05发布。电话0745-7712345");
    expect(warningTexts({ ...request, kind: "all-clear", hazard: "heat", ask: "care" }).screen).toBe("高温预警解除了，可以照常生活了");
  });

  test("a name with brackets or braces in it is shown as written", () => {
    expect(fill("{village}[，电话{phone}]", { village: "{phone}[村]", phone: "1" })).toBe("{phone}[村]，电话1");
    expect(fill("{village}[，电话{phone}]。", { village: "白水村" })).toBe("白水村。");
  });
});

describe("the facts of hazards", () => {
  test("heat has no blue; a colour a hazard lacks becomes the next worse", () => {
    expect(hazards.heat.colours).not.toContain("blue");
    expect(colourFor("heat", "blue")).toBe("yellow");
    for (const hazard of HAZARDS) for (const colour of hazards[hazard].colours) expect(colourFor(hazard, colour)).toBe(colour);
  });
  test("water and slides last a day, heat three, others two", () => {
    expect(Object.fromEntries(HAZARDS.map((hazard) => [hazard, hazards[hazard].lifeHours]))).toEqual({ flood: 24, "flash-flood": 24, landslide: 24, heat: 72, cold: 48, wind: 48, thunderstorm: 48, fire: 48, other: 48 });
  });
  test("red water, slides and fire ask to leave; heat asks to care", () => {
    expect(HAZARDS.filter((hazard) => hazards[hazard].ask.red === "leave")).toEqual(["flood", "flash-flood", "landslide", "fire"]);
    expect(hazards.heat.ask.red).toBe("care");
  });
  test("both languages have the same sentences, each hazard each ask", () => {
    expect(Object.keys(templates.en).sort()).toEqual(Object.keys(templates.zh).sort());
    for (const hazard of HAZARDS) for (const ask of ASKS) expect(templates.zh).toHaveProperty([`screen.${hazard}.${ask}`]);
  });
});
