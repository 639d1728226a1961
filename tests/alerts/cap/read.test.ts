import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Circumstances } from "../../../functions/alerts/cap/problems.ts";
import { areasNamed } from "../../../functions/alerts/cap/problems.ts";
import { readCap } from "../../../functions/alerts/cap/read.ts";
import { judgePolygon } from "../../../functions/alerts/cap/polygon.ts";
import { CapMessage } from "../../../shared/alerts/cap/cap.ts";
import { CAP_PROBLEMS, CAP_REFUSALS } from "../../../shared/alerts/cap/problem-codes.ts";
import { say } from "../../../shared/contract/language.ts";
import words from "../../../shared/alerts/cap/words.json" with { type: "json" };
import { sample } from "./sample.ts";

const problems = (from: string | RegExp, to: string, circumstances?: Circumstances): string[] => {
  const reading = readCap(sample((xml) => xml.replace(from, to)), circumstances);
  if (!reading.ok) throw new Error(`${reading.code} ${reading.detail}`);
  expect(CapMessage.parse(reading.message)).toEqual(reading.message);
  return reading.problems.map(({ code }) => code);
};
const refusal = (xml: string | Uint8Array) => {
  const reading = readCap(xml);
  if (reading.ok) throw new Error("was read");
  return reading;
};
const polygon = (points: string) => problems(/<polygon>.*<\/polygon>/, `<polygon>${points}</polygon>`);

describe("a message that is in order", () => {
  test("is read whole, without a problem", () => {
    const reading = readCap(sample(), { now: "2026-07-14T03:00:00.000Z", areas: ["431228103205", "430102001001"] });
    expect(reading).toMatchObject({ ok: true, problems: [], message: { identifier: "zj-2026-0714-1", sent: "2026-07-14T09:26:51+08:00", info: [{ event: "山洪灾害橙色预警", area: [{ areaDesc: "芷江县" }] }] } });
    expect(reading.ok && CapMessage.parse(reading.message)).toEqual(reading.ok && reading.message);
  });
  test("is read with a prefix, with CDATA, from bytes and from GBK as well", () => {
    expect(readCap(sample((xml) => xml.replaceAll(/<(\/?)(\w)/g, "<$1c:$2").replace("xmlns=", "xmlns:c=")))).toMatchObject({ ok: true, problems: [] });
    expect(readCap(sample((xml) => xml.replace("离开河沟，往高处走。", "<![CDATA[水 < 2 米 & 上涨]]>")))).toMatchObject({ message: { info: [{ instruction: "水 < 2 米 & 上涨" }] } });
    expect(readCap(new TextEncoder().encode(sample()))).toEqual(readCap(sample()));
    const ascii = sample((xml) => xml.replace("UTF-8", "GBK").replaceAll(/[^\0-\x7F]+/g, "~"));
    const gbk = Uint8Array.from([...ascii].flatMap((letter) => (letter === "~" ? [0xc9, 0xbd, 0xba, 0xe9] : [letter.charCodeAt(0)])));
    expect(readCap(gbk)).toMatchObject({ ok: true, message: { info: [{ event: "山洪" }] } });
  });
  test("keeps its languages in the issuer's order", () => {
    const reading = readCap(sample((xml) => xml.replace(/<info>[\s\S]*<\/info>/, (info) => info + info.replace("zh-CN", "en-GB"))));
    expect(reading.ok && reading.message.info.map(({ language }) => language)).toEqual(["zh-CN", "en-GB"]);
  });
});

