import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { t } from "../../core/words.ts";
import { FEATURE } from "./care.ts";

const BY = ["person", "head", "witness"] as const;
const SAID = ["yes", "no"] as const;

/** What was said at the door: by whom, whether they agree, and who was there. */
export const ConsentForm = ({ household, onDone }: { household: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "consentFor", {
    start: { by: "person", given: true as boolean, witness: "" }, draft: household,
    send: async ({ by, given, witness }) => { await call(FEATURE, "consentFor", { params: { household }, body: { by: by as (typeof BY)[number], given, ...(witness ? { witness } : {}) } }); onDone(); },
  });
  return (
    <Form form={form} submit={t("consent.save")}>
      <Picker label={t("consent.given")} hint={t("consent.ask")} value={form.values.given ? "yes" : "no"} choices={SAID.map((value) => ({ value, label: t(`consent.given.${value}`) }))} onPick={(value) => form.set("given", value === "yes")} />
      <Picker label={t("consent.by")} value={form.values.by} choices={BY.map((value) => ({ value, label: t(`consent.by.${value}`) }))} onPick={(value) => form.set("by", value)} />
      <Field form={form} name="witness" label={t("consent.witness")} />
    </Form>
  );
};
