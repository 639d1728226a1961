import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import type { FormHandle } from "../../core/form/use-form.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { t } from "../../core/words.ts";
import { HAZARDS, VULNERABLE, WHATS } from "./household.ts";
import type { Change, Whole } from "./household.ts";

/** A change while it is being said: which kind, and what belongs to it. */
export interface Saying extends Record<string, unknown> { readonly what?: Change["what"]; readonly person?: string; readonly codes?: readonly string[]; readonly people?: readonly string[] }
const OF_A_PERSON: readonly string[] = ["name", "born", "vulnerable", "moved", "died", "head"];

/** The part of the form that is about the change: its values stand under one name, and so do the server's complaints. */
const within = (form: FormHandle<{ change: Saying; why: string }>): FormHandle<Saying> => ({
  ...form, values: form.values.change, rule: { required: form.values.change.what === "joined" ? ["name"] : ["name", "bornIn", "no", "group", "to"] },
  wrong: Object.fromEntries(Object.entries(form.wrong).map(([field, said]) => [field.replace(/^change\./, ""), said])),
  set: (name, value) => form.set("change", { ...form.values.change, [name]: value }),
});

const Codes = ({ codes, word, chosen, onChange }: { codes: readonly string[]; word: string; chosen: readonly string[]; onChange: (codes: string[]) => void }) => (
  <fieldset class="picker"><legend>{t("correct.codes")}</legend>
    {codes.map((code) => <label class="choice" key={code}><input type="checkbox" checked={chosen.includes(code)} onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, code] : chosen.filter((each) => each !== code))} /><span>{t(`${word}.${code}`)}</span></label>)}
  </fieldset>
);

const Some = ({ house, chosen, onChange }: { house: Whole; chosen: readonly string[]; onChange: (people: string[]) => void }) => (
  <fieldset class="picker"><legend>{t("correct.people")}</legend>
    {house.people.map((each) => <label class="choice" key={each.person}><input type="checkbox" checked={chosen.includes(each.person)} onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, each.person] : chosen.filter((id) => id !== each.person))} /><span>{each.name}</span></label>)}
  </fieldset>
);
/** Somebody of these leads from now on. */
const Leading = ({ form, name, label, of }: { form: FormHandle<Saying>; name: "head" | "lead"; label: string; of: Whole["people"] }) =>
  <Picker label={label} value={String(form.values[name] ?? "")} choices={of.map((each) => ({ value: each.person, label: each.name }))} onPick={(id) => form.set(name, id)} />;
/** Several who leave together: who, where to, and who leads afterwards. */
const Leaving = ({ form, house }: { form: FormHandle<Saying>; house: Whole }) => {
  const { what, people = [] } = form.values;
  const stay = house.people.filter((each) => !people.includes(each.person));
  const go = house.people.filter((each) => people.includes(each.person));
  return (
    <>
      <Some house={house} chosen={people} onChange={(next) => form.set("people", next)} />
      {what === "split" ? <><Field form={form} name="no" label={t("correct.new-no")} /><Field form={form} name="group" label={t("correct.group")} /></> : <Field form={form} name="to" label={t("correct.to")} />}
      {go.some((each) => each.head) && stay.length > 1 ? <Leading form={form} name="head" label={t("correct.head")} of={stay} /> : null}
      {what === "split" && go.length > 1 ? <Leading form={form} name="lead" label={t("correct.lead")} of={go} /> : null}
    </>
  );
};

