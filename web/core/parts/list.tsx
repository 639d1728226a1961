import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { problemOf } from "../client/refused.ts";
import { t } from "../words.ts";
import { Button } from "./button.tsx";
import { Empty, Loading, ProblemLine, useLoad } from "./state.tsx";
import type { ProblemBody } from "../../../shared/contract/problem.ts";

interface PageOf<T> { readonly items: readonly T[]; readonly next: string | null }
interface Props<T> {
  /** Fetches one page: without a cursor the first. */
  readonly load: (cursor?: string) => Promise<PageOf<T>>;
  readonly item: (item: T) => ComponentChild;
  readonly empty?: string;
  readonly when?: readonly unknown[];
}

/** A list that grows by "more", newest first. */
export const List = <T,>({ load, item, empty, when = [] }: Props<T>) => {
  const first = useLoad(() => load(), when);
  const [rest, setRest] = useState<{ of: unknown; pages: PageOf<T>[] }>({ of: null, pages: [] });
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const pages = first.data ? [first.data, ...(rest.of === first.data ? rest.pages : [])] : [];
  const next = pages.at(-1)?.next;
  const more = async (): Promise<void> => {
    try {
      const page = await load(next ?? undefined);
      setRest({ of: first.data, pages: [...pages.slice(1), page] });
      setProblem(undefined);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  };
  const items = pages.flatMap((page) => page.items);
  return (
    <>
      {first.problem ? <ProblemLine problem={first.problem} onRetry={first.reload} /> : null}
      {!first.data && !first.problem ? <Loading /> : null}
      {first.data && items.length === 0 ? <Empty>{empty}</Empty> : null}
      {items.length > 0 ? <ul class="list">{items.map((each) => <li>{item(each)}</li>)}</ul> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {next ? <Button onPress={more}>{t("list.more")}</Button> : null}
    </>
  );
};
