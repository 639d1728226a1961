import { useRef, useState } from "preact/hooks";
import type { BoardLine } from "../../../shared/alerts/roll-call/contract.ts";
import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Table, Tiles } from "../../core/parts/board.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { Loading, ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { statusMark } from "../../core/warning/status-mark.ts";
import { pick, t } from "../../core/words.ts";
import { AsOf } from "./as-of.tsx";
import { CountyActs } from "./county-acts.tsx";
import { useEvery } from "./every.ts";
import { Times } from "./times.tsx";
import type { Seconds } from "./times.tsx";
import { Unplaced } from "./unplaced.tsx";

const EVERY = 3;
/** Times cost the server a look at every household: once in this many turns. */
const TIMES_EACH = 10;

/** All pages of the board up to the one the reader asked for. */
const boardOf = async (warning: string, pages: number, times: boolean) => {
  let board = await call("alerts/roll-call", "board", { params: { warning }, query: times ? { times: "1" } : {} });
  for (let page = 1; page < pages && board.next; page++) {
    const more = await call("alerts/roll-call", "board", { params: { warning }, query: { cursor: board.next } });
    board = { ...board, items: [...board.items, ...more.items], next: more.next };
  }
  return board;
};

const Villages = ({ lines, warning }: { lines: readonly BoardLine[]; warning: string }) => (
  <Table caption={t("table")} head={[t("table.village"), t("table.open"), t("table.vulnerable"), t("table.duty")]} rows={lines.map((line) => [
    <><a class="call" href={`/v/${line.village}/alerts/roll-call/${warning}`}>{pick(line.names)}</a>{line.helpUntaken > 0 ? <Badge tone="bad">{t("help.in-village", { n: line.helpUntaken })}</Badge> : null}</>,
    line.open, line.vulnerableOpen, line.onDuty.length > 0 ? line.onDuty.join(t("comma")) : <Badge tone="bad">{t("nobody.duty")}</Badge>,
  ])} />
);

/** The county's board: what is worst on top, anew every three seconds. */
export const CountyBoard = ({ warning: id }: { warning: string }) => {
  const [pages, setPages] = useState(1);
  const seconds = useRef<Seconds>({ half: null, ninety: null, all: null });
  const live = useEvery(EVERY, async (nth) => {
    const board = await boardOf(id, pages, nth % TIMES_EACH === 0);
    if (nth % TIMES_EACH === 0) seconds.current = board.secondsTo;
    return board;
  }, [id, pages]);
  const warning = useLoad(() => call("alerts/warnings", "one", { params: { id } }), [id]);
  const board = live.data;
  const headline = warning.data ? pick({ zh: warning.data.texts.zh.headline, en: warning.data.texts.en.headline }) : "";
  const mark = warning.data ? statusMark(warning.data.status) : undefined;
  const nobody = board?.items.filter(({ onDuty }) => onDuty.length === 0).length ?? 0;
  return (
    <>
      <h1>{headline || t("county.title")} {mark ? <Badge tone="careful">{mark}</Badge> : null}{warning.data?.paused ? <Badge tone="careful">{t("paused")}</Badge> : null}</h1>
      {live.problem && !board ? <ProblemLine problem={live.problem} onRetry={live.reload} /> : null}
      {!board ? live.problem ? null : <Loading /> : <>
        <p class="unseen" aria-live="polite">{t("help.count", { n: board.totals.helpUntaken })}</p>
        <Tiles tiles={[
          { figure: board.totals.helpUntaken, label: t("tile.help"), ...(board.totals.helpUntaken > 0 ? { tone: "bad" as const } : {}) },
          { figure: board.totals.vulnerableOpen, label: t("tile.vulnerable"), ...(board.totals.vulnerableOpen > 0 ? { tone: "careful" as const } : {}) },
          { figure: board.totals.open, label: t("tile.open", { of: board.totals.households }), ...(board.totals.open === 0 ? { tone: "good" as const } : {}) },
          { figure: board.next ? `${nobody}+` : nobody, label: t("tile.nobody"), ...(nobody > 0 ? { tone: "bad" as const } : {}) },
          { figure: board.totals.told, label: t("tile.told") },
        ]} />
        <AsOf live={live} every={EVERY} />
        <div class="wide sides">
          <div class="section"><Unplaced warning={id} count={board.unplaced} villages={board.items} onPlaced={live.reload} /><Villages lines={board.items} warning={id} />{board.next ? <Button onPress={() => setPages(pages + 1)}>{t("more.villages")}</Button> : null}</div>
          <div class="section"><Times seconds={seconds.current} />
            <LinkButton href={at("alerts/warnings", id)}>{t("open-warning")}</LinkButton>
            <CountyActs warning={id} {...(warning.data ? { shown: warning.data } : {})} onChange={warning.reload} /></div>
        </div>
      </>}
    </>
  );
};
