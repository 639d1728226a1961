import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Card, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { useAct } from "../../core/parts/act.tsx";
import { AskPart } from "./ask.tsx";
import { FEATURE, houseWords, whyWords } from "./care.ts";
import type { Buddy, Line } from "./care.ts";
import { ConsentForm } from "./consent-form.tsx";

const SaidYes = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "accept", { start: { witness: "" }, draft: id, send: async ({ witness }) => { await call(FEATURE, "accept", { params: { id }, body: { witness } }); onDone(); } });
  return <Form form={form} submit={t("buddies.yes-said")}><Field form={form} name="witness" label={t("buddies.witness")} /></Form>;
};

const BuddyCard = ({ buddy, onDone, onInstead }: { buddy: Buddy; onDone: () => void; onInstead: () => void }) => {
  const { act, said } = useAct(onDone);
  const [asking, ask] = useState(false);
  const { id, name, state, near } = buddy;
  const how = state === "asked" ? "asked" : near ? "near" : "far";
  return (
    <article class={`card ${how === "near" ? "good" : how === "far" ? "bad" : "careful"}`}>
      <h3>{name} <Badge>{t(`buddies.${how}`)}</Badge></h3>
      {said}
      <div class="row">
        {state === "asked" ? <Button onPress={() => ask(!asking)}>{t("buddies.yes-said")}</Button> : <Button onPress={onInstead}>{t("buddies.instead")}</Button>}
        {state === "asked" ? <Button onPress={act(() => call(FEATURE, "decline", { params: { id } }))}>{t("step.decline")}</Button>
          : <Confirm kind="plain" label={t("buddies.end")} question={t("buddies.end.ask", { name })} onYes={act(() => call(FEATURE, "end", { params: { id }, body: {} }))} />}
      </div>
      {asking && state === "asked" ? <SaidYes id={id} onDone={onDone} /> : null}
    </article>
  );
};

const ConsentPart = ({ care, onDone }: { care: Line; onDone: () => void }) => {
  const [again, open] = useState(false);
  const { consent } = care;
  const done = (): void => { open(false); onDone(); };
  return (
    <Section title={t("consent")}>
      {consent ? <p class="card">{t("consent.said", { by: t(`consent.by.${consent.by}`), given: t(`consent.given.${consent.given ? "yes" : "no"}`), date: day(consent.at) })}</p> : null}
      {consent && !again ? <Button onPress={() => open(true)}>{t("consent.again")}</Button> : <ConsentForm household={care.household} onDone={done} />}
    </Section>
  );
};

const House = ({ care, onDone }: { care: Line; onDone: () => void }) => {
  const [instead, replace] = useState<Buddy | undefined>();
  const { act, said } = useAct(onDone);
  const done = (): void => { replace(undefined); onDone(); };
  return (
    <>
      <h1>{houseWords(care)}</h1>
      <Card {...(care.red ? { tone: "bad" as const } : {})}><p><b>{whyWords(care.reasons)}</b></p><p>{care.names.join(t("comma"))}</p>{care.highRisk ? <p>{t("one.high")}</p> : null}{care.answers ? <p>{t("one.answers")}</p> : null}<p class="meta">{t("one.wanted", { wanted: care.wanted, near: care.near })}</p></Card>
      <ConsentPart care={care} onDone={onDone} />
      {care.consent?.given ? (
        <>
          <Section title={t("buddies")}>{care.buddies.map((buddy) => <BuddyCard key={buddy.id} buddy={buddy} onDone={done} onInstead={() => replace(buddy)} />)}{care.buddies.length === 0 ? <p class="hush">{t("own.none")}</p> : null}</Section>
          {care.near < care.wanted || instead ? <Section title={instead ? t("ask.instead", { name: instead.name }) : t("ask")}><AskPart household={care.household} instead={instead?.id} onDone={done} /></Section> : null}
        </>
      ) : null}
      <p class="hush">{care.checkedAt ? t("check.done", { date: day(care.checkedAt) }) : t("check.never")}</p>
      {said}
      {care.checkDue ? <Button icon="done" onPress={act(() => call(FEATURE, "checked", { params: { household: care.household } }))}>{t("checked")}</Button> : null}
      <LinkButton href={at(FEATURE, "all")}>{t("back")}</LinkButton>
    </>
  );
};

/** One vulnerable household as an office sees to it. */
export const OnePage = ({ household }: { household: string }) => {
  const care = useLoad(() => call(FEATURE, "one", { params: { household } }), [household]);
  return <State of={care}>{(found) => <House care={found} onDone={care.reload} />}</State>;
};
