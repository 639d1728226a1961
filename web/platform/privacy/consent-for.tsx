import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { PURPOSES } from "./privacy.ts";
import type { Consent } from "./privacy.ts";

const HOW = ["paper", "voice", "phone"] as const;

/** What somebody without a phone said, written down by an office with what proves it. */
export const ConsentFor = ({ person }: { person: string }) => {
  const [purpose, choose] = useState<Consent["purpose"]>("own-matters");
  const [done, say] = useState("");
  const form = useForm("platform/privacy", "sayFor", {
    start: { given: undefined as boolean | undefined, how: "paper" as (typeof HOW)[number], proof: "" }, draft: person,
    send: async ({ given, how, proof }) => {
      const after = await call("platform/privacy", "sayFor", { params: { person, purpose }, body: { given: given === true, how, proof } });
      say(t("for.done", { what: `${t(`consent.${purpose}`)}：${t(after.holds ? "consent.yes" : "consent.no")}` }));
    },
  });
  const { given } = form.values;
  return (
    <>
      <h1>{t("for.title")}</h1>
      <p class="hush">{t("for.note")}</p>
      {done ? <p class="card good" role="status">{done}</p> : null}
      <Form form={form} submit={t("for.keep")}>
        <Picker label={t("for.what")} value={purpose} choices={PURPOSES.map((value) => ({ value, label: t(`consent.${value}`) }))} onPick={(value) => { choose(value as Consent["purpose"]); say(""); }} />
        <Picker label={t("for.said")} value={given === undefined ? "" : given ? "yes" : "no"} choices={[{ value: "yes", label: t("consent.yes") }, { value: "no", label: t("consent.no") }]} onPick={(value) => form.set("given", value === "yes")} />
        {form.wrong["given"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["given"]}</p> : null}
        <Picker label={t("for.how")} value={form.values.how} choices={HOW.map((value) => ({ value, label: t(`how.${value}`) }))} onPick={(value) => form.set("how", value)} />
        <Field form={form} name="proof" label={t("for.proof")} />
      </Form>
      <LinkButton href={at("circle/members", "people", person)}>{t("for.back")}</LinkButton>
    </>
  );
};
