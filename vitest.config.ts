import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest. A run that has no times of an earlier one would begin it by its file's size, and may end waiting for it alone. */
const LONG = ["core/writers", "alerts/sending/crash", "local/start", "alerts/sending/sending", "platform/villages/api", "alerts/warnings/page", "core/web-pages", "alerts/roll-call/page", "affairs/households/page", "platform/exports/page", "circle/members/page", "affairs/notices/page"].map((name) => `/tests/${name}.test.ts`);
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => { const at = LONG.findIndex((name) => moduleId.endsWith(name)); return at < 0 ? LONG.length : at; };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    globalSetup: ["tests/core/engines.ts"],
    pool: "threads",
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // A browser on a busy machine may be late once; a fault is there twice.
    retry: process.env["CI"] ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  },
});
