import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { Button } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ReportLink } from "../../core/parts/report-link.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { isKeeper, say } from "./say.ts";
import type { OwnReply, Reply, TalkOf } from "./say.ts";

/** Taking a reply down needs a reason, which is kept. */
export const RemoveForm = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm("circle/replies", "remove", { start: { reason: "" }, draft: id, send: async (body) => { await call("circle/replies", "remove", { params: { id }, body }); onDone(); } });
  return <Form form={form} submit={say("step.remove")} danger><Field form={form} name="reason" label={say("reason")} /></Form>;
};

/** Who said it: a villager with the post they hold, or a guest. */
const Who = ({ reply }: { reply: Reply | OwnReply }) => (
  <small><b>{reply.name || say("visitor")}</b> {reply.office ? <Badge>{say("officer")}</Badge> : null}{reply.author ? <Badge tone="good">{say("author")}</Badge> : null}{reply.visitor && reply.name ? <Badge>{say("visitor")}</Badge> : null} {when(reply.at)}</small>
);
export const Words = ({ reply, audience }: { reply: Reply | OwnReply; audience: TalkOf["audience"] }) =>
  <><Who reply={reply} />{reply.words ? <p>{reply.words}</p> : null}<MediaStrip media={reply.media} audience={audience} /></>;

/** One reply: its writer takes it back, an office takes it down, anybody reports it. */
export const ReplyCard = ({ reply, audience, onGone }: { reply: Reply; audience: TalkOf["audience"]; onGone: () => void }) => {
  const [removing, remove] = useState(false);
  const [problem, set] = useState<ProblemBody | undefined>();
  const takeBack = (): Promise<void> => call("circle/replies", "take-back", { params: { id: reply.id } }).then(onGone, (thrown: unknown) => set(problemOf(thrown)));
  return (
    <article class="says">
      <Words reply={reply} audience={audience} />
      {problem ? <ProblemLine problem={problem} /> : null}
      {removing ? <RemoveForm id={reply.id} onDone={onGone} /> : (
        <div class="row">
          {reply.mine ? <Confirm kind="plain" label={say("step.take-back")} question={say("take-back.ask")} onYes={takeBack} /> : <ReportLink path={at("circle/replies", reply.id)} label={say("report")} />}
          {isKeeper() && !reply.mine ? <Button onPress={() => remove(true)}>{say("step.remove")}</Button> : null}
        </div>
      )}
    </article>
  );
};
