import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { ownStyle } from "../../core/own-style.ts";
import { Button } from "../../core/parts/button.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine, useLoad } from "../../core/parts/state.tsx";
import type { TalkData } from "../../core/talk/talk.tsx";
import { ReplyCard } from "./reply-card.tsx";
import { ReplyForm } from "./reply-form.tsx";
import { numbered, say } from "./say.ts";
import type { OwnReply, TalkOf } from "./say.ts";

ownStyle(".talk .says{padding:8px 12px;border-left:4px solid var(--green);border-radius:4px 10px 10px 4px;background:var(--mist)}.talk .says p{margin:4px 0;white-space:pre-line}.talk .says small{color:inherit}@media print{.talk{display:none}}");

const Likes = ({ thing, talk }: { thing: string; talk: TalkOf }) => {
  const [now, set] = useState({ likes: talk.likes, liked: talk.liked });
  const [problem, complain] = useState<ProblemBody | undefined>();
  const press = async (): Promise<void> => {
    try {
      await numbered();
      const { likes } = await call("circle/replies", now.liked ? "unlike" : "like", { params: { thing } });
      set({ likes, liked: !now.liked });
    } catch (thrown) { complain(problemOf(thrown)); }
  };
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      {talk.mayReply ? <Button icon={now.liked ? "done" : "heart"} onPress={press}>{say(now.liked ? "liked" : "like")}</Button> : null}
      {now.likes > 0 ? <small role="status">{say("like.count", { n: now.likes })}</small> : null}
    </>
  );
};

const Open = ({ thing, talk, reload }: { thing: string; talk: TalkOf; reload: () => void }) => {
  const [writing, write] = useState(false);
  const [left, leave] = useState<OwnReply | undefined>();
  const [round, again] = useState(0);
  const anew = (): void => { again((before) => before + 1); reload(); };
  const done = (said: OwnReply | undefined): void => { write(false); leave(said); anew(); };
  const thanks = left ? (left.state === "said" ? "thanks.said" : left.heldFor.includes("habit") ? "thanks.habit" : "thanks.held") : "";
  return (
    <section class="section talk" aria-label={say("talk")}>
      <div class="heading"><h2>{say("talk")}</h2>{talk.replies > 0 ? <small>{say("replies", { n: talk.replies })}</small> : null}</div>
      {talk.gone ? <p class="hush">{say("gone")}</p> : null}
      <List when={[round]} load={(cursor) => call("circle/replies", "talk", { params: { thing }, query: { ...(cursor ? { cursor } : {}) } })} empty={say("replies.none")}
        item={(reply) => <ReplyCard key={reply.id} reply={reply} audience={talk.audience} onGone={anew} />} />
      {thanks ? <p class={`card ${left!.state === "said" ? "good" : "careful"}`} role="status">{say(thanks)}</p> : null}
      <KeptList feature="circle/replies" onSent={anew} />
      {writing ? <ReplyForm thing={thing} audience={talk.audience} onDone={done} /> : (
        <div class="row"><Likes thing={thing} talk={talk} />{talk.mayReply ? <Button icon="talk" onPress={() => write(true)}>{say("reply")}</Button> : null}</div>
      )}
    </section>
  );
};

/** What stands under a thing on its own page; nothing where nothing is to be said about it. */
export const Under = ({ thing }: TalkData) => {
  const talk = useLoad(() => call("circle/replies", "talk", { params: { thing }, query: { limit: 1 }, quiet: true }), [thing]);
  return talk.data ? <Open thing={thing} talk={talk.data} reload={talk.reload} /> : null;
};
