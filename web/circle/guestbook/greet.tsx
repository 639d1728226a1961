import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { t } from "../../core/words.ts";
import { markGreeted, numberThisPhone } from "./device.ts";
import type { OwnGreeting } from "./greeting.ts";

const QUICK = ["quick.1", "quick.2", "quick.3"];

/** A stranger greets in ten seconds: one press for the words, one to send; name and hometown if they like. */
export const Greet = ({ onLeft }: { onLeft: (greeting: OwnGreeting) => void }) => {
  const form = useForm("circle/guestbook", "leave", {
    start: { words: "", name: "", hometown: "" },
    send: async (body) => {
      await numberThisPhone();
      const greeting = await call("circle/guestbook", "leave", { body });
      markGreeted();
      onLeft(greeting);
    },
  });
  return (
    <Form form={form} submit={t("leave")}>
      <Field form={form} name="words" kind="long" label={t("words")} hint={t("words.hint")} />
      {form.values.words ? null : <div role="group" aria-label={t("quick")}><small>{t("quick")}</small><div class="row">{QUICK.map((key) => <Button onPress={() => form.set("words", t(key))}>{t(key)}</Button>)}</div></div>}
      <details><summary class="line">{t("more")}</summary>
        <Field form={form} name="name" label={t("name")} />
        <Field form={form} name="hometown" label={t("hometown")} />
      </details>
    </Form>
  );
};
