import { useId, useState } from "preact/hooks";
import type { CapProblem } from "../../../shared/alerts/cap/problem-codes.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { problemOf } from "../../core/client/refused.ts";
import { definePage } from "../../core/pages.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";

type Read = Answer<"alerts/cap", "import">;
/** The server takes a message of at most this many characters. */
const MOST = 262_144;

const Problems = ({ problems }: { problems: readonly CapProblem[] }) => (
  problems.length === 0 ? <p>{t("fine")}</p> : <ul>{problems.map(({ code, detail }) => <li key={code + detail}>{t(`problem.${code}`, { detail })}</li>)}</ul>
);

/** The line a refusal names, to be seen beside its sentence. */
const lineOf = (xml: string, problem: ProblemBody): string => (typeof problem.detail?.["line"] === "number" ? xml.split("\n")[problem.detail["line"] - 1]?.trim().slice(0, 160) ?? "" : "");

const Reader = ({ onRead }: { onRead: () => void }) => {
  const [text, file] = [useId(), useId()];
  const [xml, write] = useState("");
  const [read, setRead] = useState<Read | undefined>();
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const open = async (chosen: File | undefined): Promise<void> => { if (chosen) { write(await chosen.text()); setRead(undefined); setProblem(undefined); } };
  const take = async (): Promise<void> => {
    setRead(undefined);
    setProblem(undefined);
    try {
      setRead(await call("alerts/cap", "import", { body: { xml } }));
      write("");
      onRead();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  };
  const wrong = problem ? lineOf(xml, problem) : "";
  return (
    <form class="form" noValidate onSubmit={(event) => { event.preventDefault(); }}>
      <div class="field"><label for={file}>{t("file")}</label><input id={file} class="input" type="file" accept=".xml,.cap,application/xml,text/xml,application/cap+xml" onChange={(event) => void open(event.currentTarget.files?.[0])} /></div>
      <div class="field long"><label for={text}>{t("paste")}</label><textarea id={text} class="input" rows={6} spellcheck={false} value={xml} aria-invalid={problem?.field === "xml" ? "true" : undefined} onInput={(event) => write(event.currentTarget.value)} /></div>
      {xml.length > MOST ? <p class="wrong">{t("too-large", { n: xml.length, most: MOST })}</p> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {wrong ? <p class="card"><code>{wrong}</code></p> : null}
      {read ? (
        <div role="status"><Card tone={read.problems.length > 0 ? "careful" : "good"} title={t(read.already ? "already" : "read")}>
          <Problems problems={read.problems} /><LinkButton href={at("alerts/warnings", read.warning)} kind="primary">{t("open-draft")}</LinkButton></Card></div>
      ) : null}
      <Button kind={read ? "plain" : "primary"} icon="download" disabled={xml.trim() === ""} onPress={take}>{t("take")}</Button>
    </form>
  );
};

const Page = () => {
  const [round, again] = useState(0);
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="card">{t("what")}</p>
      <Reader onRead={() => again(round + 1)} />
      <Section title={t("imports")}>
        <List when={[round]} empty={t("imports.none")} load={(cursor) => call("alerts/cap", "imports", { query: { ...(cursor ? { cursor } : {}) } })} item={(each) => (
          <section class="card">
            <h3>{each.sender}</h3>
            <small>{t("import.line", { at: when(each.readAt), identifier: each.identifier, sent: each.sent })}</small>
            {each.problems.length > 0 ? <details><summary class="line">{t("import.problems", { n: each.problems.length })}</summary><Problems problems={each.problems} /></details> : <p>{t("fine")}</p>}
            <LinkButton href={at("alerts/warnings", each.warning)}>{t("open-draft")}</LinkButton>
          </section>
        )} />
      </Section>
      <LinkButton href={at("alerts/warnings")}>{t("to-warnings")}</LinkButton>
    </>
  );
};

/** Warnings of other systems, read in as drafts. */
export const page = definePage({ name: "alerts/cap", view: () => <Page /> });
