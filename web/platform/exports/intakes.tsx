import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Button } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { pick, t } from "../../core/words.ts";
import { InTheWay } from "./again.tsx";
import { unzip } from "./zip.ts";

const FEATURE = "platform/exports";
type Intake = Answer<"platform/exports", "intake">;

const stateOf = (intake: Intake): string =>
  intake.state === "working" ? t("intake.working", { done: intake.written, of: intake.files })
    : intake.state === "done" ? (intake.faults === 0 ? t("intake.done") : t("intake.faults", { count: intake.faults ?? 0 }))
      : t("intake.counts", { rows: intake.rows, files: intake.files });

const IntakeCard = ({ intake, reload }: { intake: Intake; reload: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const start = (): Promise<void> => call(FEATURE, "takeIn", { params: { id: intake.id }, body: {} }).then(() => { setProblem(undefined); reload(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const bad = intake.problems.length + intake.moreProblems;
  return (
    <section class={`card ${intake.faults ? "bad" : ""}`}>
      <p><b>{pick(intake.names)}</b> <small>{intake.village} · {when(intake.at)}</small></p>
      <p>{stateOf(intake)}</p>
      {intake.kept > 0 ? <p class="hush">{t("intake.kept", { count: intake.kept })}</p> : null}
      {intake.state === "bringing" && bad === 0 && intake.missing.length === 0 ? <p class="calm good">{t("intake.clean")}</p> : null}
      {bad > 0 ? <><p class="overdue">{t("problem.title")}</p><ul>{intake.problems.map((each) => <li key={`${each.file}${each.line}`}>{t("intake.problem", { file: each.file, line: each.line, reason: t(`problem.${each.reason}`) })}</li>)}</ul></> : null}
      {intake.moreProblems > 0 ? <p>{t("intake.more", { count: intake.moreProblems })}</p> : null}
      <InTheWay problem={problem} />
      {intake.state === "bringing" && intake.missing.length === 0 ? <Button kind="primary" icon="done" onPress={start}>{t("intake.start")}</Button> : null}
    </section>
  );
};

/** Reads an archive, hands in its manifest, then the files the server still lacks: a broken line goes on where it stopped. */
const bringAll = async (file: Blob, tell: (done: number, of: number) => void): Promise<boolean> => {
  const files = await unzip(file).catch(() => new Map<string, string>());
  let manifest: { format: number } | undefined;
  try { manifest = JSON.parse(files.get("manifest.json") ?? "") as { format: number }; } catch { return false; }
  const begun = await call(FEATURE, "bring", { body: { manifest } });
  const { missing } = begun;
  for (const [i, name] of missing.entries()) {
    tell(i, missing.length);
    await call(FEATURE, "bringFile", { params: { id: begun.id, name }, body: { text: files.get(name) ?? "" } });
  }
  return true;
};

/** Villages that come from elsewhere. */
export const Intakes = () => {
  const intakes = useLoad(() => call(FEATURE, "intakes", { query: { limit: 20 } }));
  const [progress, tell] = useState<{ done: number; of: number } | undefined>();
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [wrong, say] = useState(false);
  const chosen = async (file: Blob | undefined): Promise<void> => {
    if (!file) return;
    setProblem(undefined);
    try { say(!(await bringAll(file, (done, of) => tell({ done, of })))); } catch (thrown) { setProblem(problemOf(thrown)); }
    tell(undefined);
    intakes.reload();
  };
  return (
    <>
      <h1>{t("title.region")}</h1>
      <p>{t("intake.note")}</p>
      <div class="field"><label for="copy-file">{t("intake.choose")}</label><input id="copy-file" class="input" type="file" accept=".zip,application/zip" onChange={(event) => void chosen(event.currentTarget.files?.[0])} /></div>
      {progress ? <p class="hush" role="status">{t("intake.reading", progress)}</p> : null}
      {wrong ? <p class="card careful" role="alert">{t("intake.not-zip")}</p> : null}
      <InTheWay problem={problem} />
      <Section title={t("title.region")}>
        <State of={intakes}>{({ items }) => (items.length === 0 ? <Empty>{t("intake.none")}</Empty> : <>{items.map((intake) => <IntakeCard key={intake.id} intake={intake} reload={intakes.reload} />)}</>)}</State>
      </Section>
    </>
  );
};
