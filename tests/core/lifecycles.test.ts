import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { featureNames, has, ROOT } from "../../infra/build/features.ts";
import { statesOf, stepsFrom, type LifecycleOptions } from "../../shared/contract/lifecycle.ts";
import { PROFILES } from "../../shared/contract/profile.ts";
import { whoList } from "../../shared/contract/who.ts";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { ID, madeBy } from "./canned.ts";
import { openStack, type As, type TestStack } from "./stack.ts";

/** Every matter with states there is. */
const names = featureNames().filter((name) => has("functions", name, "handlers.ts"));
const features = await Promise.all(names.map(async (name) => ((await import(join(ROOT, "functions", name, "handlers.ts"))) as { handler: FeatureHandler }).handler));
const living = features.flatMap((feature): [string, FeatureHandler, LifecycleOptions][] => (feature.code.contract.lifecycle ? [[feature.code.name, feature, feature.code.contract.lifecycle]] : []));

describe.each(living)("%s", (_, __, life) => {
  it("has a way out of each state a clock runs in, by that clock", () => {
    expect(statesOf(life)).toContain(life.start);
    for (const [state, wait] of Object.entries(life.waits ?? {})) {
      expect([state, stepsFrom(life, state).includes(wait.then), whoList(life.moves[wait.then]!.who).includes("clock")]).toEqual([state, true, true]);
    }
  });
});

describe("whoever holds every post", () => {
  let stack: TestStack;
  let village: string;
  let somebody: As;
  beforeAll(async () => {
    stack = await openStack(features);
    village = await stack.village();
    const offices = Object.keys(PROFILES["cn-village"].village).map((office) => `office:${office}`);
    somebody = (await stack.person({ village, member: { household: ID }, offices: [...offices, "county:duty-officer", "county:director"] })).as;
  });
  afterAll(() => stack.stop());

  it("makes no move from a state that does not allow it, and reads which are", async () => {
    const wrong: string[] = [];
    let refused = 0;
    let asked = 0;
    for (const [name, feature, life] of living) {
      const { kind } = feature.code.lifecycle!;
      const place = kind.at === "area" ? { area: stack.county } : { village };
      for (const state of statesOf(life)) {
        const row = { ...(madeBy(kind.schema, true) as { state: string }), id: ID, state, history: [] };
        await stack.store(kind as never, row as never, place);
        for (const [step, move] of Object.entries(life.moves)) {
          if (stepsFrom(life, state).includes(step) || whoList(move.who).every((who) => who === "clock")) continue;
          asked++;
          const { status, body } = await somebody.call(name, step, { village, area: stack.county, params: { id: kind.id(row as never) }, body: move.body ? madeBy(move.body, true, "input") : {} });
          const steps: readonly string[] | undefined = body?.steps;
          if (body?.type === "not-allowed-now" && steps) { refused++; if (steps.some((each) => !stepsFrom(life, state).includes(each))) wrong.push(`${name} ${state} ${step}: allowed ${steps.join()}`); }
          if (status < 400 || status >= 500) wrong.push(`${name} ${state} ${step}: ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(asked / 3);
  }, 60_000);
});
