import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { problemOf } from "../client/refused.ts";
import { t } from "../words.ts";
import { Button } from "./button.tsx";

export interface Loaded<T> { readonly data?: T; readonly problem?: ProblemBody; readonly reload: () => void }

/** What a load gives, again after each change of `when` and on `reload`. What was shown stays while it is fetched anew. */
export const useLoad = <T,>(load: () => Promise<T>, when: readonly unknown[] = []): Loaded<T> => {
  const [state, set] = useState<Omit<Loaded<T>, "reload">>({});
  const [round, again] = useState(0);
  useEffect(() => {
    let left = false;
    load().then((data) => { if (!left) set({ data }); }, (thrown: unknown) => { if (!left) set((old) => ({ ...old, problem: problemOf(thrown) })); });
    return () => { left = true; };
  }, [...when, round]);
  return { ...state, reload: () => again(round + 1) };
};

/** A problem in words, with a way on. */
export const ProblemLine = ({ problem, onRetry }: { problem: ProblemBody; onRetry?: () => void }) => (
  <div class="card careful" role="alert"><p>{problem.title}</p>{problem.correlation ? <small>{problem.correlation}</small> : null}{onRetry ? <Button onPress={onRetry}>{t("frame.again")}</Button> : null}</div>
);
export const Loading = () => <p class="hush" role="status">{t("frame.loading")}</p>;
/** Nothing here yet, said with what would fill it. */
export const Empty = ({ children }: { children?: ComponentChild }) => <p class="hush">{children ?? t("frame.empty")}</p>;

/** Draws what was loaded, or says in a sentence that it loads, failed or that the phone is offline. */
export const State = <T,>({ of, children }: { of: Loaded<T>; children: (data: T) => ComponentChild }) => (
  <>
    {of.problem ? <ProblemLine problem={of.problem} onRetry={of.reload} /> : null}
    {of.data !== undefined ? children(of.data) : of.problem ? null : <Loading />}
  </>
);
