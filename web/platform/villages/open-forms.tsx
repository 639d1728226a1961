import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import type { FormHandle, Values } from "../../core/form/use-form.ts";
import { t } from "../../core/words.ts";

const FEATURE = "platform/villages";
const wrong = (field: string, title: string): Refused => new Refused({ type: "wrong-field", status: 422, field, title });
/** The server names fields inside other things ("names.zh"); here each stands by itself. */
const FIELDS: Readonly<Record<string, string>> = { "names.zh": "zh", "names.en": "en", "secretary.name": "secretaryName", "secretary.phone": "phone", "secretary.house": "house" };
const named = (thrown: unknown): never => {
  if (thrown instanceof Refused && thrown.problem.field) throw wrong(FIELDS[thrown.problem.field] ?? thrown.problem.field.split(".")[0]!, thrown.problem.title);
  throw thrown;
};
/** The form as a field sees it that must be filled in. */
const needs = <V extends Values>(form: FormHandle<V>, field: string): FormHandle<V> => ({ ...form, rule: { required: [field] } });
const filled = (values: Readonly<Record<string, unknown>>, ...fields: readonly string[]): void => {
  const bare = fields.find((field) => !values[field]);
  if (bare) throw wrong(bare, t("reason.required"));
};

/** "431228103 桥头镇 Qiaotou" a line, as the contract takes it. */
const townshipsOf = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean).map((line, n) => {
  const match = /^(\S+)\s+(\S+)\s+(.+)$/.exec(line);
  if (!match) throw wrong("townships", t("open.townships.wrong", { line: n + 1 }));
  return { id: match[1]!, names: { zh: match[2]!, en: match[3]! } };
});

/** A county with its townships. `useForm` takes the rules of its route; names stand side by side here. */
export const OpenCounty = ({ onOpened }: { onOpened: (name: string) => void }) => {
  const form = useForm(FEATURE, "county-as-written", {
    start: { id: "", zh: "", en: "", townships: "" },
    send: async (values) => {
      filled(values, "id", "zh", "en");
      await call(FEATURE, "openCounty", { body: { id: values.id, names: { zh: values.zh, en: values.en }, townships: townshipsOf(values.townships ?? "") } }).catch(named);
      onOpened(values.zh);
    },
  });
  return (
    <Form form={form} submit={t("open.send")}>
      <Field form={needs(form, "id")} name="id" label={t("open.id")} hint={t("open.id.county")} />
      <Field form={needs(form, "zh")} name="zh" label={t("open.zh")} />
      <Field form={needs(form, "en")} name="en" label={t("open.en")} />
      <Field form={form} name="townships" kind="long" label={t("open.townships")} />
    </Form>
  );
};

/** A village with its first secretary, who can sign in from then on. */
export const OpenVillage = ({ onOpened }: { onOpened: (name: string, village: string) => void }) => {
  const form = useForm(FEATURE, "village-as-written", {
    start: { id: "", zh: "", en: "", secretaryName: "", phone: "", house: "" },
    send: async (values) => {
      filled(values, "id", "zh", "en", "secretaryName", "phone");
      const secretary = { name: values.secretaryName, phone: values.phone, ...(values.house ? { house: values.house } : {}) };
      const { village } = (await call(FEATURE, "open", { body: { id: values.id, names: { zh: values.zh, en: values.en }, secretary } }).catch(named)) as { village: string };
      onOpened(values.zh, village);
    },
  });
  return (
    <Form form={form} submit={t("open.send")}>
      <Field form={needs(form, "id")} name="id" label={t("open.id")} hint={t("open.id.village")} />
      <Field form={needs(form, "zh")} name="zh" label={t("open.zh")} />
      <Field form={needs(form, "en")} name="en" label={t("open.en")} />
      <Field form={needs(form, "secretaryName")} name="secretaryName" label={t("open.secretary")} />
      <Field form={needs(form, "phone")} name="phone" kind="tel" label={t("open.phone")} />
      <Field form={form} name="house" label={t("open.house")} />
    </Form>
  );
};

/** The first operator, once, with the code given at installation. */
export const Begin = ({ onBegun }: { onBegun: () => void }) => {
  const form = useForm(FEATURE, "begin", { start: { setupCode: "", name: "", phone: "" }, send: async (body) => { await call(FEATURE, "begin", { body }); onBegun(); } });
  return (
    <Form form={form} submit={t("begin.send")}>
      <Field form={form} name="setupCode" label={t("open.code")} />
      <Field form={form} name="name" label={t("begin.name")} />
      <Field form={form} name="phone" kind="tel" label={t("begin.phone")} />
    </Form>
  );
};
