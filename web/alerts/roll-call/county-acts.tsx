import { useState } from "preact/hooks";
import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";

/** What the duty officer does from the board: pause or go on sending, and the running report, shown before it is copied. */
export const CountyActs = ({ warning, shown, onChange }: { warning: string; shown?: WarningView; onChange: () => void }) => {
  const [report, setReport] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(undefined);
    try { await work(); } catch (thrown) { setProblem(problemOf(thrown)); }
  };
  const move = (to: "pause" | "resume"): Promise<void> => act(async () => { await call("alerts/warnings", to, { params: { id: warning } }); onChange(); });
  return (
    <>
      {shown?.state !== "issued" ? null : shown.paused ? <Button onPress={() => move("resume")}>{t("resume")}</Button>
        : <Confirm kind="plain" label={t("pause")} question={t("pause.question")} yes={t("pause.yes")} onYes={() => move("pause")} />}
      {report ? <Card title={t("report.shown")}><p class="words">{report}</p><CopyButton text={() => report} label={t("report.copy")} /></Card> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      <Button kind="primary" icon="report" onPress={() => act(async () => setReport(String(await call("alerts/roll-call", "report", { params: { warning } }))))}>{t("report.write")}</Button>
    </>
  );
};
