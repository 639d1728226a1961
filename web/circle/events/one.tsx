import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { PaperTwin } from "../../core/paper-twin.tsx";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { reportOf } from "../../core/parts/report-link.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { Afterwards } from "./afterwards.tsx";
import { Guests } from "./guests.tsx";
import { FEATURE, timeOf, type Happening } from "./happening.ts";

const Invitation = ({ each }: { each: Happening }) => (
  <article class="card">
    <h1>{each.title}</h1>
    <p><b>{timeOf(each)}</b> · {each.place} <Badge>{t(each.audience === "branch" ? "audience.branch" : `state.${each.state}`)}</Badge></p>
    {each.words ? <p>{each.words}</p> : null}
    <MediaStrip media={each.media} />
    <small>{t("by", { name: each.by })}</small>
    {each.state === "cancelled" ? <p role="note">{t("cancelled", { reason: each.reason ?? "" })}</p> : null}
  </article>
);
/** Cars, pots, benches: one takes it, everybody sees who. */
const Needs = ({ each, reload }: { each: Happening; reload: () => void }) => {
  const { act, said } = useAct(reload);
  if (each.needs.length === 0) return null;
  const does = (move: "take" | "give-back", id: string) => act(() => call(FEATURE, move, { params: { id: each.id }, body: { id } }));
  return (
    <Section title={t("bring")}>
      <ul class="sheet">{each.needs.map((need) => (
        <li class="line" key={need.id}><span class="grow"><span>{need.what}</span><small>{need.takenBy ? t("bring.by", { name: need.takenBy }) : t("bring.nobody")}</small></span>
          {each.state !== "called" ? null : need.takenBy === null ? <span><Button onPress={does("take", need.id)}>{t("step.take")}</Button></span> : need.mine ? <span><Button onPress={does("give-back", need.id)}>{t("step.give-back")}</Button></span> : null}</li>
      ))}</ul>
      {said}
    </Section>
  );
};
const Cancel = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "cancel", { start: { reason: "" }, draft: id, send: async (body) => { await call(FEATURE, "cancel", { params: { id }, body }); onDone(); } });
  return <details><summary class="line">{t("step.cancel")}</summary><Form form={form} submit={t("step.cancel")} danger><Field form={form} name="reason" label={t("cancel.reason")} /></Form></details>;
};

/** One event: what, who brings what, who comes, and how it was. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  return (
    <State of={found}>{(each) => (
      <>
        <Invitation each={each} />
        <Needs each={each} reload={found.reload} />
        {each.state === "cancelled" ? null : <Guests each={each} reload={found.reload} />}
        {each.state === "held" || each.state === "told" ? <Afterwards each={each} reload={found.reload} /> : null}
        {each.state === "called" && each.mine ? <Cancel id={id} onDone={found.reload} /> : null}
        {each.audience === "village" ? <Talk thing={id} /> : null}
        {each.audience === "village" ? <PaperTwin of={FEATURE} thing={id} /> : null}
        <div class="row"><Button icon="print" onPress={printPage}>{t("print")}</Button><LinkButton href={reportOf(at(FEATURE, id))}>{t("report.wrong")}</LinkButton></div>
        <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
      </>
    )}</State>
  );
};
