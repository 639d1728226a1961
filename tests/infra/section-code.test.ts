import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { sectionCode } from "../../infra/build/section-code.ts";

const folder = mkdtempSync(join(tmpdir(), "wecountry-section-"));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const features = ["alerts/warnings", "alerts/warnings-plans", "alerts/sending"];
for (const feature of features) {
  mkdirSync(join(folder, "functions", feature), { recursive: true });
  writeFileSync(join(folder, "functions", feature, "handlers.ts"), `export const handler = () => "${feature}";\n`);
}
writeFileSync(join(folder, "section.ts"), sectionCode("alerts", features));
const { handler } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, "section.ts")).href)) as { handler(event: unknown): string };
const message = (queue: string) => ({ Records: [{ eventSource: "aws:sqs", eventSourceARN: `arn:aws:sqs:ap-southeast-1:1:wecountry-ap-southeast-1-${queue}` }] });

test("a pilot's one function hands each request to the feature it is for", () => {
  expect(handler({ rawPath: "/v1/alerts/warnings/villages/431228103205/" })).toBe("alerts/warnings");
  expect(handler({ rawPath: "/open/alerts/warnings-plans/villages/431228103205/" })).toBe("alerts/warnings-plans");
});

test("and each message to the feature whose queue it came from, whatever its lane", () => {
  expect(handler(message("alerts-sending-urgent"))).toBe("alerts/sending");
  expect(handler(message("alerts-warnings"))).toBe("alerts/warnings");
  expect(handler(message("alerts-warnings-plans"))).toBe("alerts/warnings-plans");
});
