import { useEffect, useState } from "preact/hooks";
import type { VillagePart } from "../../../shared/alerts/warnings/warning.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Card } from "../../core/parts/card.tsx";
import { money } from "../../core/parts/money.ts";
import { ProblemLine } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";

export type Cost = Answer<"alerts/sending", "cost">;
const PAUSE = 500;

/** What sending would take, asked again half a second after the last change. */
export const useCost = (parts: readonly VillagePart[], zh: string, en: string): { cost?: Cost; problem?: ProblemBody } => {
  const [state, set] = useState<{ cost?: Cost; problem?: ProblemBody }>({});
  const asked = JSON.stringify([parts, zh, en]);
  useEffect(() => {
    if (parts.length === 0 || !zh.trim() || !en.trim()) { set({}); return undefined; }
    let left = false;
    const timer = setTimeout(() => {
      call("alerts/sending", "cost", { body: { parts: [...parts], sms: { zh, en } } }).then((cost) => { if (!left) set({ cost }); }, (thrown: unknown) => { if (!left) set({ problem: problemOf(thrown) }); });
    }, PAUSE);
    return () => { left = true; clearTimeout(timer); };
  }, [asked]);
  return state;
};

const reachWords = (cost: Cost): string => t("cost.reach", { villages: cost.villages, households: cost.households, people: cost.people, vulnerable: cost.vulnerable });
/** How many households are meant, as soon as an area is chosen. */
export const Reach = ({ parts }: { parts: readonly VillagePart[] }) => {
  const { cost, problem } = useCost(parts, "1", "1");
  return <div role="status">{parts.length === 0 ? <p class="hush">{t("parts.none")}</p> : cost ? <Card><p><b>{reachWords(cost)}</b></p>{cost.withoutPhone > 0 ? <p>{t("cost.withoutPhone", { n: cost.withoutPhone })}</p> : null}</Card> : problem ? <ProblemLine problem={problem} /> : null}</div>;
};

const timeWords = (seconds: number): string => (seconds < 60 ? t("cost.seconds", { n: Math.max(1, seconds) }) : t("cost.minutes", { n: Math.ceil(seconds / 60) }));
/** How many, how long, how much: said before sending. */
export const CostCard = ({ cost, problem }: { cost?: Cost; problem?: ProblemBody }) => (
  <div role="status">
    {problem ? <ProblemLine problem={problem} /> : null}
    {cost ? (
      <Card title={t("cost")}>
        <p>{reachWords(cost)}</p>
        {cost.withoutPhone > 0 ? <p>{t("cost.withoutPhone", { n: cost.withoutPhone })}</p> : null}
        <p>{t("cost.length", { units: cost.units, parts: cost.partsEach })}{cost.shorterBy > 0 ? <b> {t("cost.shorter", { n: cost.shorterBy })}</b> : null}</p>
        <p>{t("cost.time", { parts: cost.parts, rate: cost.partsPerSecond })} <b>{timeWords(cost.seconds)}</b> · <b>{t("cost.price", { price: money(cost.price) })}</b></p>
      </Card>
    ) : null}
  </div>
);
