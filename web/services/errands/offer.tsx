import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { WhenField } from "../../core/form/when-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { at as to, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { CareFields, carriedOf, NOTHING } from "./care-fields.tsx";
import { FEATURE } from "./errand.ts";

/** "I am going to town", or "please fetch me something". */
export const Offer = ({ kind }: { kind: "trip" | "fetch" }) => {
  const form = useForm(FEATURE, "offer", {
    start: { ...NOTHING, kind, from: "", at: "" }, draft: kind,
    send: async ({ from, at, ...carried }) => {
      const body = { kind, media: refsOf(form.taken), ...carriedOf({ ...NOTHING, ...carried }), ...(from ? { from } : {}), ...(at ? { at } : {}) };
      const sent = await sendNow(FEATURE, "offer", { body }, { title: carried.what || t(`new.${kind}`), media: form.taken });
      go(sent ? to(FEATURE, sent.id) : to(FEATURE), true);
    },
  });
  return (
    <>
      <h1>{t(`new.${kind}`)}</h1>
      <Form form={form} submit={t("send")}>
        {kind === "trip" ? (
          <><Field form={form} name="to" label={t("to")} hint={t("to.hint")} /><WhenField form={form} name="at" label={t("at")} /></>
        ) : (
          <><Field form={form} name="what" label={t("what")} hint={t("what.hint")} /><Field form={form} name="from" label={t("from")} /><Field form={form} name="to" label={t("to")} /><CareFields form={form} /></>
        )}
        <Field form={form} name="words" kind="long" label={t("words")} />
        <VoiceField value={form.taken} onChange={form.take} />
      </Form>
    </>
  );
};
