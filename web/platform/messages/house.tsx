import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./line.tsx";

type Way = Answer<typeof FEATURE, "house">;

const Choose = ({ start }: { start: Way }) => {
  const [now, set] = useState(start);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [kept, keep] = useState(false);
  const pick = (way: string): Promise<void> => call(FEATURE, "houseWish", { params: { household: now.household }, body: { way: way as Way["way"] } })
    .then((next) => { set(next); keep(true); setProblem(undefined); }, (thrown: unknown) => { keep(false); setProblem(problemOf(thrown)); });
  return (
    <>
      <p class="meta">{t("door.line", { no: now.no })}</p>
      <Picker label={t("way")} value={now.way} choices={(["sms", "door", "page"] as const).map((value) => ({ value, label: t(`way.${value}`) }))} onPick={(way) => void pick(way)} />
      {now.phone ? null : <p class="card careful">{t("way.none")}</p>}
      {problem ? <ProblemLine problem={problem} /> : null}
      {kept ? <p class="card good" role="status">{t("how.kept")}</p> : null}
    </>
  );
};

/** How a house in which nobody is signed in is told: chosen by itself, or by a cadre at its door. */
export const House = ({ household }: { household: string }) => {
  const way = useLoad(() => call(FEATURE, "house", { params: { household } }), [household]);
  return (
    <>
      <h1>{t("way")}</h1>
      <p class="hush">{t("way.note")}</p>
      <State of={way}>{(start) => <Choose start={start} />}</State>
      <LinkButton href={at(FEATURE, "door")}>{t("door")}</LinkButton>
    </>
  );
};
