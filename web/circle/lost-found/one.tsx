import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { useAct } from "../../core/parts/act.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { reportOf } from "../../core/parts/report-link.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { FEATURE, isCadre, isUp, type Lost } from "./lost.ts";
import { EndForm } from "./end-form.tsx";
import { Saw } from "./saw.tsx";

/** What is looked for, as it also hangs on the wall. */
const Notice = ({ lost }: { lost: Lost }) => (
  <article class="card">
    <h1>{lost.what || t(`kind.${lost.kind}`)}</h1>
    <p><Badge tone={lost.state === "found" ? "good" : "careful"}>{t(`state.${lost.state}`)}</Badge>{lost.kind === "person" && lost.state !== "held" ? <> <Badge {...(lost.confirmed ? { tone: "good" as const } : {})}>{t(lost.confirmed ? "confirmed" : "not-confirmed")}</Badge></> : null}</p>
    {lost.words ? <p>{lost.words}</p> : null}
    {lost.lastPlace ? <p><b>{t("last", { place: lost.lastPlace })}</b></p> : null}
    <MediaStrip media={lost.media} />
    <small>{[t("by", { name: lost.by }), when(lost.at)].join(" · ")}</small>
    {lost.state === "held" ? <p role="note">{t("held.note", { phone: boot.policePhone })}</p> : null}
    {lost.reason ? <p>{t("reason.shown", { reason: lost.reason })}</p> : null}
  </article>
);
const Sightings = ({ lost }: { lost: Lost }) => (
  <Section title={t("sightings")}>
    {lost.sightingsHidden ? <p class="hush">{t("sightings.hidden", { n: lost.seen })}</p> : null}
    {lost.sightings.length === 0 && !lost.sightingsHidden ? <Empty>{t("sightings.none")}</Empty> : null}
    <ul class="list">{[...lost.sightings].sort((one, other) => (one.at < other.at ? 1 : -1)).map((each) => <li key={each.id} class="card"><b>{each.place}</b> <small>{[each.name, when(each.at)].join(" · ")}</small>{each.words ? <p>{each.words}</p> : null}<MediaStrip media={each.media} /></li>)}</ul>
  </Section>
);

/** Somebody or something that is missing; where it was seen; what an office does with it. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  const { act, said } = useAct(found.reload);
  const params = { id };
  return (
    <State of={found}>{(lost) => (
      <>
        <Notice lost={lost} />
        {said}
        {lost.state === "held" && isCadre() ? <Button kind="primary" onPress={act(() => call(FEATURE, "release", { params, body: {} }))}>{t("step.release")}</Button> : null}
        {lost.state === "held" && isCadre() ? <EndForm id={id} move="refuse" onDone={found.reload} /> : null}
        {isUp(lost) && lost.kind === "person" && !lost.confirmed && isCadre() ? <Button kind={lost.mine ? "plain" : "primary"} icon="done" onPress={act(() => call(FEATURE, "confirm", { params, body: {} }))}>{t("step.confirm")}</Button> : null}
        {lost.state === "held" || lost.state === "refused" ? null : <Sightings lost={lost} />}
        {isUp(lost) ? <Saw lost={lost} onDone={found.reload} /> : null}
        {isUp(lost) && (lost.mine || isCadre()) ? <><Confirm label={t("step.found")} question={t("step.found")} kind={lost.mine ? "primary" : "plain"} onYes={act(() => call(FEATURE, "found", { params, body: {} }))} /><EndForm id={id} move="close" onDone={found.reload} /></> : null}
        {isUp(lost) && lost.kind !== "person" ? <Talk thing={id} /> : null}
        <div class="row"><Button icon="print" onPress={printPage}>{t("print")}</Button><LinkButton href={reportOf(at(FEATURE, id))}>{t("report.wrong")}</LinkButton></div>
        <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
      </>
    )}</State>
  );
};
