import { useState } from "preact/hooks";
import type { RollLine } from "../../../shared/alerts/roll-call/contract.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { queue } from "../../core/offline/queue.ts";
import { KeptBadge } from "../../core/offline/kept-list.tsx";
import { Button } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { has, t } from "../../core/words.ts";
import { tick, tickSays } from "./acts.ts";
import type { keptFor, TickBody } from "./acts.ts";
import { Conflict } from "./conflict.tsx";
import { MoreTicks } from "./more-ticks.tsx";
import { Numbers } from "./numbers.tsx";

/** A code's words; a code nobody put into words stands for itself. */
const named = (code: string): string => has(`vulnerable.${code}`) ? t(`vulnerable.${code}`) : code;
const toneOf = (line: RollLine): "bad" | "careful" | "good" | undefined =>
  line.state === "needs-help" ? "bad" : line.open ? (line.vulnerable.length > 0 || line.state === "helper-coming" ? "careful" : undefined) : "good";

/** What is known of a house, in words, gravest first. */
const Facts = ({ line }: { line: RollLine }) => (
  <>
    {line.vulnerable.length > 0 ? <p><b>{t("house.first", { who: line.vulnerable.map(named).join(t("comma")) })}</b></p> : null}
    {line.buddies?.length ? <p>{t("house.buddies", { names: line.buddies.join(t("comma")) })}</p> : null}
    {line.words ? <p>“{line.words}”</p> : null}
    <p class="meta">{[
      t("house.sleepers", { group: line.group, n: line.sleepers }), line.helpSince && line.open ? t("house.help-since", { at: when(line.helpSince) }) : t("house.since", { at: when(line.since) }),
      line.taker ? t("house.taker", { name: line.taker }) : line.by && line.state !== "not-reached" ? t("house.by", { name: line.by }) : "",
      line.state === "partly-moved" ? t("house.moved", { n: line.moved }) : "", line.witness ? t("house.witness", { name: line.witness }) : "", t(`told.${line.told}`),
    ].filter(Boolean).join(" · ")}</p>
  </>
);

export interface HouseProps {
  readonly warning: string; readonly line: RollLine; readonly kept: ReturnType<typeof keptFor>;
  /** What was ticked here, and whether the server has it. */
  readonly done: { readonly what: string; readonly taken: boolean } | undefined;
  readonly picked: boolean; readonly onPick: (on: boolean) => void;
  readonly onTicked: (what?: string, key?: string) => void; readonly onChange: () => void;
}

/** One house of the board: what is known, and one tap for what was seen there. */
export const House = ({ warning, line, kept, done, picked, onPick, onTicked, onChange }: HouseProps) => {
  const [more, setMore] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const title = t("house.name", { no: line.no, head: line.head });
  const show = (thrown: unknown): void => { const found = problemOf(thrown); setProblem(found.type === "offline" ? { ...found, title: t("offline.take") } : found); onChange(); };
  const set = async (body: Omit<TickBody, "households">): Promise<void> => {
    const key = await tick(warning, title, { ...body, households: [line.household] });
    setMore(false);
    setProblem(undefined);
    onTicked(tickSays(body), key);
  };
  const take = (): Promise<void> => call("alerts/roll-call", "take", { params: { warning, household: line.household }, body: {} }).then(onChange, show);
  if (kept || done) {
    const waits = kept !== undefined || !done?.taken;
    const refused = kept?.act.state === "refused";
    return (
      <article class={`card ${refused ? "bad" : waits ? "careful" : "good"}`}>
        <h3>{title}</h3>
        <p role="status">{waits ? <>{t(refused ? "refused" : "waiting", { what: kept ? tickSays(kept.body) : done?.what ?? "" })} {kept ? <KeptBadge act={kept.act} /> : <Badge tone="careful">{t("kept.on-this-phone")}</Badge>}</> : t("done", { what: done?.what ?? "" })}</p>
        {kept?.act.problem ? <p class="wrong">{kept.act.problem.title}</p> : null}
        {refused ? <Button onPress={async () => { await queue.takeBack(kept.act.key); dispatchEvent(new Event("wecountry-outbox")); onTicked(); }}>{t("retry")}</Button>
          : waits ? null : <Button onPress={() => onTicked()}>{t("done.change")}</Button>}
      </article>
    );
  }
  return (
    <article class={`card ${toneOf(line) ?? ""}`}>
      <h3>{title} <Badge {...(line.state === "needs-help" ? { tone: "bad" as const } : line.open ? {} : { tone: "good" as const })}>{t(`state.${line.state}`)}</Badge></h3>
      <Facts line={line} />
      <Conflict warning={warning} line={line} onDone={onChange} onProblem={show} />
      {problem ? <ProblemLine problem={problem} /> : null}
      {line.state === "needs-help" ? <Button kind="danger" icon="go" onPress={take}>{t("take")}</Button> : null}
      <div class="row">
        <Button onPress={() => set({ is: "moved", channel: "helper", people: line.sleepers })}>{t("tick.moved", { n: line.sleepers })}</Button>
        <Button onPress={() => set({ is: "safe", channel: "helper" })}>{t("tick.safe")}</Button>
        <Button onPress={() => setMore(!more)}>{t(more ? "tick.fewer" : "tick.more")}</Button>
      </div>
      {more ? <><MoreTicks line={line} onTick={set} /><Numbers warning={warning} household={line.household} onProblem={show} /></> : null}
      <label class="pick"><input type="checkbox" checked={picked} aria-label={`${t("pick")} ${title}`} onChange={(event) => onPick(event.currentTarget.checked)} /><span>{t("pick")}</span></label>
    </article>
  );
};
