import { describe, expect, it } from "vitest";
import { csvOf } from "../../../functions/core/export-csv.ts";
import { readLines } from "../../../functions/core/export-in.ts";
import { inOrder, isFresh, othersWho, ownPart, readable, withProblems } from "../../../functions/platform/exports/rules.ts";
import { scrub } from "../../../functions/core/rows.ts";

const NOW = new Date("2026-07-01T03:00:00.000Z");
const OFFICES = ["secretary", "committee", "accountant"];
const file = (name: string) => ({ name, rows: 1, bytes: 1, sha256: "0".repeat(64) });

describe("signing in again", () => {
  it("counts for ten minutes on the phone it was done with, and for a card that is open now", () => {
    const devices = { phone: { since: "2026-07-01T02:50:00.000Z" }, old: { since: "2026-07-01T02:49:59.000Z" } };
    const caller = (device: string, channel = "web") => ({ device, channel });
    expect([isFresh(devices, caller("phone"), NOW), isFresh(devices, caller("old"), NOW), isFresh(devices, caller("other"), NOW), isFresh(undefined, caller("phone"), NOW), isFresh({}, caller("any", "card"), NOW)]).toEqual([true, false, false, false, true]);
  });
});

describe("who else may agree", () => {
  it("is any filled post, else the township, else nobody", () => {
    expect(othersWho({ secretary: ["a"], accountant: ["b", "a"] }, ["t"], OFFICES, "a")).toEqual(["b"]);
    expect(othersWho({ secretary: ["a"], accountant: ["a"] }, ["t"], OFFICES, "a")).toEqual(["t"]);
    expect(othersWho({ secretary: ["a"] }, [], OFFICES, "a")).toEqual([]);
  });
});

describe("one's own part of a row", () => {
  it("leaves out everybody else, and keeps what stands beside one's name", () => {
    const house = { id: "h", no: "12", people: [{ person: "P1", name: "李", care: { at: "x" } }, { person: "you", name: "王" }], gone: ["you"], hazards: ["river"] };
    expect(ownPart(house, ["P1"])).toEqual({ id: "h", no: "12", people: [{ person: "P1", name: "李", care: { at: "x" } }] });
    expect(ownPart({ phones: ["+861", "+862"], state: "sent" }, ["P1", "+861"])).toEqual({ phones: ["+861"], state: "sent" });
  });
  it("reads as lines, one heading a kind", () => {
    expect(readable(["Title"], { HH: [{ no: "12", people: [{ name: "李" }], none: null }] }, () => "Household", (key) => key)).toBe("Title\n\n== Household (1) ==\nno: 12\npeople:\n  name: 李\n\n");
  });
});

describe("a copy's files", () => {
  it("come in with the village's own row last, tables left aside", () => {
    expect(inOrder(["VILLAGE-1.jsonl", "table-HH-1.csv", "OPENED-1.jsonl", "WAIT-1.jsonl", "ALERT-1.jsonl", "manifest.json"].map(file)).map(({ name }) => name)).toEqual(["ALERT-1.jsonl", "WAIT-1.jsonl", "OPENED-1.jsonl", "VILLAGE-1.jsonl"]);
  });
  it("name what cannot be taken in, by line and reason", () => {
    const line = (over: object) => JSON.stringify({ sk: "LISTED#A", v: 1, version: 1, value: { shard: "A", people: [], houses: [] }, ...over });
    const text = [line({}), "{", '{"a":1}', line({ sk: "NOSUCH#1" }), line({ v: 99 }), line({ value: { shard: "A" } }), line({ sk: "LISTED#B" }), line({ sk: "IDEM#x#y#z" }), line({ at: "region", sk: "OPENED#431228103999", value: { village: "431228103999", at: "2026-07-01T03:00:00.000Z" } }), ""].join("\n");
    const read = readLines(text, "431228103201");
    expect(read.lines.length).toBe(1);
    expect(read.bad).toEqual([
      { line: 2, reason: "not-json" }, { line: 3, reason: "not-a-row" }, { line: 4, reason: "unknown-kind" }, { line: 5, reason: "newer-row" },
      { line: 6, reason: "wrong-shape" }, { line: 7, reason: "not-a-row" }, { line: 8, reason: "unknown-kind" }, { line: 9, reason: "another-village" },
    ]);
  });
  it("show fifty problems and count the rest", () => {
    const many = Array.from({ length: 60 }, (_, line) => ({ file: "x", line, reason: "not-json" }));
    expect(withProblems({ problems: many.slice(0, 1), moreProblems: 2 }, many)).toMatchObject({ problems: { length: 50 }, moreProblems: 13 });
  });
  it("never start a formula in a spreadsheet, and keep numbers as they are", () => {
    const row = (shard: string) => ({ sk: `LISTED#${shard}`, v: 1, version: 1, value: { shard, people: ["+8613800010021"], houses: [] } });
    expect(csvOf([row("=1+1"), row("-2"), row("@x"), row("+86138"), row('a"b,c')])).toBe(`key,shard,people,houses\r\n'=1+1,'=1+1,"[""+8613800010021""]",[]\r\n-2,-2,"[""+8613800010021""]",[]\r\n'@x,'@x,"[""+8613800010021""]",[]\r\n+86138,+86138,"[""+8613800010021""]",[]\r\n"a""b,c","a""b,c","[""+8613800010021""]",[]\r\n`);
  });
});

describe("others' words about somebody", () => {
  it("lose name and number, with or without the country, and nothing else", () => {
    expect(scrub("吴老师不肯走，电话13800010021，李大山知道", { names: ["吴老师", "李"], phones: ["+8613800010021"] })).toBe("—不肯走，电话—，李大山知道");
  });
});
