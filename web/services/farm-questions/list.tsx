import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { FirstPhoto } from "../../core/media/media-strip.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { askerOf, FEATURE, isVillager, lineOf } from "./question.ts";
import type { QuestionLine } from "./question.ts";
import { Rounds } from "./rounds.tsx";

export const QuestionRow = ({ question }: { question: QuestionLine }) => (
  <Line href={at(FEATURE, question.id)} icon="ask" note={[askerOf(question), when(question.at), question.answerCount > 0 ? t("answers", { n: question.answerCount }) : t(`state.${question.state}`)].join(" · ")} {...(question.state === "solved" ? { badge: t("state.solved") } : {})}>
    <span class="beside"><FirstPhoto media={question.media} audience="public" /><span>{lineOf(question)}</span></span>
  </Line>
);

/** What people ask, the rounds and the way to the book. */
export const Questions = () => {
  const [round, again] = useState(0);
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("hint")}</p>
      {isVillager() ? <KeptList feature={FEATURE} onSent={() => again((before) => before + 1)} /> : null}
      <Section title={t("list")}><List load={(cursor) => call(FEATURE, "list", { query: { ...(cursor ? { cursor } : {}) } })} when={[round]} empty={t("empty")} item={(each) => <QuestionRow question={each} />} /></Section>
      <Rounds />
      <div class="row"><LinkButton href={at(FEATURE, "book")} icon="book">{t("book.open")}</LinkButton>{isVillager() ? <><LinkButton href={at(FEATURE, "mine")}>{t("mine")}</LinkButton><LinkButton href={at(FEATURE, "people")} icon="people">{t("technicians")}</LinkButton></> : null}</div>
      <LinkButton href={at(FEATURE, "new")} kind="primary" icon="camera">{t("new")}</LinkButton>
    </>
  );
};

/** What was solved here, or what the reader asked. */
export const Shelf = ({ of }: { of: "book" | "mine" }) => (
  <>
    <h1>{t(of)}</h1>
    {of === "book" ? <p class="hush">{t("book.hint")}</p> : null}
    <List key={of} load={(cursor) => call(FEATURE, of, { query: { ...(cursor ? { cursor } : {}) } })} empty={t(of === "book" ? "book.empty" : "empty")} item={(each) => <QuestionRow question={each} />} />
    <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
  </>
);
