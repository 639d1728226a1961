import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./question.ts";

/** A picture or a voice first: words may be few and vague. */
export const Ask = () => {
  const form = useForm(FEATURE, "ask", {
    start: { crop: "", words: "", hideName: false },
    send: async ({ crop, words, hideName }) => {
      const body = { crop: crop ?? "", hideName, media: refsOf(form.taken), ...(words ? { words } : {}) };
      const made = await sendNow(FEATURE, "ask", { body }, { title: t("kept", { crop: crop || words || "" }), media: form.taken, audience: "public" });
      // Without an answer it waits on this phone, and the list says so.
      go(made ? at(FEATURE, made.id) : at(FEATURE), true);
    },
  });
  return (
    <>
      <h1>{t("new")}</h1>
      <p class="hush">{t("hint")}</p>
      <Form form={form} submit={t("send")}>
        <PhotoField value={form.taken} onChange={form.take} max={4} />
        <VoiceField value={form.taken} onChange={form.take} />
        <Field form={form} name="crop" label={t("crop")} hint={t("crop.hint")} />
        <Field form={form} name="words" kind="long" label={t("words")} hint={t("words.hint")} />
        <Field form={form} name="hideName" kind="tick" label={t("hideName")} />
      </Form>
    </>
  );
};
