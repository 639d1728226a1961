import { useEffect, useRef, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { problemOf } from "../../core/client/refused.ts";

export interface Live<T> { readonly data?: T; readonly problem?: ProblemBody; readonly at?: number; reload(): void }

/**
 * Loads again and again while somebody looks. What was shown stays until the next answer has come, so nothing flickers; a phone in a
 * pocket asks nothing. A refusal (not a missing network) ends it until `reload`.
 * @param load gets how many times it has been called before
 */
export const useEvery = <T,>(seconds: number, load: (nth: number) => Promise<T>, when: readonly unknown[]): Live<T> => {
  const [state, set] = useState<Omit<Live<T>, "reload">>({});
  const [round, again] = useState(0);
  const newest = useRef(load);
  newest.current = load;
  useEffect(() => {
    let [left, busy, ended, nth] = [false, false, false, 0];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = async (): Promise<void> => {
      clearTimeout(timer);
      if (left || busy || ended || document.visibilityState !== "visible") return;
      busy = true;
      try {
        const data = await newest.current(nth++);
        if (!left) set({ data, at: Date.now() });
      } catch (thrown) {
        const problem = problemOf(thrown);
        ended = problem.status >= 400 && problem.status < 500 && problem.status !== 429;
        if (!left) set((old) => ({ ...old, problem }));
      }
      busy = false;
      timer = setTimeout(() => void turn(), seconds * 1_000);
    };
    const look = (): void => void turn();
    document.addEventListener("visibilitychange", look);
    void turn();
    return () => { left = true; clearTimeout(timer); document.removeEventListener("visibilitychange", look); };
  }, [...when, round]);
  return { ...state, reload: () => again((count) => count + 1) };
};