describe("a message that is not taken, with the line of the fault", () => {
  test.each([
    ["identifier", 2], ["sender", 2], ["sent", 2], ["status", 2], ["msgType", 2], ["scope", 2],
    ["category", 9], ["event", 9], ["urgency", 9], ["severity", 9], ["certainty", 9], ["areaDesc", 19],
  ])("without %s it points at line %i", (name, line) => {
    const removed = refusal(sample((xml) => xml.replace(new RegExp(`<${name}>.*</${name}>`), "")));
    expect(removed).toMatchObject({ code: "missing-element", line, detail: name });
    expect(refusal(sample((xml) => xml.replace(new RegExp(`<${name}>.*</${name}>`), `<${name}/>`)))).toEqual(removed);
  });
  test("the column is where the parent begins", () => {
    expect(refusal(sample((xml) => xml.replace(/<areaDesc>.*/, "")))).toMatchObject({ line: 19, column: 5 });
  });
  test("a status or a time nobody can tell is not guessed", () => {
    expect(refusal(sample((xml) => xml.replace(">Actual<", ">Real<")))).toMatchObject({ code: "wrong-value", line: 6, detail: "status: Real" });
    expect(refusal(sample((xml) => xml.replace("2026-07-14T09", "2026-02-31T09")))).toMatchObject({ code: "wrong-value", line: 5 });
  });
  test("what is no XML, or no CAP", () => {
    expect(refusal("发大水了")).toMatchObject({ code: "not-xml", line: 1 });
    expect(refusal("")).toMatchObject({ code: "not-xml" });
    expect(refusal(sample((xml) => xml.replace("</info>", "")))).toMatchObject({ code: "not-xml", line: 25 });
    expect(refusal(new Uint8Array([0x3c, 0xff, 0xfe]))).toMatchObject({ code: "not-xml" });
    expect(refusal("<html/>")).toMatchObject({ code: "not-cap", line: 1, detail: "html" });
    expect(refusal(sample((xml) => xml.replace("cap:1.2", "cap:9")))).toMatchObject({ code: "not-cap", line: 2 });
  });
  test("anything over 256 KB, counted in bytes", () => {
    const long = (letter: string, times: number) => sample((xml) => xml.replace("离开河沟", letter.repeat(times)));
    expect(refusal(long("a", 262_000))).toMatchObject({ code: "too-large" });
    expect(refusal(long("水", 87_200))).toMatchObject({ code: "too-large" });
    expect(readCap(long("水", 86_000)).ok).toBe(true);
  });
  test("each way out of the file is shut: DOCTYPE, entities, a billion laughs, XInclude, processing instructions", () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("\n");
    const started = performance.now();
    expect(refusal(sample((xml) => xml.replace("<alert", '<!DOCTYPE alert SYSTEM "file:///etc/passwd">\n<alert')))).toMatchObject({ code: "doctype", line: 2 });
    expect(refusal(sample((xml) => xml.replace("<alert", '<!DOCTYPE alert [<!ENTITY x SYSTEM "http://127.0.0.1:1/">]>\n<alert').replace("芷江县<", "&x;<")))).toMatchObject({ code: "doctype", line: 2 });
    expect(refusal(sample((xml) => xml.replace("<alert", `<!DOCTYPE alert [\n<!ENTITY l0 "ha">\n${laughs}\n]>\n<alert`).replace("芷江县<", "&l9;<")))).toMatchObject({ code: "doctype", line: 2 });
    expect(refusal(sample((xml) => xml.replace("<info>", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>\n<info>')))).toMatchObject({ code: "doctype", line: 9, detail: "XInclude" });
    expect(refusal(sample((xml) => xml.replace("<info>", '<?xml-stylesheet href="http://127.0.0.1:1/"?><info>')))).toMatchObject({ code: "doctype", line: 9 });
    expect(refusal(sample((xml) => xml.replace("芷江县<", "&x;<")))).toMatchObject({ code: "not-xml", line: 20 });
    expect(performance.now() - started).toBeLessThan(500);
  });
  test("a nest of forty thousand elements is left at the thirty-third", () => {
    const started = performance.now();
    expect(refusal(sample((xml) => xml.replace("<info>", "<a>".repeat(40_000))))).toMatchObject({ code: "not-cap" });
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("a message that is taken with a sentence beside it", () => {
  test.each<[string, string | RegExp, string]>([
    ["cap-1.1", "cap:1.2", "cap:1.1"],
    ["no-headline", /<headline>.*/, ""], ["no-headline", /<headline>.*/, "<headline/>"],
    ["long-headline", "<headline>", `<headline>${"水".repeat(160)}`],
    ["no-instruction", /<instruction>.*/, ""],
    ["no-expires", /<expires>.*/, ""],
    ["no-info", /<info>[\s\S]*<\/info>/, ""],
    ["expires-before-sent", "2026-07-14T21", "2026-07-14T09"],
    ["update-without-references", ">Alert<", ">Update<"], ["update-without-references", ">Alert<", ">Cancel<"],
    ["bad-references", "</scope>", "</scope><references>zj-2026-0713-9</references>"],
    ["bad-references", "</scope>", "</scope><references>weather@county.example,zj-1,yesterday</references>"],
    ["bad-identifier", "zj-2026-0714-1", "zj 2026, 1"], ["bad-identifier", "weather@", "weather &amp; water@"],
    ["restricted-without-restriction", ">Public<", ">Restricted<"],
    ["private-without-addresses", ">Public<", ">Private<"],
    ["wrong-time", "09:26:51+08:00", "09:26:51Z"], ["wrong-time", "09:26:51+08:00", "09:26:51.250+08:00"], ["wrong-time", "09:26:51+08:00", "09:26:51"],
    ["wrong-word", ">Severe<", ">Orange<"], ["wrong-word", ">Met<", ">Weather<"],
    ["wrong-circle", "<geocode>", "<circle>here</circle><geocode>"],
    ["repeated-element", "<headline>", "<headline>别的</headline><headline>"],
    ["incomplete-element", "<valueName>区划代码</valueName>", ""],
  ])("%s", (code, from, to) => {
    // Where nothing is said of the danger, the lacks of the telling are not counted up too.
    expect(problems(from, to)).toEqual([code]);
  });

  test("a cancellation needs no telling, only what it cancels", () => {
    expect(problems(/<scope>[\s\S]*<\/info>/, "<scope>Public</scope><references>weather@county.example,zj-1,2026-07-13T09:26:51+08:00</references>")).toEqual(["no-info"]);
    const cancel = (xml: string) => xml.replace(">Alert<", ">Cancel<").replace(/<info>[\s\S]*<\/info>/, "").replace("</scope>", "</scope><references>weather@county.example,zj-1,2026-07-13T09:26:51+08:00</references>");
    expect(readCap(sample(cancel))).toMatchObject({ ok: true, problems: [] });
  });
  test("a severity said as a colour is understood", () => {
    expect(readCap(sample((xml) => xml.replace(">Severe<", ">RED<")))).toMatchObject({ message: { info: [{ severity: "Extreme" }] } });
  });
  test("a time with Z or milliseconds is written as the standard has it; an end without an offset is asked for", () => {
    expect(readCap(sample((xml) => xml.replace("09:26:51+08:00", "09:26:51.250Z")))).toMatchObject({ message: { sent: "2026-07-14T09:26:51-00:00" } });
    expect(problems("21:00:00+08:00", "21:00:00")).toEqual(["wrong-time", "no-expires"]);
  });
  test("a warning is over when the time of its every telling is over, and not a second before", () => {
    expect(problems("", "", { now: "2026-07-14T12:59:59.000Z" })).toEqual([]);
    expect(problems("", "", { now: "2026-07-14T13:00:00.000Z" })).toEqual(["expired"]);
    const two = (xml: string) => xml.replace(/<info>[\s\S]*<\/info>/, (info) => info + info.replace("2026-07-14T21", "2026-07-15T21"));
    expect(readCap(sample(two), { now: "2026-07-14T14:00:00.000Z" })).toMatchObject({ problems: [] });
  });
  test("a county's warning finds its villages, a village's its county, another county's neither", () => {
    const named = (code: string, known: string[]) => {
      const reading = readCap(sample((xml) => xml.replace("431228000000", code)), { areas: known });
      if (!reading.ok) throw new Error(reading.code);
      expect(reading.problems.map((problem) => problem.code)).toEqual(areasNamed(reading.message, known).length === 0 ? ["unknown-area"] : []);
      return areasNamed(reading.message, known);
    };
    const villages = ["431228103205", "431228103206", "431229103205"];
    expect(named("431228000000", villages)).toEqual(["431228103205", "431228103206"]);
    expect(named("431228", villages)).toEqual(["431228103205", "431228103206"]);
    expect(named("431228103000", villages)).toEqual(["431228103205", "431228103206"]);
    expect(named("430000000000", villages)).toEqual(villages);
    expect(named("431228103205", ["431228"])).toEqual(["431228"]);
    expect(named("4", villages)).toEqual([]);
    expect(named("659101", villages)).toEqual([]);
  });
});

test("signatures and other strangers' elements are passed over", () => {
  expect(problems("<identifier>", '<x:identifier xmlns:x="urn:x">other</x:identifier><identifier>')).toEqual([]);
  expect(problems("</alert>", '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature></alert>')).toEqual([]);
  expect(refusal(sample((xml) => xml.replace("<sender>", '<sender xmlns="urn:x">')))).toMatchObject({ code: "missing-element", detail: "sender" });
});

test("however a message was mangled on its way, it is read as data in order or refused by name", () => {
  const pieces = fc.constantFrom("", "<", "&", "\"", "]]>", "<info>", "</info>", "<!--", "-->", "水", " ", "\0", "99", "-", ":", ",", "<sent/>", "<a:b/>", "<circle>1,2 3</circle>", "<altitude>1e9</altitude>", "NaN", "+");
  const edits = fc.array(fc.tuple(fc.nat(1100), fc.nat(9), pieces), { minLength: 1, maxLength: 4 });
  const seen = new Set<string>();
  fc.assert(fc.property(edits, (list) => {
    const reading = readCap(list.reduce((xml, [at, cut, piece]) => xml.slice(0, at) + piece + xml.slice(at + cut), sample()), { now: "2026-07-14T03:00:00.000Z", areas: ["431228"] });
    seen.add(reading.ok ? "read" : reading.code);
    if (reading.ok) expect(CapMessage.parse(reading.message)).toEqual(reading.message);
    else expect(CAP_REFUSALS).toContain(reading.code);
  }), { numRuns: 1000 });
  expect(seen.size).toBeGreaterThan(2);
});

describe("outlines", () => {
  test("an open one is closed and noted; a useless one is left out, the area stays", () => {
    expect(polygon("27.1,109.5 27.2,109.5 27.2,109.6")).toEqual(["polygon-open"]);
    expect(readCap(sample((xml) => xml.replace(" 27.1,109.5</", "</")))).toMatchObject({ message: { info: [{ area: [{ polygon: [[[27.1, 109.5], [27.2, 109.5], [27.2, 109.6], [27.1, 109.5]]] }] }] } });
    expect(polygon("27.1,109.5 27.2,109.5 27.1,109.5")).toEqual(["polygon-too-few"]);
    expect(polygon("")).toEqual(["polygon-too-few"]);
    expect(polygon("109.5,27.1 109.5,27.2 109.6,27.2 109.5,27.1")).toEqual(["polygon-out-of-range"]);
    expect(polygon("NaN,109.5 27.2,109.5 27.2,109.6 NaN,109.5")).toEqual(["polygon-out-of-range"]);
    expect(polygon("27.1,109.5 27.2,109.6 27.2,109.5 27.1,109.6 27.1,109.5")).toEqual(["polygon-crosses"]);
    expect(readCap(sample((xml) => xml.replace("27.2,109.5 ", "x,y ")))).toMatchObject({ ok: true, message: { info: [{ area: [{ areaDesc: "芷江县", polygon: [] }] }] } });
  });
  test("five hundred corners pass, one more does not", () => {
    const ring = (corners: number) => Array.from({ length: corners }, (_, i) => [Math.cos(2 * Math.PI * i / (corners - 1)).toFixed(6), Math.sin(2 * Math.PI * i / (corners - 1)).toFixed(6)].join(",").replaceAll("-0.000000", "0.000000")).join(" ");
    expect(judgePolygon(ring(500)).problem).toBeUndefined();
    expect(judgePolygon(ring(501))).toEqual({ problem: "polygon-too-large" });
  });
  test("a million corners are judged in under 50 ms", () => {
    const million = "27.1,109.5 ".repeat(1_000_000);
    const started = performance.now();
    expect(judgePolygon(million)).toEqual({ problem: "polygon-too-large" });
    expect(readCap(sample((xml) => xml.replace("27.1,109.5 ", million)))).toMatchObject({ ok: false, code: "too-large" });
    expect(performance.now() - started).toBeLessThan(50);
  });
});

test("every refusal and every problem has its sentence in Chinese and in English", () => {
  for (const language of ["zh", "en"] as const) {
    for (const code of CAP_REFUSALS) expect(words[language]).toHaveProperty([`fails.${code === "too-large" ? "cap-too-large" : code}`]);
    for (const code of CAP_PROBLEMS) expect(words[language]).toHaveProperty([`problem.${code}`]);
  }
  expect(say(words, "zh", "fails.missing-element", { line: 2, column: 1, detail: "sender" })).toBe("第2行：这里缺少必填的 sender。请让发布单位补上再发。");
});
