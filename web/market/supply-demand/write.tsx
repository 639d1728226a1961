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
import { FEATURE, KINDS } from "./deal.ts";
import type { Deal } from "./deal.ts";

/** In the smallest unit of money, out of "3.5"; undefined where nothing was written. */
const minor = (written: string): number | undefined => {
  if (written === "") return undefined;
  const value = Math.round(Number(written.replace(/[,，]/g, ".").replace(/[^\d.]/g, "")) * 100);
  if (!/\d/.test(written) || Number.isNaN(value)) throw new Refused({ type: "wrong-field", status: 422, field: "cost", title: t("reason.invalid_type") });
  return value;
};

/** A villager pins something up: spoken or written, with a picture, a price and a number if they like. */
export const Write = () => {
  const form = useForm(FEATURE, "post", {
    start: { kind: "sell" as Deal["kind"], words: "", cost: "", unit: "", phone: "", phoneTo: "granted" as "granted" | "villagers" },
    labels: { kind: t("kind"), cost: t("price"), phoneTo: t("phoneTo") },
    send: async ({ kind, words, cost, unit, phone, phoneTo }) => {
      const price = minor(cost ?? "");
      const body = { kind, media: refsOf(form.taken), phoneTo, ...(words ? { words } : {}), ...(price === undefined ? {} : { price }), ...(unit ? { unit } : {}), ...(phone ? { phone } : {}) };
      const made = await sendNow(FEATURE, "post", { body }, { title: t("kept", { what: words || t(`kind.${kind}`) }), media: form.taken, audience: "public" });
      // Without an answer it waits on this phone, and the board says so.
      go(made ? at(FEATURE, made.id) : at(FEATURE), true);
    },
  });
  const { kind, phone, phoneTo } = form.values;
  return (
    <>
      <h1>{t("new")}</h1>
      <Form form={form} submit={t("send")}>
        <Picker label={t("kind")} value={kind} choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} onPick={(value) => form.set("kind", value)} />
        <Field form={form} name="words" kind="long" label={t("words")} hint={t("words.hint")} />
        <VoiceField value={form.taken} onChange={form.take} />
        <PhotoField value={form.taken} onChange={form.take} max={4} />
        <Field form={form} name="cost" label={t("price")} hint={t("price.hint")} />
        <Field form={form} name="unit" label={t("unit")} hint={t("unit.hint")} />
        <Field form={form} name="phone" kind="tel" label={t("phone")} hint={t("phone.hint")} />
        {phone ? <Picker label={t("phoneTo")} value={phoneTo} choices={(["granted", "villagers"] as const).map((value) => ({ value, label: t(`phoneTo.${value}`) }))} onPick={(value) => form.set("phoneTo", value)} /> : null}
      </Form>
    </>
  );
};
