import { useState } from "preact/hooks";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { t } from "../../core/words.ts";
import { LETTERS } from "./letter.ts";

type Satisfied = 1 | 2 | 3;
interface Way { readonly close: (satisfied: Satisfied) => Promise<unknown>; readonly reopen: (words: string) => Promise<unknown>; readonly onDone: () => void }

const Again = ({ reopen, onDone }: Way) => {
  const form = useForm(LETTERS, "reopen", { start: { words: "" }, send: async ({ words }) => { await reopen(words); onDone(); } });
  return <Form form={form} submit={t("again.send")}><Field form={form} name="words" kind="long" label={t("again")} /></Form>;
};
const Content = ({ close, onDone }: Way) => {
  const form = useForm(LETTERS, "close", { start: { satisfied: 3 as Satisfied }, send: async ({ satisfied }) => { await close(satisfied); onDone(); } });
  return <Form form={form} submit={t("step.close")}><Picker label={t("satisfied")} value={String(form.values.satisfied)} choices={["3", "2", "1"].map((value) => ({ value, label: t(`satisfied.${value}`) }))} onPick={(value) => form.set("satisfied", Number(value))} /></Form>;
};

/** What a writer does with an answer: settled, or not yet. The same by name and by ticket. */
export const Closing = (way: Way) => {
  const [again, ask] = useState(false);
  return again ? <Again {...way} /> : <><Button onPress={() => ask(true)}>{t("step.reopen")}</Button><Content {...way} /></>;
};
