import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { ReportLink } from "../../core/parts/report-link.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { dateDay, when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { Acts } from "./acts.tsx";
import { departmentName } from "./departments.ts";
import { FEATURE, whatOf, whereOf } from "./snap.ts";
import type { Snap } from "./snap.ts";

const Whole = ({ snap, reload }: { snap: Snap; reload: () => void }) => {
  const [problem, say] = useState<ProblemBody | undefined>();
  const { state, promised, department, fixed, reason, joinedTo } = snap;
  return (
    <>
      <article class="card">
        <p><b>{snap.name || t("somebody")}</b> <small>{when(snap.at)}</small> <Badge tone={state === "confirmed" ? "good" : "careful"}>{t(`state.${state}`)}</Badge></p>
        {snap.words ? <p class="said">{snap.words}</p> : null}
        {whereOf(snap) ? <p>{whereOf(snap)}</p> : null}
        <MediaStrip media={snap.media} audience="public" />
        {promised && state === "in-hand" ? <p><b>{t("promised", { day: dateDay(promised) })}</b></p> : null}
        {department && state === "passed" ? <><p><b>{t("passed.to", { to: departmentName(department) })}</b></p>{snap.departmentHeld ? null : <p class="hush">{t("passed.unheld")}</p>}</> : null}
        {reason && state !== "passed" ? <p class="hush">{t("because", { reason })}</p> : null}
        {joinedTo ? <LinkButton href={at(FEATURE, joinedTo)}>{t("joined.see")}</LinkButton> : null}
        <p><small>{t("followers", { n: snap.followers })}</small></p>
        <div class="row"><ReadAloud text={`${whatOf(snap)} ${whereOf(snap)}`} label={t("listen")} /><Button icon="print" onPress={printPage}>{t("print")}</Button><ReportLink path={at(FEATURE, snap.id)} label={t("report")} /></div>
      </article>
      {fixed ? <Section title={t("after")}><div class="card good">{fixed.words ? <p>{fixed.words}</p> : null}<MediaStrip media={fixed.media} audience="public" /><small>{when(fixed.at)}</small></div></Section> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      <Acts key={snap.version} snap={snap} onDone={reload} onProblem={(thrown) => say(problemOf(thrown))} />
    </>
  );
};

/** One report: what, where, what became of it, and what the reader can do. */
export const One = ({ id }: { id: string }) => {
  const snap = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  return (
    <>
      <h1>{snap.data ? whatOf(snap.data).slice(0, 40) : t("title")}</h1>
      <State of={snap}>{(found) => <Whole snap={found} reload={snap.reload} />}</State>
      <Talk thing={id} />
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
