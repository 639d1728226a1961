import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { FEATURE } from "./door.ts";

/** While a warning lasts: what somebody at a stranger's door may tell those on duty. */
export const ReportHere = ({ code }: { code: string }) => {
  const [words, type] = useState("");
  const [taken, take] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const report = (fact: "help" | "left"): Promise<void> => {
    setProblem(undefined);
    return call(FEATURE, "report", { body: { code, fact, ...(words.trim() ? { words: words.trim() } : {}) } }).then(() => take(fact), (thrown: unknown) => setProblem(problemOf(thrown)));
  };
  return (
    <section class="form" aria-label={t("report.title")}>
      {problem ? <ProblemLine problem={problem} /> : null}
      {taken ? <p class="calm good" role="status">{t("report.taken")}</p> : null}
      {taken === "help" ? <LinkButton kind="danger" icon="phone" href={`tel:${boot.emergencyPhone}`}>{t("call.emergency", { phone: boot.emergencyPhone })}</LinkButton> : (
        <>
          <Confirm kind="danger" label={t("report.help")} question={t("report.help.ask")} onYes={() => report("help")} />
          {taken === "left" ? null : <Confirm kind="plain" label={t("report.left")} question={t("report.left.ask")} onYes={() => report("left")} />}
          <div class="field"><label for="door-words">{t("report.words")}</label><input class="input" id="door-words" maxLength={100} value={words} onInput={(event) => type(event.currentTarget.value)} /></div>
        </>
      )}
      <p class="hush">{t("report.not-shown")}</p>
    </section>
  );
};
