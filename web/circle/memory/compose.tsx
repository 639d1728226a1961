import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import type { Memory } from "./memory.ts";

const MEMORY = "circle/memory";
const KINDS = ["photo", "story", "place"] as const;
const ABOUT = ["nobody", "self", "passed", "living"] as const;
const refuse = (field: string, title: string): Refused => new Refused({ type: "wrong-field", status: 422, field, title });

/** Something old is given: a picture, a story, a place's name; whose private life it tells of is asked before it is kept. */
export const Compose = () => {
  const form = useForm(MEMORY, "give", {
    start: { kind: "photo" as Memory["kind"], title: "", words: "", year: "" as number | "", audience: "village" as Memory["audience"], about: "nobody" as Memory["about"], consent: "" },
    send: async ({ kind, title, words = "", year, audience, about, consent }) => {
      const media = refsOf(form.taken);
      if (kind === "photo" && !media.some((each) => each.kind === "photo")) throw refuse("kind", t("photo.needed"));
      if (kind !== "photo" && !words && !media.some((each) => each.kind === "voice")) throw refuse("words", t("words.needed"));
      const body = { kind, title, words, media, audience, about, ...(typeof year === "number" ? { year } : {}), ...(about === "living" && consent ? { consent } : {}) };
      const saved = await sendNow(MEMORY, "give", { body }, { title, media: form.taken, audience });
      go(saved ? at(MEMORY, saved.id) : at(MEMORY), true);
    },
  });
  const { kind, about } = form.values;
  return (
    <>
      <h1>{t("new")}</h1>
      <Form form={form} submit={t("send")}>
        <Picker label={t("kind")} value={kind} choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`), note: t(`kind.${value}.note`) }))} onPick={(value) => form.set("kind", value)} />
        {form.wrong["kind"] ? <p class="wrong" role="alert">{form.wrong["kind"]}</p> : null}
        <Field form={form} name="title" label={t("name")} hint={t("name.hint")} />
        <PhotoField value={form.taken} onChange={form.take} />
        <VoiceField value={form.taken} onChange={form.take} />
        <Field form={form} name="words" kind="long" label={t("words")} />
        <Field form={form} name="year" kind="number" label={t("year")} />
        <Picker label={t("about")} value={about} choices={ABOUT.map((value) => ({ value, label: t(`about.${value}`) }))} onPick={(value) => form.set("about", value)} />
        <Picker label={t("audience")} value={form.values.audience} choices={(["village", "public"] as const).map((value) => ({ value, label: t(`show.${value}`) }))} onPick={(value) => form.set("audience", value)} />
        {about === "living" ? <Field form={form} name="consent" label={t("consent")} hint={t("consent.hint")} /> : null}
      </Form>
    </>
  );
};
