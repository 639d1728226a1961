import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { dateDay } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./question.ts";

type Round = Answer<typeof FEATURE, "rounds">["items"][number];
const roundLine = ({ day, hamlet }: Round): string => t("round.line", { day: dateDay(day), hamlet });

const Drop = ({ round, onDone }: { round: Round; onDone: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const drop = (): Promise<void> => call(FEATURE, "dropRound", { params: { day: round.day, id: round.id } }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  return <>{problem ? <ProblemLine problem={problem} /> : null}<Confirm kind="plain" label={t("round.drop")} question={t("round.drop.ask", { round: roundLine(round) })} onYes={drop} /></>;
};

/** When a technician comes by, the next day first. @param mayDrop which of them the reader may call off, for whoever plans them */
export const Rounds = ({ when = 0, mayDrop = () => false, onDropped = () => undefined }: { when?: number; mayDrop?: (round: Round) => boolean; onDropped?: () => void }) => (
  <Section title={t("rounds")}>
    <List when={[when]} empty={t("rounds.empty")} load={(cursor) => call(FEATURE, "rounds", { query: { ...(cursor ? { cursor } : {}) } })}
      item={(round) => <div key={round.id}><Line icon="date" note={[round.name, round.note].filter(Boolean).join(" · ")}>{roundLine(round)}</Line>{mayDrop(round) ? <Drop round={round} onDone={onDropped} /> : null}</div>} />
  </Section>
);

/** Planning a day in a hamlet. */
export const Plan = ({ onDone }: { onDone: () => void }) => {
  const form = useForm(FEATURE, "planRound", {
    start: { day: "", hamlet: "", note: "" },
    send: async (body) => { await call(FEATURE, "planRound", { body }); onDone(); },
  });
  return (
    <Form form={form} submit={t("round.send")}>
      <Field form={form} name="day" kind="date" label={t("round.day")} />
      <Field form={form} name="hamlet" label={t("round.hamlet")} />
      <Field form={form} name="note" label={t("round.note")} />
    </Form>
  );
};
