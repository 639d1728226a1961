import type { MediaRef } from "../../../shared/contract/media.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./question.ts";
import type { Question } from "./question.ts";

/** Words, a voice, pictures about a question that stands: an answer, more of it, or what a visit found. Without a network it waits on this phone. */
export const Speak = ({ id, step, label, submit, onDone }: { id: string; step: "answer" | "more" | "call"; label: string; submit: string; onDone: (next: Question | undefined) => void }) => {
  const form = useForm(FEATURE, step, {
    start: { words: "" }, draft: id,
    send: async ({ words }) => {
      const body: { words?: string; media: MediaRef[] } = { media: refsOf(form.taken), ...(words ? { words } : {}) };
      onDone(await sendNow(FEATURE, step, { params: { id }, body }, { title: t("answer.kept"), media: form.taken, audience: "public" }));
    },
  });
  return (
    <Form form={form} submit={submit}>
      <Field form={form} name="words" kind="long" label={label} />
      <VoiceField value={form.taken} onChange={form.take} />
      <PhotoField value={form.taken} onChange={form.take} max={3} />
    </Form>
  );
};
