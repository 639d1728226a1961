import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { ReportLink } from "../../core/parts/report-link.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { isKeeper } from "./post.ts";
import type { Post } from "./post.ts";
import { Body } from "./wall.tsx";

const POSTS = "circle/posts";

const Remove = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const [open, show] = useState(false);
  const form = useForm(POSTS, "remove", { start: { reason: "" }, draft: id, send: async (body) => { await call(POSTS, "remove", { params: { id }, body }); onDone(); } });
  return open ? <Form form={form} submit={t("step.remove")} danger><Field form={form} name="reason" label={t("remove.reason")} /></Form> : <Button onPress={() => show(true)}>{t("step.remove")}</Button>;
};

const Acts = ({ post, reload }: { post: Post; reload: () => void }) => {
  const [problem, set] = useState<ProblemBody | undefined>();
  const takeBack = (): Promise<void> => call(POSTS, "take-back", { params: { id: post.id } }).then(reload, (thrown: unknown) => set(problemOf(thrown)));
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      <div class="row">
        {post.mine ? <><LinkButton href={at(POSTS, post.id, "edit")} icon="tool">{t("step.edit")}</LinkButton><Confirm kind="plain" label={t("step.take-back")} question={t("take-back.ask")} onYes={takeBack} /></>
          : <ReportLink path={at(POSTS, post.id)} label={t("report")} />}
      </div>
      {isKeeper() && !post.mine ? <Remove id={post.id} onDone={reload} /> : null}
    </>
  );
};

/** One post and what is said about it. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => call(POSTS, "one", { params: { id } }), [id]);
  return (
    <>
      <h1>{t("title")}</h1>
      <State of={found}>{(post) => post.state === "removed" ? <p class="card careful">{post.reason ? t("removed.because", { reason: post.reason }) : t("state.removed")}</p> : (
        <>
          <article class="card post"><Body post={post} /></article>
          {post.words ? <ReadAloud text={post.words} /> : null}
          <Acts post={post} reload={found.reload} />
          <Talk thing={post.id} />
        </>
      )}</State>
      <LinkButton href={at(POSTS)}>{t("to-list")}</LinkButton>
    </>
  );
};
