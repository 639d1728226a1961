import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { MemberFinder, seesRoll } from "../../core/form/member-finder.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { Empty, ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { FEATURE, isKeeper } from "./question.ts";
import { Plan, Rounds } from "./rounds.tsx";

type Technician = Answer<typeof FEATURE, "technicians">["items"][number];

const One = ({ who, onDone }: { who: Technician; onDone: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const end = (): Promise<void> => call(FEATURE, "endTechnician", { params: { person: who.person } }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <div>
      <Line icon="people" note={who.crops}>{who.name}</Line>
      {problem ? <ProblemLine problem={problem} /> : null}
      {isKeeper() ? <Confirm kind="plain" label={t("end", { name: who.name })} question={t("end.ask", { name: who.name })} onYes={end} /> : null}
    </div>
  );
};

const NameOne = ({ onDone }: { onDone: () => void }) => {
  const form = useForm(FEATURE, "nameTechnician", {
    start: { person: "", crops: "" },
    send: async (body) => { await call(FEATURE, "nameTechnician", { body }); onDone(); },
  });
  return (
    <Form form={form} submit={t("name.send")}>
      <MemberFinder chosen={form.values.person} onPick={(person) => form.set("person", person)} />
      {form.wrong["person"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["person"]}</p> : null}
      <Field form={form} name="crops" label={t("name.crops")} hint={t("name.crops.hint")} />
    </Form>
  );
};

/** The village's technicians, named by an office; one of them, or an office, plans a round. */
export const People = () => {
  const [turn, again] = useState(0);
  const next = (): void => again((before) => before + 1);
  const all = useLoad(() => call(FEATURE, "technicians", { query: { limit: 50 } }), [turn]);
  const me = session();
  const isOne = all.data?.items.some(({ person }) => person === me?.person) ?? false;
  return (
    <>
      <h1>{t("technicians")}</h1>
      <State of={all}>{({ items }) => items.length === 0 ? <Empty>{t("technicians.empty")}</Empty> : <>{items.map((who) => <One key={who.person} who={who} onDone={next} />)}</>}</State>
      {isKeeper() && seesRoll() ? <Section title={t("name.new")}><NameOne key={turn} onDone={next} /></Section> : null}
      <Rounds when={turn} mayDrop={({ name }) => isKeeper() || (isOne && name === me?.name)} onDropped={next} />
      {isKeeper() || isOne ? <Section title={t("round.new")}><Plan key={turn} onDone={next} /></Section> : null}
      <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
    </>
  );
};
