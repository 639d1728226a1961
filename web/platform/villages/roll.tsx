import { useEffect, useId, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Tiles } from "../../core/parts/board.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { Icon } from "../../core/parts/icon.tsx";
import { ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { MOST, readTable } from "./read-file.ts";
import { RollPreview } from "./roll-preview.tsx";
import { isSecretary } from "./village.ts";
import type { Imported, Preview } from "./village.ts";

const FEATURE = "platform/villages";
const AGAIN = 2_000;
const EXAMPLE = "门牌,小组,姓名,户主,出生年,手机,在家住,需要照顾\n1,一组,张三,是,1960,13800001001,是,\n1,一组,张小三,,1990,,否,\n2,一组,李奶奶,是,1938,,是,独居、没有手机\n";

const Choose = ({ onText }: { onText: (text: string, name: string) => void }) => {
  const id = useId();
  const [wrong, say] = useState("");
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const text = await readTable(file);
    if (text === undefined) say(t("roll.unreadable"));
    else if (text.length > MOST) say(t("roll.too-big"));
    else { say(""); onText(text, file.name); }
  };
  return (
    <>
      <p>{t("roll.hint")}</p>
      <p class="hush">{t("roll.note")}</p>
      <CopyButton text={() => EXAMPLE} label={t("roll.example")} />
      {wrong ? <p class="wrong" role="alert">{wrong}</p> : null}
      <div><label class="button primary" for={id}><Icon name="report" /><span>{t("roll.choose")}</span></label><input class="unseen" id={id} type="file" accept=".csv,text/csv,text/plain" onChange={(event) => void take(event.currentTarget.files?.[0])} /></div>
    </>
  );
};

/** How far the roll has been taken in; looked at again until every part stands. */
const Progress = ({ imported, onAgain }: { imported: Imported; onAgain: () => void }) => {
  const now = useLoad(() => call(FEATURE, "import", { params: { id: imported.import } }));
  const done = now.data !== undefined && now.data.takenIn >= now.data.parts;
  useEffect(() => {
    if (done) return undefined;
    const timer = setTimeout(now.reload, AGAIN);
    return () => clearTimeout(timer);
  }, [now.data, now.problem]);
  return (
    <>
      {imported.repeated ? <p class="card careful">{t("roll.repeated")}</p> : <Tiles tiles={[{ figure: imported.good, label: t("roll.ok"), tone: "good" }, { figure: imported.bad.length + imported.moreBad, label: t("roll.wrong"), ...(imported.bad.length > 0 ? { tone: "careful" as const } : {}) }]} />}
      <p class={`calm ${done ? "good" : ""}`} role="status">{done ? t("roll.done") : `${t("roll.taking")}${now.data ? ` · ${t("roll.taken", { done: now.data.takenIn, parts: now.data.parts })}` : ""}`}</p>
      {imported.bad.map(({ line, field, text }) => <p class="card careful" key={`${line}${field}`}>{text}</p>)}
      <Button onPress={onAgain}>{t("roll.another")}</Button>
      {isSecretary() ? <LinkButton kind="primary" href={at("affairs/households", "all")}>{t("roll.title")}</LinkButton> : <LinkButton kind="primary" href={at()}>{t("frame.home")}</LinkButton>}
    </>
  );
};

/** The village roll: choose a table, look at what it holds and what is wrong line by line, take it in, see it arrive. */
export const RollPage = () => {
  const [table, setTable] = useState<{ text: string; name: string } | undefined>();
  const [preview, setPreview] = useState<Preview | undefined>();
  const [imported, setImported] = useState<Imported | undefined>();
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const doing = <T,>(act: Promise<T>, then: (answer: T) => void): Promise<void> => act.then((answer) => { setProblem(undefined); then(answer); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const begin = (): void => { setTable(undefined); setPreview(undefined); setImported(undefined); setProblem(undefined); };
  const look = (text: string, name: string): void => { setTable({ text, name }); setPreview(undefined); void doing(call(FEATURE, "previewRoll", { body: { csv: text } }), setPreview); };
  return (
    <>
      <h1>{t("roll.title")}</h1>
      {imported ? <Progress imported={imported} onAgain={begin} /> : !table || problem ? <Choose onText={look} /> : null}
      {table && !imported ? <p class="meta">{table.name}</p> : null}
      {problem ? <ProblemLine problem={problem} {...(table && !preview ? { onRetry: () => look(table.text, table.name) } : {})} /> : null}
      {table && !preview && !problem ? <p class="hush" role="status">{t("frame.loading")}</p> : null}
      {preview && table && !imported ? (
        <>
          <RollPreview preview={preview} />
          <Button onPress={begin}>{t("roll.another")}</Button>
          {preview.good > 0 ? <Button kind="primary" icon="done" onPress={() => doing(call(FEATURE, "importRoll", { body: { csv: table.text } }), setImported)}>{t("roll.import")}</Button> : <p class="card careful">{t("roll.nothing")}</p>}
        </>
      ) : null}
    </>
  );
};
