import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { day, when } from "../../core/parts/time.ts";
import { at, here } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { InTheWay } from "./again.tsx";
import { sees } from "./who.ts";
import { save } from "./zip.ts";

const FEATURE = "platform/exports";
type File = Answer<"platform/exports", "myFiles">["items"][number];
type Erasing = NonNullable<Answer<"platform/exports", "myErasure">["erasure"]>;

const Ready = ({ file }: { file: File }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const take = (as: "json" | "text"): Promise<void> => call(FEATURE, "myFile", { params: { id: file.id, as } })
    .then((text) => save(as === "json" ? "my-data.json" : "my-data.txt", new Blob([text], { type: as === "json" ? "application/json" : "text/plain;charset=utf-8" })), (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <section class="card">
      <p>{file.state === "ready" ? t("file.ready", { rows: file.rows, until: day(file.until ?? file.at) }) : t("file.waiting")}</p>
      <p class="meta">{when(file.at)}</p>
      {file.state === "ready" ? <div class="row"><Button icon="download" onPress={() => take("text")}>{t("file.text")}</Button><Button icon="download" onPress={() => take("json")}>{t("file.json")}</Button></div> : null}
      <InTheWay problem={problem} />
    </section>
  );
};

const Files = () => {
  const files = useLoad(() => call(FEATURE, "myFiles", {}));
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const ask = (): Promise<void> => call(FEATURE, "askFile", { body: {} }).then(() => { setProblem(undefined); files.reload(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <Section title={t("file.title")}>
      <p class="hush">{t("file.note")}</p>
      <State of={files}>{({ items }) => (items.length === 0 ? <Empty>{t("file.none")}</Empty> : <>{items.map((file) => <Ready key={file.id} file={file} />)}</>)}</State>
      <InTheWay problem={problem} />
      <Button kind="primary" icon="download" onPress={ask}>{t("file.ask")}</Button>
    </Section>
  );
};

const Waiting = ({ erasure, onBack }: { erasure: Erasing; onBack: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  return (
    <section class="card bad" role="status">
      <p><b>{erasure.state === "waiting" ? t("erase.waiting", { until: day(erasure.until) }) : t("erase.erasing")}</b></p>
      {erasure.by === "office" ? <p>{t("erase.by.office")}</p> : null}
      <InTheWay problem={problem} />
      {erasure.state === "waiting" ? <Button onPress={() => call(FEATURE, "keepMe", { body: {} }).then(onBack, (thrown: unknown) => setProblem(problemOf(thrown)))}>{t("erase.back")}</Button> : null}
    </section>
  );
};

const Erase = () => {
  const mine = useLoad(() => call(FEATURE, "myErasure", {}));
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [kept, say] = useState(false);
  const ask = (): Promise<void> => call(FEATURE, "askErasure", { body: {} }).then(() => { setProblem(undefined); say(false); mine.reload(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <Section title={t("erase.title")}>
      <p>{t("erase.note")}</p>
      <p class="hush">{t("erase.stays")}</p>
      {kept ? <p class="calm good" role="status">{t("erase.back.done")}</p> : null}
      <InTheWay problem={problem} />
      <State of={mine}>{({ erasure }) => (erasure ? <Waiting erasure={erasure} onBack={() => { say(true); mine.reload(); }} /> : <Confirm label={t("erase.ask")} question={t("erase.sure")} onYes={ask} />)}</State>
    </Section>
  );
};

/** Everything about me: to take along, or to be erased. */
export const Mine = () => (
  <>
    <h1>{t("title")}</h1>
    <p class="hush">{t("mine.note")}</p>
    <Files />
    <Erase />
    {here().village && sees.copies() ? <LinkButton href={at(FEATURE, "village")} icon="village">{t("to.village")}</LinkButton> : null}
  </>
);
