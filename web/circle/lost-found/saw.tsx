import { useState } from "preact/hooks";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { Button } from "../../core/parts/button.tsx";
import { t } from "../../core/words.ts";
import { FEATURE, type Lost } from "./lost.ts";

const Telling = ({ lost, onSent }: { lost: Lost; onSent: () => void }) => {
  const form = useForm(FEATURE, "see", {
    start: { place: "", words: "" }, draft: lost.id,
    send: async ({ place, words }) => {
      await sendNow(FEATURE, "see", { params: { id: lost.id }, body: { ...(place ? { place } : {}), ...(words ? { words } : {}), media: refsOf(form.taken) } }, { title: lost.what || t(`kind.${lost.kind}`), media: form.taken });
      onSent();
    },
  });
  return (
    <Form form={form} submit={t("saw.send")}>
      <Field form={form} name="place" label={t("saw.place")} />
      <VoiceField value={form.taken} onChange={form.take} label={t("speak")} />
      <Field form={form} name="words" kind="long" label={t("saw.words")} />
      <PhotoField value={form.taken} onChange={form.take} max={3} />
    </Form>
  );
};

/** "I think I saw it", one press away; told in place. */
export const Saw = ({ lost, onDone }: { lost: Lost; onDone: () => void }) => {
  const [step, to] = useState<"ask" | "tell" | "told">("ask");
  if (step === "told") return <p class="card good" role="status">{t("saw.thanks")}</p>;
  return step === "tell" ? <Telling lost={lost} onSent={() => { to("told"); onDone(); }} /> : <Button kind={lost.mine ? "plain" : "primary"} icon="eye" onPress={() => to("tell")}>{t("step.see")}</Button>;
};
