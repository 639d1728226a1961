import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { AnswerForm, AssignForm, PublishForm } from "./answer-form.tsx";
import { Closing } from "./closing.tsx";
import { isAbove, isCadre, isSecretary, LETTERS } from "./letter.ts";
import type { Letter } from "./letter.ts";
import { Sheet } from "./sheet.tsx";

/** The step by which this reader answers, where it is theirs to answer. */
const answerStep = ({ state }: Letter): "reply" | "respond" | "answer" | null =>
  state === "escalated" ? (isAbove() ? "answer" : null) : ["replied", "closed"].includes(state) ? null : isSecretary() ? "reply" : state === "assigned" && isCadre() ? "respond" : null;

const OfficeSteps = ({ letter, reload, fails }: { letter: Letter; reload: () => void; fails: (thrown: unknown) => void }) => {
  const [open, show] = useState<"" | "assign" | "publish">("");
  const step = answerStep(letter);
  if (open === "assign") return <AssignForm letter={letter} onDone={reload} />;
  if (open === "publish") return <PublishForm letter={letter} onDone={reload} />;
  return (
    <>
      <div class="row">
        {isSecretary() && letter.state === "submitted" ? <Button icon="done" onPress={() => call(LETTERS, "receive", { params: { id: letter.id } }).then(reload, fails)}>{t("step.receive")}</Button> : null}
        {isSecretary() && step === "reply" ? <Button icon="people" onPress={() => show("assign")}>{t("step.assign")}</Button> : null}
        {(isSecretary() || isAbove()) && letter.wall === "published" ? <Button icon="eye" onPress={() => show("publish")}>{t("publish")}</Button> : null}
      </div>
      {step ? <AnswerForm letter={letter} step={step} onDone={reload} /> : null}
    </>
  );
};

const WriterSteps = ({ letter, reload, fails }: { letter: Letter; reload: () => void; fails: (thrown: unknown) => void }) => {
  const params = { id: letter.id };
  return (
    <>
      {letter.wall === "consented" || letter.wall === "published" ? <Confirm kind="plain" label={t("withdraw")} question={t("withdraw.sure")} onYes={() => call(LETTERS, "withdraw", { params }).then(reload, fails)} />
        : <Button icon="eye" onPress={() => call(LETTERS, "consent", { params }).then(reload, fails)}>{t("consent")}</Button>}
      {letter.state === "replied" ? <Closing close={(satisfied) => call(LETTERS, "close", { params, body: { satisfied } })} reopen={(words) => call(LETTERS, "reopen", { params, body: { words } })} onDone={reload} /> : null}
    </>
  );
};

/** One letter, as its writer or whoever answers it sees it. */
export const One = ({ id }: { id: string }) => {
  const letter = useLoad(() => call(LETTERS, "one", { params: { id } }), [id]);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const fails = (thrown: unknown): void => setProblem(problemOf(thrown));
  return (
    <>
      <State of={letter}>{(found) => (
        <>
          <h1>{found.mine ? t("mine") : found.from === null ? t("from.nobody") : t("from", { name: found.from })}</h1>
          <Sheet letter={found} />
          {problem ? <ProblemLine problem={problem} /> : null}
          {found.mine ? <WriterSteps key={found.version} letter={found} reload={letter.reload} fails={fails} /> : <OfficeSteps key={found.version} letter={found} reload={letter.reload} fails={fails} />}
        </>
      )}</State>
      <LinkButton href={at(LETTERS)}>{t("one.link")}</LinkButton>
    </>
  );
};
