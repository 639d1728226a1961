import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { callLoosely } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { pick, t } from "../../core/words.ts";
import { HandForm } from "./hand-form.tsx";
import { placeOf, settledWords, whoWords } from "./line.ts";
import type { Line, Step } from "./line.ts";

const MOVED_ON: readonly string[] = ["not-allowed-now", "stale-version", "not-found"];

/** Refusing, or whatever else asks for a reason. */
const Reasoned = ({ line, step, onSend }: { line: Line; step: Step; onSend: (body: object) => Promise<void> }) => {
  const form = useForm(line.feature, step.move, { start: { reason: "" }, draft: line.id, send: (body) => onSend(body) });
  return <Form form={form} submit={pick(step.label)}><Field form={form} name="reason" label={t("reason")} /></Form>;
};

/** One matter: settled in place, with a reason, on its own page, or handed on. */
export const Matter = ({ line, onDone }: { line: Line; onDone: (said: string) => void }) => {
  const [open, show] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const step = (each: Step, body: object = {}): Promise<void> =>
    callLoosely(line.feature, each.move, { params: { id: line.id }, body, ifMatch: line.version, ...(line.village ? { village: line.village.id } : {}) }).then(
      () => onDone(t("done", { step: pick(each.label) })),
      async (thrown: unknown) => {
        const found = problemOf(thrown);
        if (!MOVED_ON.includes(found.type)) { setProblem(found); return; }
        onDone((await settledWords(line).catch(() => null)) ?? t("changed"));
      });
  const reasoned = line.steps.find((each) => each.move === open && each.how === "reason");
  const atOnce = line.steps.filter(({ how }) => how !== "page");
  return (
    <li class="card">
      <p><a href={placeOf(line)}><b>{pick(line.text)}</b></a>{line.overdue ? <> <Badge tone="bad">{t("late")}</Badge></> : null}</p>
      <p><small>{[line.village ? pick(line.village.names) : "", t("since", { at: when(line.since) }), line.due && !line.overdue ? t("due", { at: when(line.due) }) : ""].filter(Boolean).join(" · ")}</small></p>
      {line.handed ? <p class="calm">{t("handed", { who: whoWords(line.handed), word: line.handed.word })}</p> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      <div class="row">
        {atOnce.map((each) => <Button key={each.move} onPress={() => (each.how === "plain" ? step(each) : show(open === each.move ? "" : each.move))}>{pick(each.label)}</Button>)}
        {atOnce.length < line.steps.length || atOnce.length === 0 ? <LinkButton href={placeOf(line)}>{t("open")}</LinkButton> : null}
        {line.to.length > 0 ? <Button onPress={() => show(open === "hand" ? "" : "hand")}>{t("hand")}</Button> : null}
      </div>
      {reasoned ? <Reasoned line={line} step={reasoned} onSend={(body) => step(reasoned, body)} /> : null}
      {open === "hand" ? <HandForm line={line} onDone={() => onDone(t("hand.done"))} /> : null}
    </li>
  );
};
