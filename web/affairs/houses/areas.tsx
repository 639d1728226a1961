import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Card, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { countWords, FEATURE, MARKS, mayName } from "./house.ts";
import type { Area } from "./house.ts";

const NameOne = ({ onSaved }: { onSaved: () => void }) => {
  const form = useForm(FEATURE, "saveArea", {
    start: { name: "", mark: "river", groups: "" },
    send: async ({ name, mark, groups }) => { await call(FEATURE, "saveArea", { body: { name, mark: mark as "river", groups: String(groups ?? "").split(/[\s,，、]+/u).filter(Boolean) } }); onSaved(); },
  });
  return (
    <Section title={t("area.new")}>
      <Form form={form} submit={t("area.save")}>
        <Field form={form} name="name" label={t("area.name")} />
        <Picker label={t("area.mark")} value={form.values.mark} choices={MARKS.map((value) => ({ value, label: t(`mark.${value}`) }))} onPick={(mark) => form.set("mark", mark)} />
        <Field form={form} name="groups" label={t("area.some")} />
      </Form>
    </Section>
  );
};

/** The areas that follow from the marks, with how many people they mean; and those the village named. */
export const Areas = () => {
  const [round, again] = useState(0);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const drop = (area: Area): Promise<void> => call(FEATURE, "dropArea", { params: { area: area.id } }).then(() => again(round + 1), (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      <h1>{t("areas")}</h1>
      <p class="hush">{t("areas.what")}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      <List when={[round]} load={(cursor) => call(FEATURE, "areas", { query: { limit: 50, ...(cursor ? { cursor } : {}) } })} empty={t("areas.none")}
        item={(area) => (
          <Card key={area.id} title={pick(area.names)}>
            <p>{countWords(area)}</p>
            {area.groups.length > 0 ? <p><small>{t("group.n", { n: area.groups.join("、") })}</small></p> : null}
            {area.made || !mayName() ? null : <Confirm kind="plain" label={t("area.drop")} question={t("area.drop.ask", { name: pick(area.names) })} onYes={() => drop(area)} />}
          </Card>
        )} />
      {mayName() ? <NameOne onSaved={() => again(round + 1)} /> : null}
      <LinkButton href={at(FEATURE, "all")}>{t("back")}</LinkButton>
    </>
  );
};
