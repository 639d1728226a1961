import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { problemOf } from "../client/refused.ts";
import { ProblemLine } from "./state.tsx";

/** One act and what came of it: done, or a sentence why not. @example <Button onPress={act(() => call(…))}>…</Button>{said} */
export const useAct = (onDone: () => void) => {
  const [problem, set] = useState<ProblemBody | undefined>();
  const act = (does: () => Promise<unknown>) => async (): Promise<void> => {
    try { await does(); set(undefined); onDone(); } catch (thrown) { set(problemOf(thrown)); }
  };
  return { act, said: problem ? <ProblemLine problem={problem} /> : null };
};
