import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { t } from "../../core/words.ts";
import type { OwnGreeting } from "./greeting.ts";

/** Taking a greeting down needs a reason, which is kept. */
export const RemoveForm = ({ id, onDone }: { id: string; onDone: (next: OwnGreeting) => void }) => {
  const form = useForm("circle/guestbook", "remove", {
    start: { reason: "" }, draft: id,
    send: async (body) => onDone(await call("circle/guestbook", "remove", { params: { id }, body })),
  });
  return <Form form={form} submit={t("remove.short")} danger><Field form={form} name="reason" label={t("reason")} /></Form>;
};
