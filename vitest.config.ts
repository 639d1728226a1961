import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest. A run that has no times of an earlier one would begin it by its file's size, and may end waiting for it alone. */
const LONG = ["core/writers", "local/start", "alerts/sending/crash", "core/web-every", "core/authorisation", "platform/exports/leaving", "alerts/warnings/page", "core/web-pages", "alerts/roll-call/page", "platform/villages/api", "platform/messages/api", "cadres/linked-households/page", "core/web-drafts", "core/web-offline", "affairs/households/page", "affairs/notices/page", "platform/media/outbox", "platform/paper/page", "infra/stacks", "alerts/sending/sending", "circle/members/page"].map((name) => `/tests/${name}.test.ts`);
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
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  },
});
