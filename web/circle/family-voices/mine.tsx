import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";

const FEATURE = "circle/family-voices";

const Open = ({ items }: { items: readonly { person: string; name: string }[] }) => {
  const form = useForm(FEATURE, "open", { start: { child: items[0]?.person ?? "", parent: "", house: "" }, send: async (body) => { const { id } = await call(FEATURE, "open", { body }); go(at(FEATURE, id)); } });
  return (
    <Form form={form} submit={t("open.send")}>
      <Picker label={t("child")} value={form.values.child} onPick={(child) => form.set("child", child)} choices={items.map(({ person, name }) => ({ value: person, label: name }))} />
      <Field form={form} name="parent" label={t("parent")} />
      <Field form={form} name="house" label={t("house")} />
    </Form>
  );
};

/** The lines I am an end of; below, a new one for a child of my house. */
export const MinePage = () => {
  const children = useLoad(() => call(FEATURE, "children", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("note")}</p>
      <List empty={t("none")} load={(cursor) => call(FEATURE, "mine", { query: cursor ? { cursor } : {} })}
        item={(line) => <Line href={at(FEATURE, line.id)} icon="mic" {...(line.last ? { note: t(`last.${line.last.from}`, { at: when(line.last.at) }) } : {})} {...(line.fresh ? { badge: t("fresh") } : {})}>{t(`line.${line.as}`, { child: line.child, parent: line.parent })}</Line>} />
      {children.problem ? null : <State of={children}>{({ items }) => (items.length > 0 ? <Section title={t("open")}><Open items={items} /></Section> : null)}</State>}
    </>
  );
};
