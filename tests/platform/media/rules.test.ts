import { describe, expect, it } from "vitest";
import { inspect, typeOf } from "../../../functions/platform/media/inspect.ts";
import { mayKnow, mayWrite, refusalFor } from "../../../functions/platform/media/rules.ts";
import { holds, jpeg, mp4, ogg, PLACE, png, PROGRAM, webm, webp } from "./samples.ts";

const cleanOf = (bytes: Uint8Array, type: string): Uint8Array => {
  const looked = inspect(bytes, type);
  if (!("clean" in looked)) throw new Error(looked.why);
  return looked.clean;
};

describe("where a picture was taken", () => {
  it.each([["image/jpeg", jpeg({ gps: true })], ["image/png", png()], ["image/webp", webp()]] as const)("is gone from a %s, with names, notes and whatever hung behind it", (type, bytes) => {
    expect(holds(bytes, PLACE)).toBe(true);
    const clean = cleanOf(bytes, type);
    for (const note of [PLACE, "Exif", "eXIf", "EXIF", "Dashan", "xmpmeta", "<script>", "MZ and more"]) expect(holds(clean, note), String(note)).toBe(false);
    expect(typeOf(clean)).toBe(type);
    expect(inspect(clean, type)).toMatchObject({ width: 640, height: 480, clean });
  });
  it("is gone from a recording, whose other boxes stay where they were", () => {
    const clean = cleanOf(mp4(), "audio/mp4");
    expect([holds(mp4(), "+26.4"), holds(clean, "+26.4"), clean.length === mp4().length, holds(clean, "mdat")]).toEqual([true, false, true, true]);
  });
  it("and the drawing itself stays as it was: tables, frame, coded data, stuffed bytes and restarts", () => {
    expect(cleanOf(jpeg({ gps: true }), "image/jpeg")).toEqual(jpeg());
    expect(cleanOf(jpeg({ after: "PK\u0003\u0004 a program behind a picture" }), "image/jpeg")).toEqual(jpeg());
  });
});

describe("what is not what it says is set aside", () => {
  it.each([
    ["a program called a picture", PROGRAM, "image/png", "program"], ["a script", Buffer.from("#!/bin/sh\nrm -rf"), "image/jpeg", "program"],
    ["a drawing with code in it", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "image/png", "markup"], ["a page", Buffer.from("\n<!DOCTYPE html><script>1</script>"), "image/webp", "markup"],
    ["a JPEG called a PNG", jpeg(), "image/png", "other-type"], ["nothing known", Buffer.from("hello"), "image/png", "other-type"],
    ["a picture cut off", jpeg().slice(0, -6), "image/jpeg", "broken"], ["a PNG cut off", png().slice(0, 60), "image/png", "broken"], ["a moving picture", webp({ moves: true }), "image/webp", "broken"],
    ["a picture of 4,097 pixels", jpeg({ width: 4_097 }), "image/jpeg", "too-wide"], ["a giant PNG", png({ width: 60_000, height: 60_000 }), "image/png", "too-wide"],
  ] as const)("%s", (_, bytes, type, why) => { expect(inspect(Uint8Array.from(bytes), type)).toEqual({ why }); });
  it("and a picture of 4,096 pixels, or a voice in any of its three dresses, is taken", () => {
    expect("clean" in inspect(jpeg({ width: 4_096, height: 4_096 }), "image/jpeg")).toBe(true);
    for (const [type, bytes] of [["audio/webm", webm()], ["audio/ogg", ogg()], ["audio/mp4", mp4()]] as const) expect("clean" in inspect(bytes, type), type).toBe(true);
  });
});

describe("a phone may bring", () => {
  const photo = { kind: "photo", type: "image/webp", bytes: 900_000, thumb: { type: "image/webp", bytes: 20_000 } } as const;
  it("a small picture with a smaller one, or a voice; SVG, HTML and programs are no pictures, and too much is too much", () => {
    expect(refusalFor(photo)).toBeNull();
    expect(refusalFor({ kind: "voice", type: "audio/webm", bytes: 400_000, thumb: undefined })).toBeNull();
    for (const type of ["image/svg+xml", "text/html", "image/gif", "application/x-msdownload", "audio/webm"]) expect(refusalFor({ ...photo, type }), type).toBe("wrong-media-type");
    expect(refusalFor({ ...photo, bytes: 1_000_001 })).toBe("too-heavy");
    expect(refusalFor({ ...photo, thumb: { type: "image/webp", bytes: 25_001 } })).toBe("too-heavy");
    expect(refusalFor({ ...photo, thumb: { type: "image/svg+xml", bytes: 100 } })).toBe("wrong-media-type");
  });
});

describe("who may see and who may write down", () => {
  const guest = { person: null, member: null, holds: [] };
  const villager = { person: "v", member: {}, holds: [] };
  it("everybody what is public, the village what is its own, one person what is theirs", () => {
    const by = (audience: "public" | "village" | "mine") => [guest, { ...villager, member: null }, villager, { person: "t", member: null, holds: ["township:director"] }, { person: "op", member: null, holds: ["operator"] }, { ...villager, person: "o" }].map((reader) => mayKnow({ audience, owner: "o" }, reader));
    expect(by("public")).toEqual([true, true, true, true, true, true]);
    expect(by("village")).toEqual([false, false, true, true, false, true]);
    expect(by("mine")).toEqual([false, false, false, false, false, true]);
  });
  it("whoever hears a voice may write it down first; then only that person, the speaker or an office", () => {
    const written = { owner: "o", transcript: { person: "w" } };
    expect([mayWrite({ ...written, transcript: null }, "x", []), mayWrite(written, "x", []), mayWrite(written, "w", []), mayWrite(written, "o", []), mayWrite(written, "x", ["office:secretary"])]).toEqual([true, false, true, true, true]);
  });
});
