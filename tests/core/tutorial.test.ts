import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { featureNames, ROOT } from "../../infra/build/features.ts";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { forbidden, importsOf } from "./import-table.ts";
import { openStack, type TestStack } from "./stack.ts";

/** CONTRIBUTING.md is followed to the letter in a folder of its own: if its code stops working, this fails. */
const text = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
const files = [...text.matchAll(/```(?:ts|json) file=(\S+)\n([\s\S]*?)```/g)].map((match) => ({ path: match[1]!, source: match[2]! }));

let root: string;
let stack: TestStack;
beforeAll(async () => {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  root = mkdtempSync(join(ROOT, "dist", "tutorial-"));
  for (const { path, source } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), source);
  }
  for (const folder of ["shared/contract", "functions/core"]) symlinkSync(join(ROOT, folder), join(root, folder));
  const { handler } = (await import(join(root, "functions/circle/thanks/handlers.ts"))) as { handler: FeatureHandler };
  stack = await openStack([handler]);
});
afterAll(async () => { await stack.stop(); rmSync(root, { recursive: true, force: true }); });

describe("the tutorial in CONTRIBUTING.md", () => {
  it("touches only its own folders, and keeps the import table", () => {
    expect(files.map((file) => file.path).filter((path) => !/^(shared|functions|web|tests)\/circle\/thanks\//.test(path))).toEqual([]);
    expect(files).toHaveLength(6);
    expect(files.flatMap(({ path, source }) => importsOf(source).map((each) => forbidden(path, each, () => [])))).not.toContainEqual(expect.any(String));
  });
  it("is found by its folder alone", () => {
    expect(featureNames(root)).toEqual(["circle/thanks"]);
  });
  it("makes a feature that works: thanks are said once, read in the village and in no other", async () => {
    const [a, b] = [await stack.village(), await stack.village()];
    const { as } = await stack.person({ village: a, name: "李秀英" });
    const said = await as.call("circle/thanks", "say", { village: a, body: { to: "王建国", for: "修好了路灯" }, key: "thanks-once-only" });
    await as.call("circle/thanks", "say", { village: a, body: { to: "王建国", for: "修好了路灯" }, key: "thanks-once-only" });
    expect((await as.call("circle/thanks", "list", { village: a })).body.items).toEqual([said.body]);
    const other = await stack.person({ village: b });
    expect((await other.as.call("circle/thanks", "list", { village: a })).status).toBe(404);
  });
  it("refuses as its words say", async () => {
    const village = await stack.village();
    const { as } = await stack.person({ village, name: "李秀英" });
    expect((await as.call("circle/thanks", "say", { village, body: { to: "李秀英", for: "做饭" }, language: "zh" })).body).toMatchObject({ type: "thanking-oneself", title: "不能谢自己" });
  });
});
