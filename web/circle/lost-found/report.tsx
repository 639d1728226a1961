import { boot } from "../../core/boot.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, type Lost } from "./lost.ts";

const KINDS = ["person", "animal", "thing"] as const;
const AGES = ["child", "elder", "adult"] as const;
const choicesOf = (of: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`${of}.${value}`) }));

/** Saying that somebody or something is missing: who is in a hurry speaks, and writes nothing. */
export const Report = () => {
  const form = useForm(FEATURE, "report", {
    start: { kind: "person" as Lost["kind"], age: "child" as (typeof AGES)[number], what: "", words: "", lastPlace: "" },
    send: async ({ kind, age, what, words, lastPlace }) => {
      const body = { kind, ...(kind === "person" ? { age } : {}), ...(what ? { what } : {}), ...(words ? { words } : {}), ...(lastPlace ? { lastPlace } : {}), media: refsOf(form.taken), groups: [] };
      const sent = await sendNow(FEATURE, "report", { body }, { title: what || t(`kind.${kind}`), media: form.taken });
      go(sent ? at(FEATURE, sent.id) : at(FEATURE), true);
    },
  });
  const { kind, age } = form.values;
  return (
    <>
      <h1>{t("report")}</h1>
      {kind === "person" ? <><p class="card careful">{t("report.note", { phone: boot.policePhone })}</p><LinkButton href={`tel:${boot.policePhone}`} icon="phone">{t("call.police", { phone: boot.policePhone })}</LinkButton></> : null}
      <Form form={form} submit={t("send")}>
        <Picker label={t("kind")} value={kind} choices={choicesOf("kind", KINDS)} onPick={(value) => form.set("kind", value)} />
        {kind === "person" ? <Picker label={t("age")} value={age} choices={choicesOf("age", AGES)} onPick={(value) => form.set("age", value)} /> : null}
        <Field form={form} name="what" label={t("what")} hint={t("what.hint")} />
        <Field form={form} name="lastPlace" label={t("lastPlace")} hint={t("lastPlace.hint")} />
        <VoiceField value={form.taken} onChange={form.take} label={t("speak")} />
        <Field form={form} name="words" kind="long" label={t("words")} />
        <PhotoField value={form.taken} onChange={form.take} max={4} />
      </Form>
    </>
  );
};
