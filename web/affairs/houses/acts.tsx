import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import * as queue from "../../core/offline/queue.ts";
import { Button } from "../../core/parts/button.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { Icon } from "../../core/parts/icon.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { dayOf } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { DAMAGES, FEATURE, GRADES, houseWords, MARKS, STRUCTURES, TOILETS } from "./house.ts";
import type { Mark, Whole } from "./house.ts";

const Fold = ({ title, children }: { title: string; children: ComponentChildren }) => <details class="sheet"><summary class="line"><span class="grow">{title}</span><Icon name="next" /></summary><div class="card form">{children}</div></details>;
interface Props { readonly house: Whole; readonly onDone: () => void }

const Marks = ({ house, onDone }: Props) => {
  const [marks, set] = useState<readonly Mark[]>(house.marks);
  const [said, say] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const save = (): Promise<void> => call(FEATURE, "mark", { params: { id: house.id }, body: { marks: [...marks] } }).then(() => { say(t("marks.saved")); onDone(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <Fold title={t("marks")}>
      <p>{t("marks.what")}</p>
      <fieldset class="picker"><legend>{t("marks")}</legend>{MARKS.map((mark) => <label class="choice" key={mark}><input type="checkbox" checked={marks.includes(mark)} onChange={(event) => set(event.currentTarget.checked ? [...marks, mark] : marks.filter((each) => each !== mark))} /><span>{t(`mark.${mark}`)}</span></label>)}</fieldset>
      {problem ? <ProblemLine problem={problem} /> : null}
      <Button kind="primary" onPress={save}>{t("marks.save")}</Button>
      <p role="status">{said}</p>
    </Fold>
  );
};

const codes = (kind: string, all: readonly string[]) => all.map((value) => ({ value, label: t(`${kind}.${value}`) }));
type Typed = { structure: NonNullable<Whole["structure"]> | ""; storeys: number | ""; builtIn: number | ""; toilet: NonNullable<Whole["toilet"]> | "" };
const Write = ({ house, onDone }: Props) => {
  const form = useForm(FEATURE, "write", {
    draft: house.id, start: { structure: house.structure ?? "", storeys: house.storeys ?? "", builtIn: house.builtIn ?? "", toilet: house.toilet ?? "" } as Typed,
    send: async (values) => {
      const body = { structure: values.structure || null, storeys: values.storeys || null, builtIn: values.builtIn || null, toilet: values.toilet || null, media: [...house.media, ...refsOf(form.taken)] };
      await queue.sendNow(FEATURE, "write", { params: { id: house.id }, body }, { title: houseWords(house), media: form.taken });
      onDone();
    },
  });
  return (
    <Fold title={t("write")}>
      <Form form={form} submit={t("write.save")}>
        <Field form={form} name="structure" kind="choice" label={t("structure")} choices={codes("structure", STRUCTURES)} />
        <Field form={form} name="storeys" kind="number" label={t("storeys")} />
        <Field form={form} name="builtIn" kind="number" label={t("builtIn")} />
        <Field form={form} name="toilet" kind="choice" label={t("toilet")} choices={codes("toilet", TOILETS)} />
        <PhotoField value={form.taken} onChange={form.take} max={9 - house.media.length} />
      </Form>
    </Fold>
  );
};

const Inspect = ({ house, onDone }: Props) => {
  const form = useForm(FEATURE, "inspect", { draft: house.id, start: { grade: "", inspector: "", on: dayOf(Date.now()), note: "" }, send: async ({ grade, note, ...rest }) => { await call(FEATURE, "inspect", { params: { id: house.id }, body: { ...rest, grade: grade as "A", ...(note ? { note } : {}) } }); onDone(); } });
  return (
    <Fold title={t("step.inspect")}>
      <Form form={form} submit={t("step.inspect")}>
        <Picker label={t("inspect.grade")} value={form.values.grade} choices={codes("grade", GRADES)} onPick={(grade) => form.set("grade", grade)} />
        {form.wrong["grade"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["grade"]}</p> : null}
        <Field form={form} name="inspector" label={t("inspect.by")} />
        <Field form={form} name="on" kind="date" label={t("inspect.on")} />
        <Field form={form} name="note" kind="long" label={t("inspect.note")} />
      </Form>
    </Fold>
  );
};

const Damage = ({ house, onDone }: Props) => {
  const form = useForm(FEATURE, "damage", {
    draft: house.id, start: { what: "", on: dayOf(Date.now()), note: "" },
    send: async ({ what, on, note }) => {
      await queue.sendNow(FEATURE, "damage", { params: { id: house.id }, body: { what: what as "crack", on, ...(note ? { note } : {}), media: refsOf(form.taken) } }, { title: houseWords(house), media: form.taken });
      onDone();
    },
  });
  return (
    <Fold title={t("step.damage")}>
      <Form form={form} submit={t("step.damage")}>
        <Picker label={t("damage.what")} value={form.values.what} choices={codes("damage", DAMAGES)} onPick={(what) => form.set("what", what)} />
        {form.wrong["what"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["what"]}</p> : null}
        <Field form={form} name="on" kind="date" label={t("damage.on")} />
        <Field form={form} name="note" kind="long" label={t("damage.note")} />
        <PhotoField value={form.taken} onChange={form.take} max={4} />
      </Form>
    </Fold>
  );
};

/** What an office may do with a house whose file it opened. */
export const Acts = ({ house, onDone }: Props) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const act = (sent: Promise<unknown>): Promise<void> => sent.then(() => onDone(), (thrown: unknown) => setProblem(problemOf(thrown)));
  const bad = ["watch", "unsafe", "do-not-live-in"].includes(house.state);
  return (
    <div class="form">
      {problem ? <ProblemLine problem={problem} /> : null}
      <Marks house={house} onDone={onDone} />
      <Inspect house={house} onDone={onDone} />
      <Damage house={house} onDone={onDone} />
      <Write house={house} onDone={onDone} />
      {bad ? <Confirm kind="plain" label={t("step.repair")} question={`${t("step.repair")}？`} onYes={() => act(call(FEATURE, "repair", { params: { id: house.id }, body: { on: dayOf(Date.now()) } }))} /> : null}
      {house.household ? null : <Confirm kind="plain" label={t("empty.mark")} question={t("empty.ask")} onYes={() => act(call(FEATURE, "foundEmpty", { params: { id: house.id } }))} />}
    </div>
  );
};
