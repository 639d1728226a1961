import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../functions/platform/villages/csv.ts";
import { inParts, mergeListed, readRoll, sharedTooWidely, type Listed, type ReadRoll } from "../../../functions/platform/villages/rules.ts";

const read = (csv: string): ReadRoll => {
  const roll = readRoll(csv, 2026, "zh");
  if (typeof roll === "string") throw new Error(roll);
  return roll;
};

describe("a table out of a spreadsheet", () => {
  it("is read with a byte-order mark, CRLF, quotes, commas and line breaks in quotes, and counts lines as the spreadsheet does", () => {
    const rows = readCsv('\uFEFFhouse,name\r\n12,"李, ""小"" 英"\r\n\r\n"13\nback",王五\r\n14,赵六');
    expect(rows.map((row) => row.line)).toEqual([1, 2, 4, 6]);
    expect(rows.map((row) => row.cells)).toEqual([["house", "name"], ["12", '李, "小" 英'], ["13\nback", "王五"], ["14", "赵六"]]);
  });
  it("is read with tabs or semicolons between its cells", () => {
    expect(readCsv("门牌\t姓名\n1\t李,秀英")[1]!.cells).toEqual(["1", "李,秀英"]);
    expect(readCsv("门牌;姓名\n1;李秀英")[1]!.cells).toEqual(["1", "李秀英"]);
  });
  it("gives back any cells that were written by the rules", () => {
    const cell = fc.string({ maxLength: 12 }).filter((text) => text.trim() !== "" && !text.includes("\uFEFF"));
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const file = [["a", "b"], ...rows].map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\r\n");
      expect(readCsv(file).slice(1).map((row) => row.cells)).toEqual(rows);
    }), { numRuns: 200 });
  });
});

describe("a roll", () => {
  it("may have its headers in Chinese or English, in any order, with words of the village in its cells", () => {
    const chinese = read("姓名,门牌,小组,户主,出生年,手机,在家住,需要照顾,语言,路线\n李秀英,12,1,是,1941年,13812348000,,独居、耳聋,中文,3");
    const english = read("house,name,group,head,born,phone,sleeps-here,vulnerable,language,order\n12,李秀英,1,yes,1941,13812348000,yes,alone;deaf,zh,3");
    expect(chinese.lines).toEqual([{ line: 2, house: "12", group: "1", order: 3, name: "李秀英", head: true, bornIn: 1941, phone: "13812348000", sleepsHere: true, vulnerable: ["alone", "deaf"], language: "zh" }]);
    expect(english.lines).toEqual(chinese.lines);
  });
  it("keeps its good lines and names each bad one by number, column and reason", () => {
    const roll = read([
      "门牌,姓名,户主,出生年,在家住,需要照顾,路线,语言,备注",
      "1,李一,,,,,,,", ",王二,,,,,,,", "3,,,,,,,,", "4,赵四,也许,,,,,,", "5,钱五,,去年,,,,,", "6,孙六,,,也许,,,,", "7,周七,,,,喜欢钓鱼,,,", "8,吴八,,,,,很远,,", "9,郑九,,,,,,克林贡,", "10,冯十,,,,,,,身份证11010519491231002X", "1,李一,,,,,,,", `11,${"长".repeat(41)},,,,,,,`,
    ].join("\n"));
    expect(roll.lines.map((line) => line.name)).toEqual(["李一"]);
    expect(roll.bad).toEqual([
      { line: 3, field: "house", reason: "required" }, { line: 4, field: "name", reason: "required" }, { line: 5, field: "head", reason: "not-yes-or-no" }, { line: 6, field: "born", reason: "not-a-year" },
      { line: 7, field: "sleeps-here", reason: "not-yes-or-no" }, { line: 8, field: "vulnerable", reason: "unknown-word" }, { line: 9, field: "order", reason: "not-a-number" }, { line: 10, field: "language", reason: "unknown-word" },
      { line: 11, field: "other", reason: "identity-number" }, { line: 12, field: "name", reason: "listed-twice" }, { line: 13, field: "name", reason: "too-long-or-unreadable" },
    ]);
    expect([roll.total, roll.ignored]).toEqual([12, ["备注"]]);
  });
  it("without houses, without names, without people or in another encoding is refused as a whole", () => {
    expect([readRoll("姓名\n李", 2026, "zh"), readRoll("门牌\n1", 2026, "zh"), readRoll("门牌,姓名", 2026, "zh"), readRoll("", 2026, "zh"), readRoll("\uFFFD\uFFFD,name\n1,x", 2026, "zh")])
      .toEqual(["no-house-column", "no-name-column", "empty", "empty", "not-utf8"]);
  });
  it("walks its houses in the order of the file where no order is given, and keeps only the year of a birth", () => {
    const roll = read("house,name,born\n9,a,1950-03-12\n2,b,1999\n9,c,");
    expect(roll.lines.map((line) => [line.order, line.bornIn])).toEqual([[10, 1950], [20, 1999], [10, null]]);
  });
  it("never crashes on what people put into a file, and loses no line unsaid", () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => {
      const roll = readRoll(`house,name\n${text}`, 2026, "zh");
      if (typeof roll !== "string") expect(roll.lines.length + roll.bad.length).toBe(roll.total);
    }), { numRuns: 300 });
  });
});

describe("people on several rolls", () => {
  const line = (house: number, n: number) => ({ household: `0${house}HOUSE`, person: `0${n}PERSON`, house: String(house) });
  it("are counted once, however often and in whatever pieces their roll comes", () => {
    const people = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })).map(([house, n]) => line(house, n)), { maxLength: 30 });
    fc.assert(fc.property(people, people, (first, second) => {
      let known = new Map<string, Listed>();
      let total = 0;
      for (const roll of [first, second, first, second]) {
        const merged = mergeListed(known, roll);
        known = new Map([...known, ...merged.changed]);
        total += merged.newPeople;
      }
      expect(total).toBe(new Set([...first, ...second].map((each) => each.person)).size);
    }));
  });
  it("of one household stay together in one part, and every part fits", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }), (houses) => {
      const parts = inParts(houses.map((house) => ({ house: String(house) })), 20);
      expect(parts.flat()).toHaveLength(houses.length);
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(20);
      for (const house of new Set(houses)) {
        if (houses.filter((each) => each === house).length <= 20) expect(parts.filter((part) => part.some((each) => each.house === String(house)))).toHaveLength(1);
      }
    }));
  });
  it("behind one number are looked at from the eleventh household on, and a family's shared phone is nothing to look at", () => {
    const shared = Array.from({ length: 11 }, (_, i) => ({ phone: "+8613812348000", household: `h${i}` }));
    const family = Array.from({ length: 12 }, () => ({ phone: "+8613812348001", household: "one" }));
    expect(sharedTooWidely([...shared, ...family])).toEqual([{ phone: "+8613812348000", households: 11 }]);
    expect(sharedTooWidely(shared.slice(1))).toEqual([]);
  });
});
