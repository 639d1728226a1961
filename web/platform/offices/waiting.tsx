import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { session } from "../../core/session.ts";
import { pick, t } from "../../core/words.ts";
import type { Giving, Post } from "./post.ts";

const FEATURE = "platform/offices";
const Refusing = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "refuse", { start: { reason: "" }, draft: id, send: async (body) => { await call(FEATURE, "refuse", { params: { id }, body }); onDone(); } });
  return <Form form={form} submit={t("refuse")}><Field form={form} name="reason" label={t("refuse.reason")} /></Form>;
};
const One = ({ giving, title, onDone }: { giving: Giving; title: string; onDone: () => void }) => {
  const [refusing, refuse] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const mine = giving.askedBy === session()?.person;
  const step = (move: "confirm" | "withdraw"): Promise<void> => call(FEATURE, move, { params: { id: giving.id }, ifMatch: giving.version }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <article class="card careful">
      <p><b>{t("waiting.line", { name: giving.name, office: title })}</b>{mine ? <><br /><small>{t("asked.by-you")}</small></> : null}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      {refusing ? <Refusing id={giving.id} onDone={onDone} /> : mine ? <Button onPress={() => step("withdraw")}>{t("withdraw")}</Button>
        : <div class="row"><Button icon="done" onPress={() => step("confirm")}>{t("confirm")}</Button><Button onPress={() => refuse(true)}>{t("refuse")}</Button></div>}
    </article>
  );
};

/** Posts that wait for a second person. */
export const WaitingList = ({ posts, onDone }: { posts: readonly Post[]; onDone: () => void }) => {
  const waiting = useLoad(() => call(FEATURE, "waiting", { query: { limit: 50 } }));
  const items = waiting.data?.items.filter(({ state }) => state === "asked") ?? [];
  const title = (office: string): string => pick(posts.find((each) => each.office === office)?.titles) || office;
  if (waiting.problem) return <ProblemLine problem={waiting.problem} onRetry={waiting.reload} />;
  return items.length === 0 ? null : <Section title={t("waiting.title")}>{items.map((each) => <One key={each.id} giving={each} title={title(each.office)} onDone={() => { waiting.reload(); onDone(); }} />)}</Section>;
};
