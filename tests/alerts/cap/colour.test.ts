import { describe, expect, test } from "vitest";
import { colourOf, hazardOf } from "../../../functions/alerts/cap/colour.ts";
import type { CapInfo, CapPair } from "../../../shared/alerts/cap/cap.ts";

const telling = (event: string, severity: CapInfo["severity"] = "Severe", parameter: CapPair[] = [], eventCode: CapPair[] = []) => ({ event, severity, parameter, eventCode });
const level = (value: string, valueName = "awareness_level") => [{ valueName, value }];

describe("the colour of a warning", () => {
  test("is the issuer's where one is given", () => {
    expect(colourOf(telling("Flood", "Minor", level("4; red; Extreme")))).toBe("red");
    expect(colourOf(telling("Flood", "Minor", level("3")))).toBe("orange");
    expect(colourOf(telling("Vindur", "Minor", level("Yellow", "Color")))).toBe("yellow");
    expect(colourOf(telling("Aviso de lluvias", "Minor", level("naranja", "AEMET-Meteoalerta nivel")))).toBe("orange");
    expect(colourOf(telling("暴雨", "Unknown", level("红色", "预警级别")))).toBe("red");
  });
  test("follows the severity else", () => {
    const colours = (["Minor", "Moderate", "Severe", "Extreme", "Unknown"] as const).map((severity) => colourOf(telling("Flood", severity)));
    expect(colours).toEqual(["blue", "yellow", "orange", "red", "yellow"]);
    expect(colourOf(telling("Flood", "Severe", level("1; green; Minor")))).toBe("orange");
  });
  test("is read from the words only where the severity tells nothing", () => {
    expect(colourOf(telling("暴雨红色预警", "Unknown"))).toBe("red");
    expect(colourOf(telling("暴雨红色预警", "Moderate"))).toBe("yellow");
    expect(colourOf({ ...telling("暴雨", "Unknown"), headline: "县气象台发布暴雨橙色预警信号" })).toBe("orange");
  });
  test("heat has no blue", () => {
    expect(colourOf(telling("高温", "Minor"))).toBe("yellow");
    expect(colourOf(telling("Heat", "Severe", level("1; blue; Minor")))).toBe("yellow");
  });
});

describe("what a warning is of", () => {
  test.each([
    ["flood", "暴雨红色预警"], ["flood", "洪水"], ["flood", "Flood Warning"], ["flood", "Aviso de lluvias"], ["flood", "Vigilance crues"], ["flood", "Storm surge"],
    ["flash-flood", "山洪灾害气象预警"], ["flash-flood", "Flash Flood Watch"], ["flash-flood", "Inundación repentina"], ["flash-flood", "Crue soudaine"],
    ["landslide", "地质灾害气象风险预警"], ["landslide", "泥石流"], ["landslide", "Landslide"], ["landslide", "Deslizamiento de tierra"], ["landslide", "Glissement de terrain"],
    ["heat", "高温橙色预警"], ["heat", "Extreme high-temperature warning"], ["heat", "Aviso de temperaturas máximas de nivel amarillo"], ["heat", "Canicule"], ["heat", "Ola de calor"],
    ["cold", "寒潮蓝色预警"], ["cold", "道路结冰"], ["cold", "Wind chill warning"], ["cold", "Temperaturas mínimas"], ["cold", "Grand froid"], ["cold", "Winter storm"],
    ["wind", "台风"], ["wind", "大风蓝色预警"], ["wind", "Veðurviðvörun: Vindur"], ["wind", "Rachas de viento"], ["wind", "Vent violent"], ["wind", "Tropical storm"],
    ["thunderstorm", "雷电黄色预警"], ["thunderstorm", "SEVERE THUNDERSTORM"], ["thunderstorm", "orages"], ["thunderstorm", "Aviso de tormentas"], ["thunderstorm", "强对流天气"],
    ["fire", "森林火险橙色预警"], ["fire", "Red Flag Warning"], ["fire", "Incendio forestal"], ["fire", "Feux de forêt"],
    ["other", "Child Abduction"], ["other", "大雾"], ["other", "Theatre closure"], ["other", "Abducción de Niño"],
  ] as const)("%s: %s", (hazard, event) => { expect(hazardOf(telling(event))).toBe(hazard); });

  test("codes tell where words do not", () => {
    expect(hazardOf(telling("Aviso", "Severe", [], [{ valueName: "AEMET-Meteoalerta fenomeno", value: "AT;Temperaturas máximas" }]))).toBe("heat");
    expect(hazardOf(telling("Watch", "Severe", [], [{ valueName: "SAME", value: "FFA" }]))).toBe("flash-flood");
    expect(hazardOf(telling("Warnung", "Severe", [{ valueName: "awareness_type", value: "10; Rain" }]))).toBe("flood");
    expect(hazardOf({ ...telling("064"), headline: "River flood" })).toBe("flood");
  });
});
