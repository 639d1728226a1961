import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { readCap } from "../../../functions/alerts/cap/read.ts";
import { writeCap } from "../../../functions/alerts/cap/write.ts";
import { CATEGORIES, CERTAINTIES, CapMessage, MESSAGE_TYPES, NOT_XML, RESPONSES, SCOPES, SEVERITIES, STATUSES, URGENCIES } from "../../../shared/alerts/cap/cap.ts";

const trimmed = (value: string) => value.trim().length > 0 && value === value.trim() && !NOT_XML.test(value);
const letters = fc.constantFrom("水", "村", "龙", "𠮷", "🌊", "👨‍👩‍👧", "<", ">", "&", "]]>", "&amp;", "\"", "'", " ", "\n", "\r\n", "\t", "a", "é", "7", "，", "--", "\u00a0x");
const text = fc.array(letters, { minLength: 1, maxLength: 12 }).map((parts) => parts.join("").trim() || "水").filter(trimmed);
const time = fc.tuple(fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }), fc.constantFrom("-00:00", "+00:00", "+08:00", "-03:30", "+14:00"))
  .map(([date, offset]) => date.toISOString().slice(0, 19) + offset);
const pair = fc.record({ valueName: text, value: fc.oneof(text, fc.constant("")) });
const token = text.filter((value) => !value.includes("\""));
const bare = fc.array(fc.constantFrom("a", "水", "@", ".", "<", "&", "9"), { minLength: 1, maxLength: 9 }).map((parts) => parts.join(""));
const degrees = (most: number) => fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((value) => value / 10_000 + 0);
/** Points on a circle never cross: a fan with shrinking corners. */
const ring = fc.tuple(degrees(80), degrees(170), fc.integer({ min: 3, max: 9 })).map(([latitude, longitude, corners]): [number, number][] => {
  const points = Array.from({ length: corners }, (_, i): [number, number] => [
    Number((latitude + Math.cos(2 * Math.PI * i / corners)).toFixed(5)) + 0, Number((longitude + Math.sin(2 * Math.PI * i / corners)).toFixed(5)) + 0]);
  return [...points, points[0]!];
});
const area = fc.record({
  areaDesc: text, polygon: fc.array(ring, { maxLength: 2 }), circle: fc.array(fc.constantFrom("27.1,109.5 2", "-3.25,0 0.5"), { maxLength: 2 }), geocode: fc.array(pair, { maxLength: 2 }),
  altitude: fc.integer({ min: -900, max: 29_000 }), ceiling: degrees(900),
}, { requiredKeys: ["areaDesc", "polygon", "circle", "geocode"] });
const resource = fc.record({ resourceDesc: text, mimeType: fc.constant("image/png"), size: fc.nat(), uri: fc.constant("https://a.example/x?y=1&z=2"), derefUri: fc.constant("aGk="), digest: fc.constant("9f") }, { requiredKeys: ["resourceDesc", "mimeType"] });
const info = fc.record({
  language: fc.constantFrom("zh-CN", "en", "fr-CA"), category: fc.array(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 3 }), event: text,
  responseType: fc.array(fc.constantFrom(...RESPONSES), { maxLength: 3 }), urgency: fc.constantFrom(...URGENCIES), severity: fc.constantFrom(...SEVERITIES), certainty: fc.constantFrom(...CERTAINTIES),
  audience: text, eventCode: fc.array(pair, { maxLength: 2 }), effective: time, onset: time, expires: time,
  senderName: text, headline: text, description: text, instruction: text, web: fc.constant("https://county.example/w?a=1&b=2"), contact: text,
  parameter: fc.array(pair, { maxLength: 3 }), resource: fc.array(resource, { maxLength: 1 }), area: fc.array(area, { maxLength: 2 }),
}, { requiredKeys: ["category", "event", "responseType", "urgency", "severity", "certainty", "eventCode", "parameter", "resource", "area"] });
const message = fc.record({
  identifier: text, sender: text, sent: time, status: fc.constantFrom(...STATUSES), msgType: fc.constantFrom(...MESSAGE_TYPES), source: text, scope: fc.constantFrom(...SCOPES), restriction: text,
  addresses: fc.array(token, { maxLength: 3 }), code: fc.array(text, { maxLength: 2 }), note: text,
  references: fc.array(fc.record({ sender: bare, identifier: bare, sent: time }), { maxLength: 3 }), incidents: fc.array(token, { maxLength: 2 }), info: fc.array(info, { maxLength: 3 }),
}, { requiredKeys: ["identifier", "sender", "sent", "status", "msgType", "scope", "addresses", "code", "references", "incidents", "info"] }) as fc.Arbitrary<CapMessage>;

describe("a message written", () => {
  test("is read back as it was, whatever people wrote in it", () => {
    fc.assert(fc.property(message, (written) => {
      expect(CapMessage.safeParse(written).error).toBeUndefined();
      const reading = readCap(writeCap(written));
      expect(reading.ok && reading.message).toEqual(written);
    }), { numRuns: 200 });
  });

  test("carries no character that would spoil the whole file", () => {
    const [written] = fc.sample(message, 1);
    const spoilt = readCap(writeCap({ ...written!, note: "水\u0000\u0008\ud800涨" }));
    expect(spoilt).toMatchObject({ ok: true, message: { note: "水涨" } });
  });

  const schema = new URL("../../../../shared/cap/schema/CAP-v1.2.xsd", import.meta.url);
  const absent = existsSync(schema) ? "" : "the OASIS schema is not beside this checkout";
  test.skipIf(absent)(`is valid against the schema of the standard${absent && ` (skipped: ${absent})`}`, () => {
    const xsd = XmlDocument.fromBuffer(readFileSync(schema));
    const validator = XsdValidator.fromDoc(xsd);
    const valid = (xml: string) => {
      const document = XmlDocument.fromString(xml);
      try { validator.validate(document); } finally { document.dispose(); }
    };
    let judged = 0;
    fc.assert(fc.property(message, (written) => { valid(writeCap(written)); judged += 1; }), { numRuns: 100 });
    expect(judged).toBe(100);
    const [first] = fc.sample(message, 1);
    expect(() => valid(writeCap(first!).replace("<status>", "<note>x</note><status>"))).toThrow();
    validator.dispose();
    xsd.dispose();
  });
});
