import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { problemOf, Refused } from "../../core/client/refused.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { MemberFinder, seesRoll } from "../../core/form/member-finder.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { myself } from "./post.ts";
import type { Post } from "./post.ts";

const FEATURE = "platform/offices";
const AwayForm = ({ post, onDone }: { post: Post; onDone: (said: string) => void }) => {
  const form = useForm(FEATURE, "act", {
    start: { person: "", until: "" }, draft: post.office,
    send: async (body) => {
      if (!body.person) throw new Refused({ type: "wrong-field", status: 422, field: "person", title: t("reason.required") });
      await call(FEATURE, "act", { params: { office: post.office }, body });
      onDone(t("acting.done"));
    },
  });
  return (
    <Form form={form} submit={t("acting.send")}>
      <MemberFinder chosen={form.values.person} onPick={(person) => form.set("person", person)} />
      {form.wrong["person"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["person"]}</p> : null}
      <Field form={form} name="until" kind="date" label={t("acting.until")} />
    </Form>
  );
};

/** My own post while I am away: who acts; or that I am back. */
export const Away = ({ post, onDone }: { post: Post; onDone: (said: string) => void }) => {
  const [open, show] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const me = post.holders.find(({ person }) => person === myself());
  const acting = post.holders.filter(({ actingFor }) => actingFor !== null && actingFor === me?.name);
  if (!me || me.actingFor !== null) return null;
  const back = (person: string): Promise<void> => call(FEATURE, "back", { params: { office: post.office }, body: { person } }).then(() => onDone(t("acting.ended")), (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      {acting.map(({ person }) => <Button key={person} onPress={() => back(person)}>{t("acting.back")}</Button>)}
      {acting.length > 0 || !seesRoll() ? null : open ? <AwayForm post={post} onDone={onDone} /> : <Button onPress={() => show(true)}>{t("acting")}</Button>}
    </>
  );
};
