import { describe, expect, test } from "vitest";
import { AREA_CODE, outgoing } from "../../../functions/alerts/cap/rules.ts";
import type { OutgoingWarning } from "../../../functions/alerts/cap/rules.ts";
import { colourOf, hazardOf } from "../../../functions/alerts/cap/colour.ts";
import { readCap } from "../../../functions/alerts/cap/read.ts";
import { writeCap } from "../../../functions/alerts/cap/write.ts";
import { CapMessage } from "../../../shared/alerts/cap/cap.ts";
import { COLOURS, HAZARDS, hazards } from "../../../shared/alerts/warnings/hazards.ts";

const warning: OutgoingWarning = {
  identifier: "01JZ0000000000000000000000", sender: "alerts@wecountry.example", senderName: "芷江县应急局", sent: "2026-07-14T13:05:09.123Z",
  status: "Actual", msgType: "Alert", references: [], hazard: "flash-flood", colour: "red", ask: "leave", kind: "order",
  languages: [{ language: "zh", headline: "山洪红色预警：马上去村小学", instruction: "马上离开河沟" }, { language: "en", headline: "Red flash flood warning" }],
  onset: "2026-07-14T15:00:00.000Z", expires: "2026-07-15T13:00:00.000Z",
  areas: [{ code: "431228103205", name: "白水村", polygon: [[27.1, 109.5], [27.2, 109.5], [27.2, 109.6], [27.1, 109.5]] }], contact: "0745-7712345",
};

describe("a warning of ours told to other systems", () => {
  test("names the village by its code, keeps the colour in awareness_level and asks people to leave", () => {
    const [zh, en] = outgoing(warning).info;
    expect(zh).toMatchObject({
      language: "zh-CN", category: ["Met"], event: "山洪红色预警", responseType: ["Evacuate"], urgency: "Immediate", severity: "Extreme", certainty: "Likely",
      onset: "2026-07-14T15:00:00-00:00", expires: "2026-07-15T13:00:00-00:00", instruction: "马上离开河沟",
      area: [{ areaDesc: "白水村", geocode: [{ valueName: AREA_CODE, value: "431228103205" }], polygon: [[[27.1, 109.5], [27.2, 109.5], [27.2, 109.6], [27.1, 109.5]]] }],
    });
    expect(zh?.parameter).toContainEqual({ valueName: "awareness_level", value: "4; red; Extreme" });
    expect(en?.event).toBe("Red flash flood warning");
    expect(outgoing(warning).sent).toBe("2026-07-14T13:05:09-00:00");
  });

  test("comes back as the same hazard and colour, whichever they are", () => {
    for (const hazard of HAZARDS) {
      for (const colour of COLOURS.filter((each) => hazards[hazard].colours.includes(each))) {
        const back = readCap(writeCap(outgoing({ ...warning, hazard, colour })));
        expect(back.ok && back.message.info.map((info) => [hazardOf(info), colourOf(info)])).toEqual([[hazard, colour], [hazard, colour]]);
      }
    }
  });

  test("is read by another county without a single problem, but for what its drafter left out", () => {
    const message = outgoing(warning);
    expect(CapMessage.parse(message)).toEqual(message);
    expect(readCap(writeCap(message), { now: "2026-07-14T14:00:00.000Z", areas: ["431228"] })).toEqual({ ok: true, message, problems: [{ code: "no-instruction", detail: "en" }] });
  });

  test("an all-clear says that it is over and what it ends", () => {
    const clear = outgoing({ ...warning, kind: "all-clear", msgType: "Cancel", references: [{ sender: "alerts@wecountry.example", identifier: "01JY", sent: "2026-07-14T12:00:00.000Z" }] });
    expect(clear.references).toEqual([{ sender: "alerts@wecountry.example", identifier: "01JY", sent: "2026-07-14T12:00:00-00:00" }]);
    expect(clear.info[0]).toMatchObject({ event: "山洪预警解除", responseType: ["AllClear"], urgency: "Past", severity: "Minor", certainty: "Observed" });
  });

  test("a warning for later is not called immediate, except where people must leave", () => {
    const urgency = (change: Partial<OutgoingWarning>) => outgoing({ ...warning, ...change }).info[0]?.urgency;
    expect(urgency({ ask: "shelter" })).toBe("Future");
    expect(urgency({ ask: "shelter", onset: "2026-07-14T13:40:00.000Z" })).toBe("Expected");
    expect(urgency({ ask: "shelter", onset: "2026-07-14T13:00:00.000Z" })).toBe("Immediate");
    expect(urgency({ ask: "leave" })).toBe("Immediate");
  });

  test("a relayed warning names who gave it", () => {
    expect(outgoing({ ...warning, kind: "relay", source: "芷江县气象台" }).source).toBe("芷江县气象台");
  });
});

