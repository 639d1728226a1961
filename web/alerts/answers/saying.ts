import { useEffect, useRef, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { newKey } from "../../core/client/ask.ts";
import { queue } from "../../core/offline/queue.ts";
import { useKept, useTaken } from "../../core/offline/use-kept.ts";
import type { HouseAnswer } from "../../core/warning/screen.tsx";
import { t } from "../../core/words.ts";

/** How the house is known: by the code of its link, or by who signed in. */
export type Way = { readonly code: string; readonly warning?: undefined } | { readonly warning: string; readonly code?: undefined };
interface Last { readonly answer: HouseAnswer; readonly key: string }
export interface Saying {
  readonly last: HouseAnswer | undefined;
  readonly state: "sending" | "on-this-phone" | "told" | undefined;
  readonly problem: ProblemBody | undefined;
  say(answer: HouseAnswer): Promise<void>;
}

/** The answer as the contract wants it: `people` counts those who left. Without knowing the house nobody is counted. */
const bodyOf = (answer: HouseAnswer, sleepers: number | undefined) => ({
  fact: answer.kind, said: new Date().toISOString(),
  ...(sleepers === undefined ? {} : answer.kind === "left" ? { people: answer.people } : answer.kind === "stayed" ? { people: Math.max(0, sleepers - answer.people) } : {}),
});

/**
 * Says something for a house: kept on the phone first, sent as soon as there is a network, and remembered by this phone, so that whoever
 * opens the link again reads what was said and whether the village has it.
 */
export const useSaying = (way: Way, sleepers: number | undefined, onTold: () => void): Saying => {
  const mark = `draft:answer:${way.code ?? way.warning}`;
  const [last, set] = useState<Last | undefined>(() => JSON.parse(localStorage.getItem(mark) ?? "null") as Last | null ?? undefined);
  const [going, go] = useState<HouseAnswer | undefined>();
  const act = (useKept("alerts/answers") ?? []).find(({ key }) => key === last?.key);
  const taken = useTaken(last ? [last.key] : []);
  const state = going ? "sending" : !last || !taken ? undefined : taken.has(last.key) ? "told" : "on-this-phone";
  const waited = useRef(false);
  useEffect(() => {
    if (waited.current && state === "told") onTold();
    waited.current = state === "sending" || state === "on-this-phone";
  }, [state]);
  const say = async (answer: HouseAnswer): Promise<void> => {
    const key = newKey();
    const [body, extras] = [bodyOf(answer, sleepers), { title: t("kept.answer", { what: t(`fact.${answer.kind}`) }) }];
    go(answer);
    scrollTo(0, 0);
    try {
      await (way.code ? queue.send("alerts/answers", "byLink", { params: { code: way.code }, body, key }, extras) : queue.send("alerts/answers", "mine", { params: { warning: way.warning ?? "" }, body, key }, extras));
      const next = { answer, key };
      set(next);
      try { localStorage.setItem(mark, JSON.stringify(next)); } catch { /* a full phone still says it */ }
    } catch (thrown) { go(undefined); throw thrown; }
    void queue.drain().finally(() => go(undefined));
  };
  return { last: going ?? last?.answer, state, problem: act?.problem, say };
};
