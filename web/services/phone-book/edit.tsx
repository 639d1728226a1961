import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { t } from "../../core/words.ts";
import { BOOK, KINDS } from "./book.ts";
import type { Entry } from "./book.ts";

/** A number to add, or one to put right. */
export const Edit = ({ entry, onDone }: { entry?: Entry; onDone: () => void }) => {
  const form = useForm(BOOK, entry ? "change" : "add", {
    start: { kind: entry?.kind ?? ("doctor" as Entry["kind"]), name: entry?.name ?? "", number: entry?.number ?? "", note: entry?.note ?? "" }, draft: entry?.id ?? "",
    send: async ({ note, ...rest }) => {
      const body = { ...rest, ...(note ? { note } : {}) };
      await (entry ? call(BOOK, "change", { params: { id: entry.id }, body, ifMatch: entry.version }) : call(BOOK, "add", { body }));
      onDone();
    },
  });
  return (
    <Form form={form} submit={t("save")}>
      <Field form={form} name="kind" kind="choice" label={t("kind")} choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <Field form={form} name="name" label={t("name")} hint={t("name.hint")} />
      <Field form={form} name="number" kind="tel" label={t("number")} hint={t("number.hint")} />
      <Field form={form} name="note" label={t("note")} hint={t("note.hint")} />
    </Form>
  );
};
