import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dateDay, day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { useAct } from "../../core/parts/act.tsx";
import { FEATURE, houseWords, isCadre, whyWords } from "./care.ts";
import type { Buddy, Helping, Mine, Own } from "./care.ts";

const consent = (given: boolean) => () => call(FEATURE, "consent", { body: { given } });
const end = (id: string) => () => call(FEATURE, "end", { params: { id }, body: {} });

const OwnBuddy = ({ buddy, onDone }: { buddy: Buddy; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const { name } = buddy;
  return (
    <div class="card">
      <p>{t(buddy.state === "asked" ? "own.asked" : buddy.near ? "own.near" : "own.far", { name })}</p>
      {said}
      <Confirm kind="plain" label={t("own.other")} question={t("own.other.ask", { name })} onYes={act(end(buddy.id))} />
    </div>
  );
};

const Consent = ({ own, onDone }: { own: Own; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const given = own.consent?.given;
  return (
    <>
      {said}
      {given ? <p class="calm good">{t("own.given", { date: day(own.consent!.at) })}</p> : <Card tone="careful"><p>{t("own.explain")}</p>{own.consent ? <small>{t("own.refused", { date: day(own.consent.at) })}</small> : null}</Card>}
      {!own.mayConsent ? (given ? null : <p class="hush">{t("own.not-you")}</p>)
        : given ? <Confirm kind="plain" label={t("own.back")} question={t("own.back.ask")} onYes={act(consent(false))} />
          : <div class="row"><Button kind="primary" icon="done" onPress={act(consent(true))}>{t("own.yes")}</Button>{own.consent ? null : <Button onPress={act(consent(false))}>{t("own.no")}</Button>}</div>}
    </>
  );
};

const OwnHouse = ({ own, onDone }: { own: Own; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const nobody = own.consent?.given && !own.buddies.some((each) => each.state === "accepted" && each.near);
  return (
    <Section title={t("own")}>
      <p class="card">{t("own.why", { why: whyWords(own.reasons) })}</p>
      <Consent own={own} onDone={onDone} />
      {nobody ? <p class="card careful" role="status">{t("own.nobody")}</p> : null}
      {own.buddies.map((buddy) => <OwnBuddy key={buddy.id} buddy={buddy} onDone={onDone} />)}
      {said}
      {own.checkDue ? <Card><p>{t("check.due")}</p><Button onPress={act(() => call(FEATURE, "checkedMine", {}))}>{t("check.yes")}</Button></Card> : null}
    </Section>
  );
};

const HelpingCard = ({ each, onDone }: { each: Helping; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const params = { id: each.id };
  return (
    <article class={`card ${each.state === "asked" ? "careful" : ""}`}>
      <h3>{each.head ? t("helping.house", { house: houseWords(each), head: each.head }) : houseWords(each)}</h3>
      <p>{t(`helping.${each.state}`)}</p>
      {each.reasons.length > 0 ? <p><b>{whyWords(each.reasons)}</b></p> : null}
      {said}
      {each.state === "asked"
        ? <div class="row"><Button kind="primary" icon="heart" onPress={act(() => call(FEATURE, "accept", { params, body: {} }))}>{t("step.accept")}</Button><Button onPress={act(() => call(FEATURE, "decline", { params }))}>{t("step.decline")}</Button></div>
        : <Confirm kind="plain" label={t("helping.end")} question={t("helping.end.ask")} onYes={act(end(each.id))} />}
    </article>
  );
};

const AwayForm = ({ onDone }: { onDone: () => void }) => {
  const form = useForm(FEATURE, "away", { start: { until: "" }, send: async ({ until }) => { await call(FEATURE, "away", { body: { until: until || null } }); onDone(); } });
  return <Form form={form} submit={t("away.save")}><Field form={form} name="until" kind="date" label={t("away.until")} hint={t("away.hint")} /></Form>;
};
const AwayPart = ({ away, onDone }: { away: Mine["away"]; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  return (
    <Section title={t("away")}>
      {said}
      {away ? <Card><p>{t("away.said", { date: dateDay(away.until) })}</p><Button onPress={act(() => call(FEATURE, "away", { body: { until: null } }))}>{t("away.back")}</Button></Card> : <AwayForm onDone={onDone} />}
    </Section>
  );
};

/** Who comes for us, whom I come for, and when I am away. */
export const MinePage = () => {
  const mine = useLoad(() => call(FEATURE, "mine", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      {isCadre() ? <LinkButton href={at(FEATURE, "all")} icon="checklist">{t("desk")}</LinkButton> : null}
      <State of={mine}>{({ own, helping, away }) => (
        <>
          {own ? <OwnHouse own={own} onDone={mine.reload} /> : null}
          <Section title={t("helping")}>
            {helping.length === 0 ? <p class="hush">{t("helping.none")}</p> : helping.map((each) => <HelpingCard key={each.id} each={each} onDone={mine.reload} />)}
          </Section>
          <AwayPart away={away} onDone={mine.reload} />
        </>
      )}</State>
    </>
  );
};
