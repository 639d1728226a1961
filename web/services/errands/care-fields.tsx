import { Field } from "../../core/form/field.tsx";
import type { FormHandle } from "../../core/form/use-form.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { t } from "../../core/words.ts";
import { CARES } from "./errand.ts";

export interface Carried { readonly what: string; readonly words: string; readonly care: (typeof CARES)[number]; readonly sender: string; readonly receiver: string; readonly to: string }
export const NOTHING: Carried = { what: "", words: "", care: "none", sender: "", receiver: "", to: "" };
/** What the server takes of it: what was left empty is left out. */
export const carriedOf = ({ what, words, care, sender, receiver, to }: Carried) =>
  ({ care, ...(what ? { what } : {}), ...(words ? { words } : {}), ...(to ? { to } : {}), ...(care !== "none" && sender ? { sender } : {}), ...(care !== "none" && receiver ? { receiver } : {}) });

/** Medicines and cash are asked for both names. */
export const CareFields = <V extends Carried & Record<string, unknown>>({ form }: { form: FormHandle<V> }) => (
  <>
    <Picker label={t("care")} hint={t("care.note")} value={form.values.care} choices={CARES.map((value) => ({ value, label: t(`care.${value}`) }))} onPick={(value) => form.set("care", value)} />
    {form.values.care === "none" ? null : <><Field form={form} name="sender" label={t("sender")} /><Field form={form} name="receiver" label={t("receiver")} /></>}
  </>
);
