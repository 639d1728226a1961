import { describe, expect, it } from "vitest";
import { inOrder, voicesOf } from "../../../functions/circle/listen/rules.ts";

const item = (kind: "warning" | "house" | "must-read" | "matter" | "notice", id: string, more: { colour?: "blue" | "red"; at?: string; heard?: boolean | null } = {}) => ({ kind, id, colour: more.colour ?? null, at: more.at ?? "2026-05-01T08:00:00.000Z", heard: more.heard ?? null });

describe("what is read first", () => {
  it("the worst warning, how my house stands in it, what every household must hear, what waits for me, then the newest notice", () => {
    const order = inOrder([
      item("notice", "old"), item("notice", "new", { at: "2026-05-02T08:00:00.000Z" }), item("matter", "lot"), item("must-read", "water", { heard: false }),
      item("house", "w1", { colour: "red" }), item("warning", "w2", { colour: "blue" }), item("warning", "w1", { colour: "red" }), item("house", "w2", { colour: "blue" }),
    ]);
    expect(order.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["warning w1", "house w1", "warning w2", "house w2", "must-read water", "matter lot", "notice new", "notice old"]);
  });
  it("a must-read the house has heard waits among the other notices", () => {
    expect(inOrder([item("must-read", "a", { heard: true }), item("matter", "b")]).map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

describe("whose voice is heard", () => {
  const voice = (thing: string, recording: string, language = "local") => ({ thing, recording, language, name: recording, media: [] });
  it("the newest of a language; a warning's own before that of all its kind; nobody's of another thing", () => {
    const all = [voice("template:flood:red", "t1"), voice("template:flood:red", "t2", "hmn"), voice("warning:1", "a"), voice("warning:1", "b"), voice("notice:9", "n")];
    expect(voicesOf(all, "warning:1", "template:flood:red").map(({ id, language }) => `${language} ${id}`)).toEqual(["local b", "hmn t2"]);
  });
});
