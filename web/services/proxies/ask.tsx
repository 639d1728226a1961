import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dayOf } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { pick, t } from "../../core/words.ts";
import { RELATIONS, WAYS, type Consent } from "./consent.ts";

const QUARTER = 90 * 86_400_000;
const Scopes = ({ chosen, wrong, onChange }: { chosen: readonly string[]; wrong: string | undefined; onChange: (next: string[]) => void }) => {
  const scopes = useLoad(() => call("services/proxies", "scopes", {}));
  return (
    <fieldset class="picker"><legend>{t("scopes")}</legend>
      <State of={scopes}>{({ items }) => <>{items.map(({ feature, says }) => (
        <label class="choice" key={feature}><input type="checkbox" checked={chosen.includes(feature)} onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, feature] : chosen.filter((each) => each !== feature))} /><span>{pick(says)}</span></label>
      ))}</>}</State>
      <small>{t("one.never")}</small>
      {wrong ? <p class="wrong wrong-first" tabIndex={-1}>{wrong}</p> : null}
    </fieldset>
  );
};

/** Asking: for whom, what, until when, and how the elder says yes. Nothing of the elder's is ever filled in. */
export const Ask = () => {
  const form = useForm("services/proxies", "ask", {
    start: { elder: "", house: "", name: session()?.name ?? "", relation: "daughter" as Consent["relation"], scopes: [] as string[], until: dayOf(Date.now() + QUARTER), way: "sms" as Consent["way"] },
    send: async (body) => { go(at("services/proxies", (await call("services/proxies", "ask", { body })).id), true); },
  });
  return (
    <>
      <h1>{t("ask")}</h1>
      <p>{t("ask.intro")}</p>
      <Form form={form} submit={t("send")}>
        <Field form={form} name="elder" label={t("elder")} hint={t("elder.hint")} />
        <Field form={form} name="house" label={t("house")} />
        <Field form={form} name="name" label={t("name")} hint={t("name.hint")} />
        <Field form={form} name="relation" kind="choice" label={t("relation")} choices={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))} />
        <Scopes chosen={form.values.scopes} wrong={form.wrong["scopes"]} onChange={(next) => form.set("scopes", next)} />
        <Field form={form} name="until" kind="date" label={t("until")} hint={t("until.hint")} />
        <Picker label={t("way")} value={form.values.way} choices={WAYS.map((value) => ({ value, label: t(`way.${value}`), note: t(`way.${value}.note`) }))} onPick={(way) => form.set("way", way)} />
      </Form>
    </>
  );
};
