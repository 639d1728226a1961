import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./deed-card.tsx";

/** Telling of a good deed: whom, and what happened. */
export const Nominate = () => {
  const form = useForm(FEATURE, "nominate", {
    start: { name: "", words: "", house: "", child: false },
    send: async ({ name, words, house, child }) => {
      const sent = await sendNow(FEATURE, "nominate", { body: { name, child, media: refsOf(form.taken), ...(words ? { words } : {}), ...(house ? { house } : {}) } }, { title: name, media: form.taken });
      go(sent ? at(FEATURE, sent.id) : at(FEATURE), true);
    },
  });
  return (
    <>
      <h1>{t("new")}</h1>
      <Form form={form} submit={t("send")}>
        <Field form={form} name="name" label={t("name")} />
        <Field form={form} name="words" kind="long" label={t("words")} hint={t("words.hint")} />
        <VoiceField value={form.taken} onChange={form.take} />
        <PhotoField value={form.taken} onChange={form.take} max={3} />
        <Field form={form} name="house" label={t("house")} hint={t("house.hint")} />
        <Field form={form} name="child" kind="tick" label={t("child")} hint={t("child.note")} />
      </Form>
    </>
  );
};
