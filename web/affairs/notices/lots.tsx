import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";

const FEATURE = "affairs/notices";
type Drawn = Answer<typeof FEATURE, "drawn">["items"][number];

const Against = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "against", { start: { reason: "" }, draft: id, send: async (body) => { await call(FEATURE, "against", { params: { id }, body }); onDone(); } });
  return <Form form={form} submit={t("lot.against")}><Field form={form} name="reason" label={t("lot.why")} /></Form>;
};

const One = ({ notice, onDone }: { notice: Drawn; onDone: () => void }) => {
  const [against, open] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const params = { id: notice.id };
  const say = (answer: "agree" | "not-me") => (): Promise<void> => call(FEATURE, answer, { params }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <article class="card careful">
      <h3>{notice.title}</h3>
      <p>{notice.text}</p>
      <p class="meta">{t("lot.by", { at: when(notice.answerBy) })}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      <div class="row"><Button icon="done" onPress={say("agree")}>{t("lot.agree")}</Button><Button onPress={say("not-me")}>{t("lot.not-me")}</Button><Button onPress={() => open(!against)}>{t("lot.against")}</Button></div>
      {against ? <Against id={notice.id} onDone={onDone} /> : null}
    </article>
  );
};

/** Notices for which the lot fell on me; absent for everybody else. */
export const Lots = () => {
  const drawn = useLoad(() => call(FEATURE, "drawn", {}));
  if (!drawn.data?.items.length) return null;
  return <Section title={t("lot")}><p class="hush">{t("lot.note")}</p>{drawn.data.items.map((each) => <One key={each.id} notice={each} onDone={drawn.reload} />)}</Section>;
};
