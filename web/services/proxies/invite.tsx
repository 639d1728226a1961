import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { t } from "../../core/words.ts";

/** Somebody of the family who stands on no roll here gets a way to sign in. */
export const Invite = () => {
  const form = useForm("services/proxies", "invite", { start: { name: "", phone: "" }, send: (body) => call("services/proxies", "invite", { body }) });
  return (
    <>
      <h1>{t("invite")}</h1>
      <p>{t("invite.intro")}</p>
      {form.sent ? <p class="card good" role="status">{t("invite.done")}</p> : null}
      <Form form={form} submit={t("invite.send")}>
        <Field form={form} name="name" label={t("invite.name")} />
        <Field form={form} name="phone" kind="tel" label={t("invite.phone")} />
      </Form>
    </>
  );
};
