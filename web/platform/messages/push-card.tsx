import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { phone, turnOff, turnOn } from "./this-phone.ts";
import type { Phone } from "./this-phone.ts";

/** Showing it on this phone: a switch that says what it will show, and what it never does. */
export const PushCard = () => {
  const now = useLoad(phone);
  const [became, set] = useState<Phone | undefined>();
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const state = became ?? now.data;
  const turn = (to: () => Promise<Phone>) => () => to().then((next) => { set(next); setProblem(undefined); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <section class="card">
      <h2>{t("push")}</h2>
      <p>{t("push.note")}</p>
      {state ? <p role="status" class={`calm ${state === "on" ? "good" : ""}`}>{t(state === "cannot" ? "push.cannot" : state === "refused" ? "push.refused" : state === "on" ? "push.isOn" : "push.isOff")}</p> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {state === "off" ? <Button icon="alert" onPress={turn(turnOn)}>{t("push.turnOn")}</Button> : null}
      {state === "on" ? <Button onPress={turn(turnOff)}>{t("push.turnOff")}</Button> : null}
    </section>
  );
};
