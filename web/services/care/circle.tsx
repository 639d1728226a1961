import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { t } from "../../core/words.ts";
import { FEATURE, type Care } from "./care.ts";

type Entry = Care["circle"][number];
const whoIs = (entry: Entry): string => [t(`kind.${entry.kind}`), entry.name || t("circle.post")].join(" ");

const Told = ({ care, entry, onDone }: { care: Care; entry: Entry; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const drop = act(() => call(FEATURE, "drop", { params: { person: care.person, entry: entry.id } }));
  const may = care.as !== "circle" || entry.mine;
  const label = entry.mine ? t("circle.leave") : t("circle.drop");
  return (
    <div class="card">
      <p>{entry.after === 0 ? t("circle.now", { who: whoIs(entry) }) : t("circle.line", { n: entry.after, who: whoIs(entry) })}{entry.told ? <> <Badge tone="careful">{t("circle.told")}</Badge></> : null}</p>
      {said}
      {may ? <Confirm kind="plain" label={label} question={entry.mine ? t("circle.leave.ask") : label} onYes={drop} /> : null}
    </div>
  );
};

/** Who is told of a silence, in their order. */
export const Circle = ({ care, onDone }: { care: Care; onDone: () => void }) => (
  <Section title={t("circle")}>{care.circle.length === 0 ? <p class="hush">{t("circle.none")}</p> : care.circle.map((entry) => <Told key={entry.id} care={care} entry={entry} onDone={onDone} />)}</Section>
);

/** Takes somebody into the circle, by name and door. */
export const Add = ({ person, onDone }: { person: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "circle", { start: { kind: "relative", name: "", house: "", after: 0 }, draft: person, send: async (body) => { await call(FEATURE, "circle", { params: { person }, body: body as never }); onDone(); } });
  return (
    <Form form={form} submit={t("circle.add")}>
      <Picker label={t("circle.kind")} value={form.values.kind} onPick={(kind) => form.set("kind", kind)} choices={["relative", "neighbour", "cadre"].map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <Field form={form} name="name" label={t("circle.name")} hint={t("circle.name.hint")} />
      <Field form={form} name="house" label={t("circle.house")} />
      <Field form={form} name="after" kind="number" label={t("circle.after")} hint={t("circle.after.hint")} />
    </Form>
  );
};
