import { boot } from "../../core/boot.ts";
import { Button } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import type { HouseAnswer } from "../../core/warning/screen.tsx";
import { t } from "../../core/words.ts";
import { Calls } from "./calls.tsx";
import { useSaying } from "./saying.ts";
import type { Way } from "./saying.ts";

const ALL: readonly HouseAnswer[] = [{ kind: "left", people: 0 }, { kind: "help" }, { kind: "stayed", people: 0 }, { kind: "away" }];

/** Without a network and without ever having seen the warning: a house can still say how it is; how many is asked later. */
export const Blind = ({ way }: { way: Way }) => {
  const { last, state, problem, say } = useSaying(way, undefined, () => undefined);
  return (
    <div class="screen">
      <Calls page={{ phone: boot.helpPhone, emergency: boot.emergencyPhone }} told={state === "told"} silent={last?.kind !== "help"} />
      <h1>{t("blind.title")}</h1>
      <p>{t("blind.what")}</p>
      {last && state ? <Card tone={state === "told" ? "good" : "careful"}><p role="status"><b>{t(`fact.${last.kind}`)}</b> {problem?.title ?? t(`said.${state}`)}</p></Card> : null}
      <div class="answers">{ALL.map((answer) => <Button key={answer.kind} kind={answer.kind === "left" ? "primary" : answer.kind === "help" ? "danger" : "plain"} onPress={() => say(answer)}>{t(`fact.${answer.kind}`)}</Button>)}</div>
    </div>
  );
};
