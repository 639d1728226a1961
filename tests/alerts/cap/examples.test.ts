import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { colourOf, hazardOf } from "../../../functions/alerts/cap/colour.ts";
import { readCap } from "../../../functions/alerts/cap/read.ts";
import { writeCap } from "../../../functions/alerts/cap/write.ts";
import words from "../../../shared/alerts/cap/words.json" with { type: "json" };
import { say } from "../../../shared/contract/language.ts";

const folder = new URL("../../../../shared/cap/examples/", import.meta.url);
const absent = existsSync(folder) ? "" : "the publishers' messages are not beside this checkout";
const read = (name: string) => readCap(readFileSync(new URL(name, folder)), { now: "2026-05-28T12:00:00.000Z", areas: ["431228103205"] });

describe.skipIf(absent)(`messages of real services${absent && ` (skipped: ${absent})`}`, () => {
  test.each([
    ["flood-england-ea-flood-alert.cap12.xml", "flood", "blue", ["no-headline", "no-instruction", "unknown-area"]],
    ["flood-us-nws-flash-flood-watch-2010.cap11.xml", "flash-flood", "orange", ["cap-1.1", "expired", "unknown-area"]],
    ["heat-spain-aemet-lanzarote-2026-09-12.cap12.xml", "heat", "yellow", ["unknown-area"]],
    ["oasis-appendixA2-thunderstorm.cap12.xml", "thunderstorm", "orange", ["expired", "unknown-area"]],
    ["oasis-appendixA4-amber-multilang.cap12.xml", "other", "orange", ["no-expires", "no-instruction", "unknown-area"]],
    ["thunderstorm-canada.cap12.xml", "thunderstorm", "blue", ["expired", "unknown-area"]],
    ["wind-iceland-imo.cap12.xml", "wind", "yellow", ["expired", "no-instruction", "unknown-area"]],
  ])("%s is read as %s, %s", (name, hazard, colour, problems) => {
    const reading = read(name);
    if (!reading.ok) throw new Error(`${reading.code} ${reading.detail}`);
    expect(reading.problems.map(({ code }) => code).sort()).toEqual(problems);
    for (const info of reading.message.info) expect([hazardOf(info), colourOf(info)]).toEqual([hazard, colour]);
    const again = readCap(writeCap(reading.message));
    expect(again.ok && again.message).toEqual(reading.message);
  });

  test("the trimmed red heat warning is refused with its line, and its words still say heat", () => {
    const reading = read("heat-spain-aemet-valencia-red-2026-07-14.EXCERPT-invalid.xml");
    expect(reading).toEqual({ ok: false, code: "missing-element", line: 2, column: 1, detail: "sender" });
    if (!reading.ok) expect(say(words, "en", `fails.${reading.code}`, { line: reading.line, column: reading.column, detail: reading.detail })).toBe("Line 2: sender is required here and missing. Ask the issuer to add it and send again.");
    expect(hazardOf({ event: "Extreme high-temperature warning", eventCode: [], parameter: [{ valueName: "AEMET-Meteoalerta nivel", value: "rojo" }] })).toBe("heat");
  });
});
