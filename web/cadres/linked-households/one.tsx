import { useId, useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { useAct } from "../../core/parts/act.tsx";
import { FEATURE, groupWords, houseWords, standing } from "./link.ts";
import type { House, Link } from "./link.ts";

type Person = Answer<typeof FEATURE, "people">["items"][number];

const Now = ({ house, onDone }: { house: House; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const { link, near } = house;
  return (
    <Card tone={link && near ? "good" : "careful"}>
      <p>{standing(house)}{link ? <small> {t("one.since", { date: day(link.since) })}</small> : null}</p>
      {link?.wish ? <p>{t("one.wish", { wish: link.wish })}</p> : null}
      {said}
      {link ? <Confirm kind="plain" label={t("one.end")} question={t("one.end.ask", { name: link.name })} onYes={act(() => call(FEATURE, "end", { params: { id: link.id }, body: {} }))} /> : null}
    </Card>
  );
};

/** Somebody was asked and has not answered on the phone: what they said at the door. */
const Next = ({ next, onDone }: { next: Link; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const params = { id: next.id };
  const form = useForm(FEATURE, "accept", { start: { witness: "" }, draft: next.id, send: async ({ witness }) => { await call(FEATURE, "accept", { params, body: { witness } }); onDone(); } });
  return (
    <Section title={t("line.next", { name: next.name })}>
      <Form form={form} submit={t("one.yes-said", { name: next.name })}><Field form={form} name="witness" label={t("one.witness")} /></Form>
      {said}
      <Button onPress={act(() => call(FEATURE, "decline", { params }))}>{t("one.decline", { name: next.name })}</Button>
    </Section>
  );
};

const Found = ({ who, household, onDone }: { who: Person; household: string; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  return (
    <div class="card">
      <p>{t("ask.person", { name: who.name, group: groupWords(who.group), n: who.households })}{who.near ? null : <small> {t("ask.far")}</small>}</p>
      {said}
      <Button icon="heart" disabled={!who.near} onPress={act(() => call(FEATURE, "propose", { body: { household, person: who.person } }))}>{t("ask.press", { name: who.name })}</Button>
    </div>
  );
};
const Ask = ({ household, onDone }: { household: string; onDone: () => void }) => {
  const id = useId();
  const [name, type] = useState("");
  const [found, find] = useState<readonly Person[] | undefined>();
  const { act, said } = useAct(() => undefined);
  return (
    <Section title={t("ask")}>
      <p class="hush">{t("ask.note")}</p>
      <div class="field"><label for={id}>{t("ask.name")}</label><small id={`${id}-hint`}>{t("ask.name.hint")}</small>
        <input class="input" id={id} type="search" maxLength={40} value={name} aria-describedby={`${id}-hint`} onInput={(event) => type(event.currentTarget.value)} /></div>
      <Button icon="search" disabled={name.trim() === ""} onPress={act(async () => find((await call(FEATURE, "people", { query: { name: name.trim() } })).items))}>{t("ask.find")}</Button>
      {said}
      {found?.length === 0 ? <p class="hush" role="status">{t("ask.nobody")}</p> : found?.map((who) => <Found key={who.person} who={who} household={household} onDone={onDone} />)}
    </Section>
  );
};

/** One household: who looks after it, who was asked, and somebody else. */
export const OnePage = ({ household }: { household: string }) => {
  const house = useLoad(() => call(FEATURE, "forHouse", { params: { household } }), [household]);
  return (
    <>
      <State of={house}>{(found) => (
        <>
          <h1>{houseWords(found)}</h1>
          <Now house={found} onDone={house.reload} />
          {found.next ? <Next next={found.next} onDone={house.reload} key={found.next.id} /> : <Ask household={household} onDone={house.reload} />}
        </>
      )}</State>
      <LinkButton href={at(FEATURE, "board")}>{t("back")}</LinkButton>
    </>
  );
};
