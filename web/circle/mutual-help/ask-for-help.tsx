import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";

const FEATURE = "circle/mutual-help";
const WHEN = ["today", "days", "any"] as const;

/** Asking for a hand: a sentence, or a voice; the house is for the one who comes. */
export const AskForHelp = () => {
  const form = useForm(FEATURE, "ask", {
    start: { what: "", words: "", when: "any" as (typeof WHEN)[number], address: "" },
    send: async ({ what, words, when, address }) => {
      const body = { media: refsOf(form.taken), when, ...(what ? { what } : {}), ...(words ? { words } : {}), ...(address ? { address } : {}) };
      const sent = await sendNow(FEATURE, "ask", { body }, { title: what || t("new"), media: form.taken });
      go(sent ? at(FEATURE, sent.id) : at(FEATURE), true);
    },
  });
  return (
    <>
      <h1>{t("new")}</h1>
      <Form form={form} submit={t("send")}>
        <Field form={form} name="what" label={t("what")} hint={t("what.hint")} />
        <VoiceField value={form.taken} onChange={form.take} />
        <Picker label={t("when")} value={form.values.when} choices={WHEN.map((value) => ({ value, label: t(`when.${value}`) }))} onPick={(value) => form.set("when", value)} />
        <Field form={form} name="address" label={t("address")} hint={t("address.hint")} />
        <Field form={form} name="words" kind="long" label={t("words")} />
        <PhotoField value={form.taken} onChange={form.take} max={3} />
      </Form>
    </>
  );
};
