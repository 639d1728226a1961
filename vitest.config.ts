import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    globalSetup: ["tests/core/engines.ts"],
    pool: "threads",
    isolate: false,
    maxWorkers: 2,
    // A browser on a busy machine may be late once; a fault is there twice.
    retry: process.env["CI"] ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  },
});
