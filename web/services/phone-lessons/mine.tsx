import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, standing, whoLearns } from "./lesson.ts";

const Ask = ({ onDone }: { onDone: () => void }) => {
  const form = useForm(FEATURE, "ask", {
    start: { wish: "", name: "", house: "" },
    send: async (values) => { await sendNow(FEATURE, "ask", { body: { ...values, media: refsOf(form.taken) } }, { title: t("kept"), media: form.taken }); onDone(); },
  });
  return (
    <Form form={form} submit={t("ask.send")}>
      <Field form={form} name="wish" kind="long" label={t("ask.wish")} />
      <VoiceField value={form.taken} onChange={form.take} label={t("ask.speak")} />
      <Field form={form} name="name" label={t("ask.name")} hint={t("ask.name.hint")} />
      <Field form={form} name="house" label={t("ask.house")} />
    </Form>
  );
};
const Offer = ({ volunteer, onDone }: { volunteer: Answer<typeof FEATURE, "mine">["volunteer"]; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const set = (on: boolean) => act(() => call(FEATURE, "volunteer", { body: { on } }));
  return (
    <>
      {volunteer === "no" ? null : <p class="card good">{t(`volunteer.${volunteer}`)}</p>}
      {said}
      {volunteer === "no" ? <Button icon="heart" onPress={set(true)}>{t("volunteer.join")}</Button> : <Button onPress={set(false)}>{t("volunteer.leave")}</Button>}
    </>
  );
};

/** What I learn and teach; a lesson to be asked for. */
export const MinePage = () => {
  const mine = useLoad(() => call(FEATURE, "mine", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("note")}</p>
      <State of={mine}>{({ lessons, volunteer }) => (
        <>
          <Section title={t("own")}>{lessons.length === 0 ? <p class="hush">{t("own.none")}</p> : <div class="sheet">{lessons.map((each) => <Line key={each.id} href={at(FEATURE, each.id)} icon="device-mobile" note={standing(each)}>{whoLearns(each)}</Line>)}</div>}</Section>
          <Offer volunteer={volunteer} onDone={mine.reload} />
          <div class="sheet"><Line href={at(FEATURE, "all")} icon="people">{t("all")}</Line></div>
          <Section title={t("ask")}><Ask key={lessons.length} onDone={mine.reload} /></Section>
        </>
      )}</State>
    </>
  );
};
