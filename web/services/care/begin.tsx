import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./care.ts";

/** By when each day. */
export const Begin = ({ person, by = "10:00", name, onDone }: { person: string; by?: string; name?: string | undefined; onDone: () => void }) => {
  const form = useForm(FEATURE, "begin", { start: { by }, draft: person, send: async (body) => { await call(FEATURE, "begin", { params: { person }, body }); onDone(); } });
  return <Form form={form} submit={name ? t("begin.for", { name }) : t("begin")}><Field form={form} name="by" label={t("by")} hint={t("by.hint")} /></Form>;
};
