import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { definePage } from "../../core/pages.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { Empty, ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { at, go, here as now } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { countOf, pieces, readFile, toFill, type Language, type Missing, type Sentences } from "./file.ts";

const F = "platform/languages" as const;
const TRANSLATORS = ["office:translator", "office:secretary", "office:committee"];
const mayTranslate = (): boolean => whosIn(now().village).some((who) => TRANSLATORS.includes(who));

const Add = () => {
  const form = useForm(F, "add", { start: { code: "", name: "" }, send: async (body) => { const { code } = await call(F, "add", { body }); go(at(F, code)); } });
  return <Section title={t("add")}><Form form={form} submit={t("add")}><Field form={form} name="code" label={t("code")} hint={t("code.hint")} /><Field form={form} name="name" label={t("name")} hint={t("name.hint")} /></Form></Section>;
};

const All = () => {
  const languages = useLoad(() => call(F, "list", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="card good">{t("intro")}</p>
      <State of={languages}>{({ items }) => items.length === 0 ? <Empty>{t("none")}</Empty> : <div class="sheet">{items.map((each) => <Line key={each.code} icon="talk" {...(mayTranslate() ? { href: at(F, each.code) } : {})} note={t("done", { done: each.done, of: each.of })}>{each.name}</Line>)}</div>}</State>
      <Line href={at("circle/listen/voices")} icon="mic">{t("voices")}</Line>
      {mayTranslate() ? <Add /> : null}
    </>
  );
};

interface Wrong { readonly page: string; readonly key: string; readonly why: string; readonly holes: readonly string[] }
const wrongIn = (problem: ProblemBody | undefined): readonly Wrong[] => (problem?.detail?.["problems"] as readonly Wrong[] | undefined) ?? [];

/** Brings a file in pieces; what is wrong is named sentence by sentence, and nothing of that piece is kept. */
const Bring = ({ code, onKept }: { code: string; onKept: () => void }) => {
  const [file, choose] = useState<Sentences | null | undefined>();
  const [problem, set] = useState<ProblemBody | undefined>();
  const [said, say] = useState("");
  const send = async (): Promise<void> => {
    set(undefined);
    if (!file) return;
    try {
      let kept = 0;
      for (const words of pieces(file)) {
        const answer = await call(F, "bring", { params: { code }, body: { words } });
        kept += answer.kept;
        say(t("kept", { kept, done: answer.done, of: answer.of }));
      }
      choose(undefined);
      onKept();
    } catch (thrown) { set(problemOf(thrown)); }
  };
  const wrong = wrongIn(problem);
  const more = Number(problem?.detail?.["count"] ?? 0) - wrong.length;
  return (
    <Section title={t("file")}>
      <div class="field"><label>{t("file")}<small> {t("file.hint")}</small><input class="input" type="file" accept="application/json,.json" onChange={async (event) => { say(""); set(undefined); const [chosen] = event.currentTarget.files ?? []; choose(chosen ? readFile(await chosen.text()) : undefined); }} /></label></div>
      {file === null ? <p class="wrong" role="alert">{t("file.not")}</p> : file ? <p>{t("file.read", { pages: Object.keys(file).length, n: countOf(file) })}</p> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {wrong.length > 0 ? <ul>{wrong.map((each) => <li key={`${each.page}${each.key}`}>{t(`wrong.${each.why}`, { page: each.page, key: each.key, holes: each.holes.join(", ") })}</li>)}{more > 0 ? <li>{t("wrong.more", { n: more })}</li> : null}</ul> : null}
      {said ? <p class="card good" role="status">{said}</p> : null}
      <Button kind="primary" disabled={!file} onPress={send}>{t("send")}</Button>
    </Section>
  );
};

const download = async (code: string): Promise<void> => {
  const all: Missing[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await call(F, "missing", { params: { code }, query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    all.push(...page.items);
    if (!page.next) break;
    cursor = page.next;
  }
  const url = URL.createObjectURL(new Blob([toFill(all, boot.first)], { type: "application/json" }));
  const link = document.createElement("a");
  [link.href, link.download] = [url, `${code}.json`];
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

const One = ({ code }: { code: string }) => {
  const [round, again] = useState(0);
  const languages = useLoad(() => call(F, "list", {}), [round]);
  const language: Language | undefined = languages.data?.items.find((each) => each.code === code);
  return (
    <>
      <h1>{language?.name ?? code}</h1>
      {language ? <p class="card">{t("done", { done: language.done, of: language.of })}</p> : null}
      <p class="hush">{t("warns")}</p>
      <Button icon="download" onPress={() => download(code)}>{t("take")}</Button>
      <Bring code={code} onKept={() => again(round + 1)} />
      <Section title={t("left")}>
        <List load={(cursor) => call(F, "missing", { params: { code }, query: { ...(cursor ? { cursor } : {}) } })} when={[round]} empty={t("missing.none")} item={(each) => <Line note={`${each.page} · ${each.key}`}>{each[boot.first]}</Line>} />
      </Section>
      <Confirm label={t("end")} question={t("end.sure")} onYes={() => call(F, "end", { params: { code } }).then(() => go(at(F)))} />
      <LinkButton href={at(F)}>{t("title")}</LinkButton>
    </>
  );
};

/** The village's further languages: which there are, and for who translates, what is missing and the file they bring. */
export const page = definePage({ name: F, view: ({ here }) => (here.rest[0] && mayTranslate() ? <One code={here.rest[0]} key={here.rest[0]} /> : <All />) });
