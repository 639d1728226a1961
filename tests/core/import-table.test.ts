import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../infra/build/features.ts";
import { contracts } from "../../shared/registry.ts";
import { forbidden, importsOf, PLAIN } from "./import-table.ts";

const files = execFileSync("find", ["shared", "functions", "web", "infra", "-name", "*.ts", "-o", "-name", "*.tsx"], { cwd: ROOT, encoding: "utf8" }).split("\n")
  .filter((file) => /^(shared|functions|web|infra)\/.*\.tsx?$/.test(file) && !["shared/registry.ts", "functions/routing.ts", "functions/kinds.ts", "web/registry.ts"].includes(file));
const reads = (feature: string): readonly string[] => contracts[feature]?.reads ?? [];
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

describe("the import table", () => {
  it("holds for every file of the project", () => {
    const wrong = files.flatMap((file) => importsOf(read(file)).flatMap((each) => { const why = forbidden(file, each, reads); return why ? [`${file} → ${each.from}: ${why}`] : []; }));
    expect(wrong).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });
  it("has no forbidden file names, no default exports, no barrels", () => {
    expect(files.filter((file) => /(^|\/)(index|utils?|common|helpers?)\.tsx?$/.test(file))).toEqual([]);
    expect(files.filter((file) => /\nexport default /.test(read(file)))).toEqual([]);
  });
  it("lets the page take only plain files of shared: none of them reaches zod", () => {
    const reached = (file: string, seen = new Set<string>()): Set<string> => {
      for (const each of importsOf(read(file))) {
        if (each.typeOnly) continue;
        const to = each.from.startsWith(".") ? join(file, "..", each.from) : each.from;
        if (seen.has(to)) continue;
        seen.add(to);
        if (to.endsWith(".ts") && existsSync(join(ROOT, to))) reached(to, seen);
      }
      return seen;
    };
    for (const file of PLAIN) expect([...reached(file)]).not.toContain("zod");
  });
  it.each([
    ["shared/contract/x.ts", `import { x } from "../alerts/cap/contract.ts";`],
    ["shared/alerts/cap/contract.ts", `import { readFile } from "node:fs";`],
    ["shared/alerts/cap/contract.ts", `import { S3Client } from "@aws-sdk/client-s3";`],
    ["functions/alerts/cap/rules.ts", `import { put } from "../../core/implement.ts";`],
    ["functions/alerts/cap/handlers.ts", `import { dynamo } from "../../core/clients.ts";`],
    ["functions/alerts/cap/handlers.ts", `import { SNSClient } from "@aws-sdk/client-sns";`],
    ["functions/alerts/cap/handlers.ts", `import { secret } from "../warnings/handlers.ts";`],
    ["functions/alerts/cap/handlers.ts", `import { Contact } from "../contacts/reads.ts";`],
    ["functions/alerts/cap/handlers.ts", `import { readFile } from "node:fs/promises";`],
    ["functions/core/dispatch.ts", `import { handler } from "../alerts/cap/handlers.ts";`],
    ["functions/core/dispatch.ts", `import { contract } from "../../shared/alerts/cap/contract.ts";`],
    ["web/alerts/cap/page.tsx", `import { contract } from "../../../shared/alerts/cap/contract.ts";`],
    ["web/alerts/cap/page.tsx", `import * as z from "zod";`],
    ["web/alerts/cap/page.tsx", `import { put } from "../../../functions/core/rows.ts";`],
    ["infra/stacks/web.ts", `import { page } from "../../web/alerts/cap/page.tsx";`],
    ["infra/stacks/web.ts", `import { handler } from "../../functions/alerts/cap/handlers.ts";`],
    ["functions/alerts/cap/handlers.ts", `import { openStack } from "../../../tests/core/stack.ts";`],
  ])("catches %s when it says %s", (file, source) => {
    expect(importsOf(source).map((each) => forbidden(file, each, reads))).not.toContain(null);
  });
});
