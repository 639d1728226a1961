import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";

/** The first question: which number. The answer is the same for every number, so the page says so too. */
export const PhoneStep = ({ onAsked }: { onAsked: (phone: string) => void }) => {
  const form = useForm("platform/sign-in", "ask", {
    start: { phone: "" },
    send: async (body) => { await call("platform/sign-in", "ask", { body }); onAsked(body.phone); },
  });
  const refused = form.problem?.type;
  const phone = String(form.values.phone ?? "");
  return (
    <>
      <h1>{t("who.title")}</h1>
      <Form form={form} submit={t("send")}>
        <Field form={form} name="phone" kind="tel" label={t("phone")} hint={t("phone.hint")} />
        <p class="hush">{t("who.note")}</p>
      </Form>
      {refused === "asked-too-often" && phone ? <Button onPress={() => onAsked(phone)}>{t("have-code")}</Button> : null}
      <LinkButton href={at("platform/sign-in/card")} icon="me">{t("card.have")}</LinkButton>
      <p class="hush">{t("who.none")}</p>
      {boot.helpPhone ? <LinkButton href={`tel:${boot.helpPhone}`} icon="phone">{t("call", { phone: boot.helpPhone })}</LinkButton> : null}
    </>
  );
};
