import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { t } from "../../core/words.ts";

/** "I belong to this village": name and house, no identity number. */
export const ClaimForm = ({ onSent }: { onSent: () => void }) => {
  const form = useForm("circle/members", "claim", { start: { name: "", house: "", group: "" }, send: async ({ name, house, group }) => { await call("circle/members", "claim", { body: { name, house, ...(group ? { group } : {}) } }); onSent(); } });
  return (
    <Form form={form} submit={t("claim.send")}>
      <p class="hush">{t("claim.note")}</p>
      <Field form={form} name="name" label={t("claim.name")} />
      <Field form={form} name="house" label={t("claim.house")} />
      <Field form={form} name="group" label={t("claim.group")} />
    </Form>
  );
};
