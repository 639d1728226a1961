import type { PURPOSES as AllPurposes } from "../../../shared/affairs/households/household.ts";
import { Card } from "../parts/card.tsx";
import { Picker } from "../parts/picker.tsx";
import { t } from "../words.ts";
import { Field, Form } from "./field.tsx";
import { useForm } from "./use-form.ts";
import type { FormHandle } from "./use-form.ts";

export type Purpose = (typeof AllPurposes)[number];
const PURPOSES = ["warning", "care", "allowance", "records", "repair", "other"] as const satisfies typeof AllPurposes;

/** What for a record is opened; whom it is about reads it. */
export interface Why { readonly purpose: Purpose; readonly note?: string }
type Written = { readonly purpose: Purpose | ""; readonly note: string };
/** As the body of a route: without an empty note. */
export const whyOf = ({ purpose, note }: Written): Why => ({ purpose: purpose as Purpose, ...(note ? { note } : {}) });

/** One press for the purpose, a line for more. The words `look.why`, `look.words` and `purpose.*` are the page's own. */
export const WhyFields = <V extends Written>({ form, words = "look.words" }: { form: FormHandle<V>; words?: string }) => (
  <>
    <Picker label={t("look.why")} value={form.values.purpose} choices={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))} onPick={(purpose) => form.set("purpose", purpose as V["purpose"])} />
    {form.wrong["purpose"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["purpose"]}</p> : null}
    <Field form={form} name="note" label={t(words)} />
  </>
);

/** Before a record opens, the office says what for. `look` opens it by the feature's route of that name; it rejects where the page has to say why not. */
export const AskWhy = ({ feature, id, look }: { feature: string; id: string; look: (why: Why) => Promise<void> }) => {
  const form = useForm(feature, "look", { start: { purpose: "" as Purpose | "", note: "" }, draft: id, send: (written) => look(whyOf(written)) });
  return (
    <>
      <h1>{t("look.title")}</h1>
      <Card tone="careful"><p>{t("look.note")}</p></Card>
      <Form form={form} submit={t("look.open")}><WhyFields form={form} /></Form>
    </>
  );
};
