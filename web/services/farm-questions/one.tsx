import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { ReportLink } from "../../core/parts/report-link.tsx";
import { Empty, ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { askerOf, dayOfAnswer, FEATURE, isKeeper, lineOf, mayAnswer } from "./question.ts";
import type { Question, Said } from "./question.ts";
import { Speak } from "./speak.tsx";

const whoSaid = ({ name, as }: Said): string => [name, t(`as.${as}`)].filter(Boolean).join(" · ");

/** What somebody would do about it: how soon it came, as what, read aloud on a press. */
const AnswerCard = ({ question, answer, onSolved }: { question: Question; answer: Said; onSolved: () => unknown }) => (
  <article class={`card ${answer.helped ? "good" : ""}`}>
    <p><b>{whoSaid(answer)}</b> <small>{dayOfAnswer(answer.day)} · {when(answer.at)}</small> {answer.helped ? <Badge tone="good">{t("helped")}</Badge> : null}</p>
    {answer.words ? <p>{answer.words}</p> : null}
    <MediaStrip media={answer.media} audience="public" />
    <div class="row">
      {answer.words ? <ReadAloud text={`${whoSaid(answer)}。${answer.words}`} label={t("listen")} /> : null}
      {question.mine && (question.state === "answered" || question.state === "visited") ? <Button icon="done" onPress={onSolved}>{t("solve.by")}</Button> : null}
      <ReportLink path={at(FEATURE, question.id, answer.id)} label={t("report")} />
    </div>
  </article>
);

type Open = "" | "answer" | "more" | "call";
const Whole = ({ question, reload }: { question: Question; reload: () => void }) => {
  const [open, show] = useState<Open>("");
  const [problem, say] = useState<ProblemBody | undefined>();
  const { id, state, mine } = question;
  const done = (): void => { show(""); reload(); };
  const step = (name: "solve" | "wantVisit" | "again", body: { answer?: string } = {}) =>
    (name === "solve" ? call(FEATURE, name, { params: { id }, body }) : call(FEATURE, name, { params: { id }, body: undefined })).then(done, (thrown: unknown) => say(problemOf(thrown)));
  const going = state !== "solved";
  return (
    <>
      <article class="card">
        <p><b>{askerOf(question)}</b> <small>{when(question.at)}</small> <Badge tone={going ? "careful" : "good"}>{t(`state.${state}`)}</Badge></p>
        {question.words ? <p class="said">{question.words}</p> : null}
        <MediaStrip media={question.media} audience="public" />
        <div class="row"><ReadAloud text={lineOf(question)} label={t("listen")} /><Button icon="print" onPress={printPage}>{t("print")}</Button><ReportLink path={at(FEATURE, id)} label={t("report")} /></div>
      </article>
      {mine && question.thin ? <p class="card careful" role="status">{t("thin")}</p> : null}
      {mine && going && open !== "more" ? <Button icon="camera" onPress={() => show("more")}>{t("more")}</Button> : null}
      {open === "more" ? <Speak id={id} step="more" label={t("more")} submit={t("more.send")} onDone={done} /> : null}
      <Section title={t("answers", { n: question.answerCount })}>
        {question.answers.length === 0 ? <Empty>{t("answers.none")}</Empty> : question.answers.map((answer) => <AnswerCard key={answer.id} question={question} answer={answer} onSolved={() => step("solve", { answer: answer.id })} />)}
      </Section>
      {problem ? <ProblemLine problem={problem} /> : null}
      {mine ? (
        <div class="row">
          {state === "asked" || state === "township" || state === "answered" ? <Button onPress={() => step("wantVisit")}>{t("step.wantVisit")}</Button> : null}
          {state === "visited" ? <Button kind="primary" onPress={() => step("solve")}>{t("solve")}</Button> : null}
          {state === "solved" || state === "visited" ? <Button onPress={() => step("again")}>{t("step.again")}</Button> : null}
        </div>
      ) : null}
      {open === "call" ? <Speak id={id} step="call" label={t("call.words")} submit={t("call.send")} onDone={done} />
        : state === "visit" && (question.technician || isKeeper()) ? <Button icon="done" onPress={() => show("call")}>{t("step.call")}</Button> : null}
      {open === "answer" ? <Speak id={id} step="answer" label={t("answer.words")} submit={t("answer.send")} onDone={done} />
        : going && !mine && mayAnswer() ? <Button kind="primary" icon="talk" onPress={() => show("answer")}>{t("answer")}</Button> : null}
    </>
  );
};

/** One question with its answers, how soon each came, and what its asker can do. */
export const One = ({ id }: { id: string }) => {
  const question = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  return (
    <>
      <h1>{question.data ? lineOf(question.data).slice(0, 40) : t("title")}</h1>
      <State of={question}>{(found) => <Whole question={found} reload={question.reload} />}</State>
      <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
    </>
  );
};
