import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { t } from "../../core/words.ts";
import { whoWords } from "./line.ts";
import type { Line } from "./line.ts";

/** Handing a matter to somebody else who may settle it, with a word. */
export const HandForm = ({ line, onDone }: { line: Line; onDone: () => void }) => {
  const [section = "", name = ""] = line.feature.split("/");
  const form = useForm("platform/desk", "hand", {
    start: { to: line.to[0]?.to ?? "", word: "" }, draft: line.id,
    send: async (body) => { await call("platform/desk", "hand", { params: { section, name, id: line.id }, body }); onDone(); },
  });
  return (
    <Form form={form} submit={t("hand.send")}>
      <Picker label={t("hand.to")} value={form.values.to} choices={line.to.map((each) => ({ value: each.to, label: whoWords(each) }))} onPick={(to) => form.set("to", to)} />
      <Field form={form} name="word" label={t("hand.word")} />
    </Form>
  );
};
