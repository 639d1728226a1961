import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Line } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, houseWords, isCadre } from "./door.ts";
import type { Plate } from "./door.ts";

/** The steps of a plate; new codes are made by an office. */
export const PlateSteps = ({ plate, onDone }: { plate: Plate; onDone: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const step = (name: "put-up" | "lose" | "replace"): Promise<void> => call(FEATURE, name, { params: { id: plate.id }, ifMatch: plate.version }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <div class="form">
      {problem ? <ProblemLine problem={problem} /> : null}
      {plate.state === "issued" || plate.state === "replaced" ? <Button icon="done" onPress={() => step("put-up")}>{t("step.put-up")}</Button> : null}
      {plate.state === "reported-lost" ? null : <Confirm kind="plain" label={t("step.lose")} question={t("step.lose.ask")} onYes={() => step("lose")} />}
      {isCadre() && (plate.state === "active" || plate.state === "reported-lost") ? <Confirm kind="plain" label={t("step.replace")} question={t("step.replace.ask")} onYes={() => step("replace")} /> : null}
    </div>
  );
};

/** The household's own plate. */
export const Mine = () => {
  const mine = useLoad(() => call(FEATURE, "mine", {}));
  return (
    <>
      <h1>{t("mine")}</h1>
      <State of={mine}>{({ plate }) => plate
        ? <><Card title={houseWords(plate)} {...(plate.state === "reported-lost" ? { tone: "careful" as const } : {})}><p>{t(`state.${plate.state}`)}</p><p><small>{t("mine.what")}</small></p></Card><PlateSteps plate={plate} onDone={mine.reload} /></>
        : <div class="card"><p><b>{t("mine.none")}</b></p><p>{t("mine.none.what")}</p></div>}</State>
      {isCadre() ? <div class="sheet"><Line href={at(FEATURE, "all")} icon="village">{t("all")}</Line></div> : null}
      <LinkButton href={at(FEATURE, "type")}>{t("type.title")}</LinkButton>
    </>
  );
};