/** What a change of that kind still needs to be said. */
const Particulars = ({ form, house }: { form: FormHandle<Saying>; house: Whole }) => {
  const { what, person, codes = [] } = form.values;
  const left = house.people.filter((each) => each.person !== person);
  switch (what) {
    case "name": return <Field form={form} name="name" label={t("correct.name")} />;
    case "born": return <Field form={form} name="bornIn" kind="number" label={t("correct.born")} />;
    case "vulnerable": return <Codes codes={VULNERABLE} word="vulnerable" chosen={codes} onChange={(next) => form.set("codes", next)} />;
    case "hazards": return <Codes codes={HAZARDS} word="hazard" chosen={codes} onChange={(next) => form.set("codes", next)} />;
    case "joined": return <><Field form={form} name="name" label={t("correct.joined")} /><Field form={form} name="bornIn" kind="number" label={t("correct.born")} /><label class="choice"><input type="checkbox" checked={form.values["sleepsHere"] !== false} onChange={(event) => form.set("sleepsHere", event.currentTarget.checked)} /><span>{t("correct.sleeps")}</span></label></>;
    case "house": return <><Field form={form} name="no" label={t("correct.no")} /><Field form={form} name="group" label={t("correct.group")} /></>;
    case "moved": case "died": return house.people.find((each) => each.person === person)?.head && left.length > 0
      ? <Picker label={t("correct.head")} value={String(form.values["head"] ?? "")} choices={left.map((each) => ({ value: each.person, label: each.name }))} onPick={(head) => form.set("head", head)} /> : null;
    case "split": case "within": return <Leaving form={form} house={house} />;
    case "merge": return <Field form={form} name="to" label={t("correct.into")} />;
    default: return null;
  }
};
const ledBy = (saying: Saying): object => ({ ...(saying["head"] ? { head: saying["head"] } : {}), ...(saying["lead"] ? { lead: saying["lead"] } : {}) });
/** The change as the contract takes it, without what belonged to a kind chosen before. */
const changeOf = (saying: Saying, house: Whole): Change => {
  const { what, person } = saying;
  const [name, bornIn, codes] = [saying["name"], saying["bornIn"], saying.codes ?? (what === "hazards" ? house.hazards : house.people.find((each) => each.person === person)?.vulnerable) ?? []];
  switch (what) {
    case "name": return { what, person, name } as Change;
    case "born": return { what, person, bornIn } as Change;
    case "vulnerable": return { what, person, codes } as Change;
    case "hazards": return { what, codes } as Change;
    case "joined": return { what, name, sleepsHere: saying["sleepsHere"] !== false, ...(bornIn ? { bornIn } : {}) } as Change;
    case "house": return { what, no: saying["no"], group: saying["group"] } as Change;
    case "split": return { what, people: saying.people ?? [], no: saying["no"], group: saying["group"], ...ledBy(saying) } as Change;
    case "within": return { what, people: saying.people ?? [], to: saying["to"], ...(saying["head"] ? { head: saying["head"] } : {}) } as Change;
    case "merge": return { what, to: saying["to"] } as Change;
    case "head": return { what, person } as Change;
    default: return { what, person, ...(saying["head"] ? { head: saying["head"] } : {}) } as Change;
  }
};

/** Asking for something to be put right: what, who, how; the office decides. */
export const ChangeForm = ({ house, route, whyLabel, onSend }: { house: Whole; route: "propose" | "proposeFor"; whyLabel: string; onSend: (change: Change, why: string) => Promise<unknown> }) => {
  const form = useForm<{ change: Saying; why: string }>("affairs/households", route, {
    start: { change: {}, why: "" }, draft: house.id, send: (values) => onSend(changeOf(values.change, house), values.why ?? ""),
  });
  const change = within(form);
  const { what, person } = form.values.change;
  const start = (next: string): void => form.set("change", { what: next, ...(person ? { person } : {}), ...(next === "hazards" ? { codes: house.hazards } : next === "house" ? { no: house.no, group: house.group } : next === "split" ? { group: house.group } : next === "joined" ? { sleepsHere: true } : {}) });
  const who = (id: string): void => form.set("change", { ...form.values.change, person: id, ...(what === "vulnerable" ? { codes: house.people.find((each) => each.person === id)?.vulnerable ?? [] } : {}) });
  return (
    <Form form={form} submit={t("correct.send")}>
      <Picker label={t("correct.what")} value={what ?? ""} choices={WHATS.filter((value) => house.sensitive || value !== "vulnerable").map((value) => ({ value, label: t(`what.${value}`) }))} onPick={start} />
      {what && OF_A_PERSON.includes(what) ? <Picker label={t("correct.who")} value={person ?? ""} choices={house.people.map((each) => ({ value: each.person, label: each.name }))} onPick={who} /> : null}
      <Particulars form={change} house={house} />
      {what ? <Field form={form} name="why" label={whyLabel} /> : null}
      {Object.entries(form.wrong).some(([field]) => /^change($|\.(person|people|head|lead))/.test(field)) ? <p class="wrong wrong-first" tabIndex={-1}>{Object.entries(form.wrong).find(([field]) => /^change($|\.(person|people|head|lead))/.test(field))![1]}</p> : null}
    </Form>
  );
};
