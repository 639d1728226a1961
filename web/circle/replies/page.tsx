import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { definePage } from "../../core/pages.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import type { TalkData } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { RemoveForm, Words } from "./reply-card.tsx";
import { isKeeper, isVillager } from "./say.ts";
import type { OwnReply } from "./say.ts";
import { Under } from "./under.tsx";

/** A guest's reply that waits: an office lets it stand or takes it down. */
const HeldCard = ({ reply }: { reply: OwnReply }) => {
  const [said, say] = useState("");
  const [removing, remove] = useState(false);
  const [problem, set] = useState<ProblemBody | undefined>();
  const release = (): Promise<void> => call("circle/replies", "release", { params: { id: reply.id } }).then(() => say(t("released")), (thrown: unknown) => set(problemOf(thrown)));
  if (said) return <div class="card good" role="status">{said}</div>;
  return (
    <article class="card">
      {reply.heldFor.map((why) => <Badge tone="careful" key={why}>{t(`held.${why}`)}</Badge>)}
      <Words reply={reply} audience="public" />
      {problem ? <ProblemLine problem={problem} /> : null}
      {removing ? <RemoveForm id={reply.id} onDone={() => say(t("state.removed"))} /> : <div class="row"><Button icon="done" onPress={release}>{t("step.release")}</Button><Button onPress={() => remove(true)}>{t("step.remove")}</Button></div>}
      <Line href={at(reply.where)}>{t("to-thing")}</Line>
    </article>
  );
};
const Held = () => (
  <>
    <h1>{t("held")}</h1>
    <p class="hush">{t("held.note")}</p>
    <List load={(cursor) => call("circle/replies", "held", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("held.empty")} item={(each) => <HeldCard key={each.id} reply={each} />} />
  </>
);

const Mine = () => (
  <>
    <h1>{t("mine")}</h1>
    {isKeeper() ? <Line href={at("circle/replies/held")} icon="eye">{t("held")}</Line> : null}
    {isVillager() ? <List load={(cursor) => call("circle/replies", "mine", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("mine.empty")}
      item={(each) => <Line href={at("circle/replies", each.id)} note={`${t(`state.${each.state}`)} · ${when(each.at)}`}>{each.words || t("kept")}</Line>} /> : <p class="hush">{t("mine.empty")}</p>}
  </>
);

const One = ({ id }: { id: string }) => {
  const reply = useLoad(() => call("circle/replies", "one", { params: { id } }), [id]);
  return (
    <State of={reply}>{(found) => (
      <>
        <h1>{t("kept")}</h1>
        <article class="card"><Words reply={found} audience="village" />{found.state === "said" ? null : <Badge tone="careful">{t(`state.${found.state}`)}</Badge>}{found.reason ? <p>{t("removed.because", { reason: found.reason })}</p> : null}</article>
        <LinkButton href={at(found.where)} kind="primary">{t("to-thing")}</LinkButton>
      </>
    )}</State>
  );
};

/** Replies: below a thing on its own page (web/core/talk), and by themselves what I said and what waits for a look. */
export const page = definePage<TalkData | undefined>({
  name: "circle/replies",
  view: ({ here, data }) => {
    if (data) return <Under {...data} />;
    const [id] = here.rest;
    return id === "held" ? <Held /> : id ? <One id={id} key={id} /> : <Mine />;
  },
});
