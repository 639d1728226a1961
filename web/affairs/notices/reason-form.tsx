import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { t } from "../../core/words.ts";

/** A step that needs a sentence why: sending back, withdrawing. */
export const ReasonForm = ({ id, step, label, onDone }: { id: string; step: "send-back" | "withdraw"; label: string; onDone: () => void }) => {
  const [open, show] = useState(false);
  const form = useForm("affairs/notices", step, { start: { reason: "" }, draft: id, send: async (body) => { await call("affairs/notices", step, { params: { id }, body }); onDone(); } });
  if (!open) return <Button onPress={() => show(true)}>{t(`step.${step}`)}</Button>;
  return <Form form={form} submit={t(`step.${step}`)} danger={step === "withdraw"}><Field form={form} name="reason" label={label} /></Form>;
};
