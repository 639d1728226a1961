import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./rumour.ts";

/** Written, spoken, or a picture of what goes round. */
export const Ask = () => {
  const form = useForm(FEATURE, "ask", {
    start: { words: "" },
    send: async ({ words }) => {
      const made = await sendNow(FEATURE, "ask", { body: { media: refsOf(form.taken), ...(words ? { words } : {}) } }, { title: t("kept", { what: words || t("spoken") }), media: form.taken, audience: "public" });
      // Without an answer it waits on this phone, and the list says so.
      go(made ? `${at(FEATURE, made.id)}${made.joined ? "?joined" : ""}` : at(FEATURE), true);
    },
  });
  return (
    <>
      <h1>{t("new")}</h1>
      <p class="hush">{t("hint")}</p>
      <Form form={form} submit={t("send")}>
        <Field form={form} name="words" kind="long" label={t("words")} hint={t("words.hint")} />
        <VoiceField value={form.taken} onChange={form.take} /><PhotoField value={form.taken} onChange={form.take} max={3} />
      </Form>
    </>
  );
};

/** An office's answer, with what it rests on. */
export const AnswerForm = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "answer", {
    start: { words: "", title: "", where: "" }, draft: id,
    send: async ({ words, title, where }) => {
      const body = { media: refsOf(form.taken), papers: title ? [{ title, where: where || title }] : [], ...(words ? { words } : {}) };
      await sendNow(FEATURE, "answer", { params: { id }, body }, { title: t("answer"), media: form.taken, audience: "public" });
      onDone();
    },
  });
  return (
    <Form form={form} submit={t("answer.send")}>
      <Field form={form} name="words" kind="long" label={t("answer.words")} />
      <VoiceField value={form.taken} onChange={form.take} />
      <Field form={form} name="title" label={t("paper.title")} hint={t("paper.hint")} />
      <Field form={form} name="where" label={t("paper.where")} />
      <PhotoField value={form.taken} onChange={form.take} max={3} />
    </Form>
  );
};
