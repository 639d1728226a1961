import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { reportOf } from "../../core/parts/report-link.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";

const FEATURE = "circle/mutual-help";
type Ask = Answer<"circle/mutual-help", "one">;
interface Shown { readonly ask: Ask; readonly reload: () => void }

const OfferForm = ({ ask, reload }: Shown) => {
  const form = useForm(FEATURE, "offer", {
    start: { words: "" }, draft: ask.id,
    send: async ({ words }) => {
      const voice = form.taken.find(({ kind }) => kind === "voice")?.id;
      await sendNow(FEATURE, "offer", { params: { id: ask.id }, body: { ...(words ? { words } : {}), ...(voice ? { voice } : {}) } }, { title: ask.what || t("title"), media: form.taken });
      reload();
    },
  });
  return <Form form={form} submit={t("offer.send")}><Field form={form} name="words" kind="long" label={t("offer.words")} /><VoiceField value={form.taken} onChange={form.take} /></Form>;
};
const DoneForm = ({ ask, reload }: Shown) => {
  const form = useForm(FEATURE, "done", { start: { hours: "" as unknown }, draft: ask.id, send: async ({ hours }) => { await call(FEATURE, "done", { params: { id: ask.id }, body: typeof hours === "number" ? { hours } : {} }); reload(); } });
  return <Form form={form} submit={t("step.done")}><Field form={form} name="hours" kind="number" label={t("hours")} /></Form>;
};
const ThankForm = ({ ask, reload }: Shown) => {
  const form = useForm(FEATURE, "thank", { start: { words: "" }, draft: ask.id, send: async (body) => { await call(FEATURE, "thank", { params: { id: ask.id }, body }); reload(); } });
  return <Form form={form} submit={t("step.thank")}><Field form={form} name="words" label={t("thanks")} /></Form>;
};

const Offers = ({ ask, reload }: Shown) => {
  const { act, said } = useAct(reload);
  return (
    <Section title={t("offers")}>
      {ask.offers.length === 0 ? <Empty>{t("offers.none")}</Empty> : null}
      <ul class="list">{ask.offers.map((offer) => (
        <li class="card" key={offer.id}><b>{offer.name}</b> <small>{when(offer.at)}</small> {offer.accepted ? <Badge tone="good">{t("accepted")}</Badge> : null}
          {offer.words ? <p>{offer.words}</p> : null}<MediaStrip media={offer.media} />
          {ask.mine && ask.state === "offered" ? <Button kind="primary" onPress={act(() => call(FEATURE, "accept", { params: { id: ask.id }, body: { offer: offer.id } }))}>{t("step.accept")}</Button> : null}</li>
      ))}</ul>
      {said}
    </Section>
  );
};
/** What the two who agreed, and neighbours before them, can do now. */
const Steps = ({ ask, reload }: Shown) => {
  const [offering, offer] = useState(false);
  const { act, said } = useAct(reload);
  const params = { id: ask.id };
  const helper = ask.offers.some((each) => each.mine && each.accepted);
  const waits = ask.state === "asked" || ask.state === "offered";
  return (
    <>
      {said}
      {ask.state === "agreed" && (ask.mine || helper) ? <><DoneForm ask={ask} reload={reload} /><Confirm label={t("step.give-up")} question={t("step.give-up")} onYes={act(() => call(FEATURE, "give-up", { params, body: {} }))} /></> : null}
      {ask.state === "done" && ask.mine ? <ThankForm ask={ask} reload={reload} /> : null}
      {waits && ask.mine ? <Confirm label={t("step.withdraw")} question={t("step.withdraw")} onYes={act(() => call(FEATURE, "withdraw", { params, body: {} }))} /> : null}
      {waits && !ask.mine && !ask.offers.some((each) => each.mine) ? (offering ? <OfferForm ask={ask} reload={reload} /> : <Button kind="primary" icon="help" onPress={() => offer(true)}>{t("step.offer")}</Button>) : null}
    </>
  );
};

/** One neighbour's ask, with who can help; the house stands here for the one who was accepted. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  return (
    <State of={found}>{(ask) => (
      <>
        <article class="card">
          <h1>{ask.what || t("title")}</h1>
          <p><Badge>{t(`state.${ask.state}`)}</Badge> {t(`when.${ask.when}`)}{ask.hours === null ? null : <> · {t("hours.n", { n: ask.hours })}</>}</p>
          {ask.words ? <p>{ask.words}</p> : null}
          <MediaStrip media={ask.media} />
          <small>{[ask.by, when(ask.at)].join(" · ")}</small>
          {ask.address ? <p><b>{t("house", { address: ask.address })}</b></p> : ask.state === "offered" && ask.offers.some((each) => each.mine) ? <p><small>{t("house.hidden")}</small></p> : null}
          {ask.thanks ? <p role="note">{t("thanked", { words: ask.thanks })}</p> : null}
        </article>
        <Offers ask={ask} reload={found.reload} />
        <Steps ask={ask} reload={found.reload} />
        <Talk thing={id} />
        <div class="row"><LinkButton href={at(FEATURE)}>{t("all")}</LinkButton><LinkButton href={reportOf(at(FEATURE, id))}>{t("report.wrong")}</LinkButton></div>
      </>
    )}</State>
  );
};
