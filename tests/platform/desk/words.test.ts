import { expect, it } from "vitest";
import { featureWords } from "../../../infra/build/web-words.ts";
import { deskMoves, statesOf } from "../../../shared/contract/lifecycle.ts";
import { contracts } from "../../../shared/registry.ts";

it("every state in which a matter waits for an office has its line for the desk, in both languages", () => {
  const missing = Object.entries(contracts).flatMap(([feature, { lifecycle }]) => (lifecycle ? statesOf(lifecycle).filter((state) => deskMoves(lifecycle, state).length > 0) : []).flatMap((state) =>
    (["zh", "en"] as const).filter((language) => !featureWords(feature)[language][`waits.${state}`]).map((language) => `${feature} ${language} waits.${state}`)));
  expect(missing).toEqual([]);
});
