import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Card } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { reportOf } from "../../core/parts/report-link.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { CareFields, carriedOf, NOTHING } from "./care-fields.tsx";
import { FEATURE, noteOf, titleOf, type Errand } from "./errand.ts";

interface Shown { readonly errand: Errand; readonly reload: () => void }

/** What a traveller is asked to bring; it becomes an errand of its own, with its own code. */
const Give = ({ errand }: { errand: Errand }) => {
  const form = useForm(FEATURE, "give", {
    start: { ...NOTHING }, draft: errand.id,
    send: async (values) => { await sendNow(FEATURE, "give", { params: { id: errand.id }, body: { media: refsOf(form.taken), ...carriedOf({ ...NOTHING, ...values }) } }, { title: titleOf(errand), media: form.taken }); go(at(FEATURE), true); },
  });
  return (
    <>
      <h2>{t("give.title", { name: errand.by })}</h2>
      <Form form={form} submit={t("step.give")}><Field form={form} name="what" label={t("what")} hint={t("what.hint")} /><VoiceField value={form.taken} onChange={form.take} /><CareFields form={form} /></Form>
    </>
  );
};
const Hand = ({ errand, reload }: Shown) => {
  const form = useForm(FEATURE, "hand", { start: { code: "", to: errand.receiver ?? "" }, draft: errand.id, send: async ({ code, to }) => { await call(FEATURE, "hand", { params: { id: errand.id }, body: { code, ...(to ? { to } : {}) } }); reload(); } });
  return <Form form={form} submit={t("step.hand")}><Field form={form} name="code" kind="code" label={t("code.enter")} />{errand.care === "none" ? null : <Field form={form} name="to" label={t("handed.to")} />}</Form>;
};
/** What each side can do now. */
const Steps = ({ errand, reload }: Shown) => {
  const { act, said } = useAct(reload);
  const params = { id: errand.id };
  const { state, kind, mine, carrying } = errand;
  return (
    <>
      {said}
      {errand.code ? <Card title={t("code")} tone="good"><p class="figure"><b>{errand.code}</b></p></Card> : null}
      {state === "taken" && carrying ? <Hand errand={errand} reload={reload} /> : null}
      {state === "taken" && (carrying || mine) ? <Confirm label={t("step.let-go")} question={t("step.let-go")} onYes={act(() => call(FEATURE, "let-go", { params, body: {} }))} /> : null}
      {(state === "offered" || state === "taken") && mine ? <Confirm label={t("step.withdraw")} question={t("step.withdraw")} onYes={act(() => call(FEATURE, "withdraw", { params, body: {} }))} /> : null}
      {state === "offered" && kind === "trip" && !mine ? <Give errand={errand} /> : null}
      {state === "offered" && kind === "fetch" && !mine ? <Button kind="primary" icon="go" onPress={act(() => call(FEATURE, "take", { params, body: {} }))}>{t("step.take")}</Button> : null}
    </>
  );
};

/** One errand, for both sides until it is in the right hands. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  return (
    <State of={found}>{(errand) => (
      <>
        <article class="card">
          <h1>{titleOf(errand)}</h1>
          <p><Badge>{t(`state.${errand.state}`)}</Badge> {noteOf(errand)}</p>
          {errand.words ? <p>{errand.words}</p> : null}
          <MediaStrip media={errand.media} />
          {errand.sender && errand.receiver ? <p>{t("sender")}: {errand.sender} · {t("receiver")}: {errand.receiver}</p> : null}
          {errand.handed ? <p role="note">{t("handed", { at: when(errand.handed.at), name: errand.handed.to })}</p> : null}
        </article>
        <Steps errand={errand} reload={found.reload} />
        <div class="row"><LinkButton href={at(FEATURE)}>{t("all")}</LinkButton><LinkButton href={reportOf(at(FEATURE, id))}>{t("report.wrong")}</LinkButton></div>
      </>
    )}</State>
  );
};
