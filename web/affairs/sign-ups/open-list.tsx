import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { WhenField } from "../../core/form/when-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./list.ts";

/** A title is enough; how many and until when, if it matters. */
export const OpenList = () => {
  const form = useForm(FEATURE, "open", {
    start: { title: "", words: "", unit: "", limit: "" as unknown, closesWhenFull: false, closesAt: "" },
    send: async ({ title, words, unit, limit, closesWhenFull, closesAt }) => {
      const body = { title, media: refsOf(form.taken), groups: [], closesWhenFull: closesWhenFull && typeof limit === "number", ...(words ? { words } : {}), ...(unit ? { unit } : {}), ...(typeof limit === "number" ? { limit } : {}), ...(closesAt ? { closesAt } : {}) };
      const sent = await sendNow(FEATURE, "open", { body }, { title, media: form.taken });
      go(sent ? at(FEATURE, sent.id) : at(FEATURE), true);
    },
  });
  return (
    <>
      <h1>{t("new")}</h1>
      <Form form={form} submit={t("send")}>
        <Field form={form} name="title" label={t("name")} hint={t("name.hint")} />
        <Field form={form} name="unit" label={t("unit")} hint={t("unit.hint")} />
        <Field form={form} name="limit" kind="number" label={t("limit")} hint={t("limit.hint")} />
        {typeof form.values.limit === "number" ? <Field form={form} name="closesWhenFull" kind="tick" label={t("closesWhenFull")} /> : null}
        <WhenField form={form} name="closesAt" label={t("closesAt")} />
        <Field form={form} name="words" kind="long" label={t("words")} />
        <VoiceField value={form.taken} onChange={form.take} />
      </Form>
    </>
  );
};
