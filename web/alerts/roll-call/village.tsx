import { useEffect, useRef, useState } from "preact/hooks";
import type { RollLine } from "../../../shared/alerts/roll-call/contract.ts";
import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Tiles } from "../../core/parts/board.tsx";
import { Badge, Line } from "../../core/parts/card.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { Empty, Loading, ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { useTaken } from "../../core/offline/use-kept.ts";
import { at } from "../../core/router.ts";
import { statusMark } from "../../core/warning/status-mark.ts";
import { pick, t } from "../../core/words.ts";
import { keptFor, tick, tickSays, useTicks } from "./acts.ts";
import type { Is } from "./acts.ts";
import { AsOf } from "./as-of.tsx";
import { useEvery } from "./every.ts";
import { House } from "./house.tsx";
import { rollOf, steady } from "./roll.ts";
import type { Show } from "./roll.ts";

const EVERY = 5;
const MOST_AT_ONCE = 20;

/** The village's board: help nobody has taken, then vulnerable, then silent longest; ticked house by house, with or without a network. */
export const VillageBoard = ({ warning }: { warning: string }) => {
  const [show, setShow] = useState<Show>("open");
  const [pages, setPages] = useState(1);
  const [picked, choose] = useState<readonly string[]>([]);
  const [done, setDone] = useState<Readonly<Record<string, { readonly what: string; readonly key: string; readonly line: RollLine; readonly at: string }>>>({});
  const order = useRef<readonly string[]>([]);
  const live = useEvery(EVERY, () => rollOf(warning, show, pages), [warning, show, pages]);
  const which = useLoad(() => call("alerts/warnings", "shown", { params: { id: warning } }), [warning]);
  const acts = useTicks(warning);
  const taken = useTaken(Object.values(done).map(({ key }) => key));
  useEffect(() => { if (taken?.size) live.reload(); }, [taken?.size]);
  const board = live.data;
  const there = board?.items ?? [];
  const gone = Object.values(done).map(({ line }) => line).filter(({ household }) => !there.some((each) => each.household === household));
  const lines = steady(order.current, [...there, ...gone]);
  useEffect(() => { order.current = lines.map(({ household }) => household); });
  const noted = (line: RollLine, what?: string, key = ""): void => setDone((all) => {
    const { [line.household]: _old, ...others } = all;
    return what === undefined ? others : { ...others, [line.household]: { what, key, line, at: new Date().toISOString() } };
  });
  /** A house that has called for help since it was ticked is open again, whatever was ticked. */
  const doneFor = (line: RollLine): { what: string; taken: boolean } | undefined => { const last = done[line.household]; return last && !(line.state === "needs-help" && line.since > last.at) ? { what: last.what, taken: taken?.has(last.key) ?? false } : undefined; };
  const tickPicked = async (is: Is): Promise<void> => {
    const chosen = lines.filter(({ household }) => picked.includes(household));
    const key = await tick(warning, t("some.houses", { n: chosen.length }), { households: chosen.map(({ household }) => household), is, channel: "helper" });
    for (const line of chosen) noted(line, tickSays({ is }), key);
    choose([]);
  };
  const change = (next: Show): void => { order.current = []; setDone({}); choose([]); setPages(1); setShow(next); };
  const { totals } = board ?? {};
  return (
    <>
      <h1>{t("title")}</h1>
      {which.data ? <p><b>{pick({ zh: which.data.texts.zh.headline, en: which.data.texts.en.headline })}</b> {statusMark(which.data.status) ? <Badge tone="careful">{statusMark(which.data.status)}</Badge> : null}</p> : null}
      {live.problem && !board ? <ProblemLine problem={live.problem} onRetry={live.reload} /> : null}
      {totals ? <>
        <p class="unseen" aria-live="polite">{t("help.count", { n: totals.helpUntaken })}</p>
        <Tiles tiles={[
          { figure: totals.helpUntaken, label: t("tile.help"), ...(totals.helpUntaken > 0 ? { tone: "bad" as const } : {}) },
          { figure: totals.vulnerableOpen, label: t("tile.vulnerable"), ...(totals.vulnerableOpen > 0 ? { tone: "careful" as const } : {}) },
          { figure: totals.open, label: t("tile.open", { of: totals.households }), ...(totals.open === 0 ? { tone: "good" as const } : {}) },
        ]} />
        <AsOf live={live} every={EVERY} />
      </> : null}
      <Picker label={t("show")} value={show} onPick={(next) => change(next as Show)} choices={(["open", "help", "vulnerable", "all"] as const).map((each) => ({ value: each, label: t(`show.${each}`) }))} />
      {!board ? live.problem ? null : <Loading /> : lines.length === 0 ? <Empty>{t(`empty.${show}`)}</Empty> : null}
      <div class="houses wide">{lines.map((line) => (
        <House key={line.household} warning={warning} line={line} kept={keptFor(acts, line.household)} done={doneFor(line)}
          picked={picked.includes(line.household)} onPick={(on) => choose(on ? [...picked, line.household].slice(0, MOST_AT_ONCE) : picked.filter((each) => each !== line.household))}
          onTicked={(what, key) => noted(line, what, key)} onChange={live.reload} />
      ))}</div>
      {board?.next ? <Button onPress={() => setPages(pages + 1)}>{t("list.more")}</Button> : null}
      {picked.length > 0 ? (
        <div class="card picked" role="group" aria-label={t("picked", { n: picked.length })}>
          <p>{t("picked", { n: picked.length })}{picked.length === MOST_AT_ONCE ? ` · ${t("picked.most")}` : ""}</p>
          <div class="row"><Button kind="primary" onPress={() => tickPicked("moved")}>{t("picked.moved")}</Button><Button onPress={() => tickPicked("safe")}>{t("picked.safe")}</Button><Button onPress={() => choose([])}>{t("picked.none")}</Button></div>
        </div>
      ) : null}
      <div class="sheet"><Line href={at("alerts/sending", warning)} icon="megaphone">{t("tools.sending")}</Line></div>
      <LinkButton kind="primary" icon="print" href={at("alerts/door-sheets", warning)}>{t("tools.sheets")}</LinkButton>
    </>
  );
};
