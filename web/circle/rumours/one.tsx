import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { PaperTwin } from "../../core/paper-twin.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { ReportLink } from "../../core/parts/report-link.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { AnswerForm } from "./ask.tsx";
import { FEATURE, isVerifier, isVillager, lineOf, TONE } from "./rumour.ts";
import type { Rumour } from "./rumour.ts";

/** What the village found, by whom, on what grounds; without any it says so. */
const Found = ({ answer }: { answer: NonNullable<Rumour["answer"]> }) => (
  <section class={`card ${answer.bare ? "careful" : "good"}`}>
    <p><b>{t("by", { name: answer.name })}</b> <small>{when(answer.at)}</small> {answer.bare ? <Badge tone="careful">{t("bare")}</Badge> : null}</p>
    {answer.words ? <p>{answer.words}</p> : null}
    <MediaStrip media={answer.media} audience="public" />
    {answer.papers.length > 0 ? <><h2>{t("papers")}</h2><ul>{answer.papers.map(({ title, where }) => <li key={title}>{title}：{where}</li>)}</ul></> : null}
    {answer.words ? <ReadAloud text={answer.words} label={t("listen")} /> : null}
  </section>
);

const Whole = ({ rumour, joined, reload }: { rumour: Rumour; joined: boolean; reload: () => void }) => {
  const [writing, write] = useState(false);
  const [problem, say] = useState<ProblemBody | undefined>();
  const { id, state, verifier, answer } = rumour;
  const press = (step: "verify" | "pin" | "unproven" | "join") => call(FEATURE, step, { params: { id }, body: undefined }).then(reload, (thrown: unknown) => say(problemOf(thrown)));
  const open = state !== "pinned";
  return (
    <>
      {joined ? <p class="card good" role="status">{t("joined")}</p> : null}
      <article class="card">
        <p><Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge> <small>{when(rumour.at)} · {t("askers", { n: rumour.askers })}</small></p>
        <MediaStrip media={rumour.media} audience="public" />
        {verifier && !answer ? <p>{t("verifier", { name: verifier.name })}</p> : null}
        <div class="row"><Button icon="print" onPress={printPage}>{t("print")}</Button><ReportLink path={at(FEATURE, id)} label={t("report")} /></div>
      </article>
      {answer ? <Found answer={answer} /> : null}
      {state === "pinned" ? <PaperTwin of={FEATURE} thing={id} /> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {isVerifier() && open ? (writing ? <AnswerForm id={id} onDone={() => { write(false); reload(); }} /> : (
        <div class="row">
          {state === "asked" ? <Button onPress={() => press("verify")}>{t("step.verify")}</Button> : null}
          <Button icon="talk" onPress={() => write(true)}>{t("step.answer")}</Button>
          {state === "answered" && answer && !answer.bare ? <Button icon="done" onPress={() => press("pin")}>{t("step.pin")}</Button> : null}
          {state === "unproven" ? null : <Button onPress={() => press("unproven")}>{t("step.unproven")}</Button>}
        </div>
      )) : isVillager() && open && !joined ? <Button kind="primary" icon="heart" onPress={() => press("join")}>{t("me-too")}</Button> : null}
    </>
  );
};

/** One question and what is known of it. */
export const One = ({ id, joined }: { id: string; joined: boolean }) => {
  const rumour = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  return (
    <>
      <h1>{rumour.data ? lineOf(rumour.data) : t("title")}</h1>
      <State of={rumour}>{(found) => <Whole key={found.version} rumour={found} joined={joined} reload={rumour.reload} />}</State>
      <Talk thing={id} />
      <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
    </>
  );
};
