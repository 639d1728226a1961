import { describe, expect, it } from "vitest";
import { daysBetween, isThin, nextTechnician, titleOf } from "../../../functions/services/farm-questions/rules.ts";

const tech = (person: string, crops = "", since = "2026-01-01") => ({ person, crops, since });

describe("a farm question", () => {
  it("is thin without a picture and with fewer than four letters, never with a voice", () => {
    expect(isThin({ words: "叶黄", media: [] })).toBe(true);
    expect(isThin({ words: "叶子黄了", media: [] })).toBe(false);
    expect(isThin({ words: "", media: [{ id: "v", kind: "voice" }] })).toBe(false);
  });
  it("goes to who knows the crop, then to who was named first, never twice to one", () => {
    const all = [tech("rice", "水稻、玉米"), tech("young", "", "2026-03-01"), tech("fruit", "脐橙")];
    expect(nextTechnician(all, "脐橙", [])).toBe("fruit");
    expect(nextTechnician(all, "脐橙", ["fruit"])).toBe("young");
    expect(nextTechnician(all, "脐橙", ["fruit", "young"])).toBe("rice");
    expect(nextTechnician(all, "脐橙", ["fruit", "young", "rice"])).toBeNull();
    expect(nextTechnician([], "", [])).toBeNull();
  });
  it("counts days as people there do, over midnight", () => {
    expect(daysBetween("2026-05-01T15:00:00.000Z", "2026-05-01T17:00:00.000Z", "Asia/Shanghai")).toBe(1);
    expect(daysBetween("2026-05-01T01:00:00.000Z", "2026-05-01T15:00:00.000Z", "Asia/Shanghai")).toBe(0);
  });
  it("is called by its crop and words; a spoken one by what it is", () => {
    expect(titleOf({ crop: "脐橙", words: "叶子发黄" })).toBe("脐橙：叶子发黄");
    expect(titleOf({ crop: "", words: "" })).toMatchObject({ zh: "农技问题（看图听语音）" });
  });
});
