import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { day, when } from "../../core/parts/time.ts";
import { at, here } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { InTheWay } from "./again.tsx";
import { sees } from "./who.ts";
import { arranged, save, zipOf, type Packed } from "./zip.ts";

const FEATURE = "platform/exports";
type Copy = Answer<"platform/exports", "copies">["items"][number];

const saidOf = (copy: Copy): string => {
  const until = copy.until ? day(copy.until) : "";
  return t(`copy.${copy.state}`, { rows: copy.rows, until, reason: copy.reason ?? "" });
};

const Refuse = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "refuse", { start: { reason: "" }, send: (body) => call(FEATURE, "refuse", { params: { id }, body }).then(onDone) });
  return <Form form={form} submit={t("copy.refuse")}><Field form={form} name="reason" kind="long" label={t("copy.why")} /></Form>;
};

const Download = ({ copy }: { copy: Copy }) => {
  const [done, count] = useState(0);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const take = async (): Promise<void> => {
    const files: Packed[] = [];
    try {
      for (const { name } of copy.files) {
        files.push({ name, text: await call(FEATURE, "copyFile", { params: { id: copy.id, name }, body: {} }) });
        count(files.length);
      }
      save(`village-${here().village ?? ""}-${copy.at.slice(0, 10)}.zip`, zipOf(arranged(files)));
      setProblem(undefined);
    } catch (thrown) { setProblem(problemOf(thrown)); }
    count(0);
  };
  return <><InTheWay problem={problem} />{done > 0 ? <p class="hush" role="status">{t("copy.downloading", { done, of: copy.files.length })}</p> : null}<Button icon="download" onPress={take}>{t("copy.download")}</Button></>;
};

const CopyCard = ({ copy, reload }: { copy: Copy; reload: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [refusing, refuse] = useState(false);
  const step = (move: "agree" | "withdraw"): Promise<void> => call(FEATURE, move, { params: { id: copy.id }, body: {} }).then(() => { setProblem(undefined); reload(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const others = copy.askedBy !== session()?.person;
  return (
    <section class="card">
      <p>{saidOf(copy)}</p>
      {copy.alone ? <p class="overdue">{t("copy.alone")}</p> : null}
      <p class="meta">{when(copy.at)}</p>
      <InTheWay problem={problem} />
      {copy.state === "ready" ? <Download copy={copy} /> : null}
      {copy.state === "asked" && others ? (refusing ? <Refuse id={copy.id} onDone={reload} /> : <div class="row"><Button icon="done" onPress={() => step("agree")}>{t("copy.agree")}</Button><Button onPress={() => refuse(true)}>{t("copy.refuse")}</Button></div>) : null}
      {copy.state === "ready" || copy.state === "gathering" || (copy.state === "asked" && !others) ? <Button onPress={() => step("withdraw")}>{t("copy.withdraw")}</Button> : null}
    </section>
  );
};

/** The whole village as files: asked for by one post, agreed to by another. */
export const Copies = () => {
  const copies = useLoad(() => call(FEATURE, "copies", { query: { limit: 20 } }));
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const ask = (): Promise<void> => call(FEATURE, "askCopy", { body: {} }).then(() => { setProblem(undefined); copies.reload(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      <h1>{t("title.village")}</h1>
      <p>{t("copy.note")}</p>
      <p class="hush">{t("copy.without")}</p>
      <State of={copies}>{({ items }) => (items.length === 0 ? <Empty>{t("copy.none")}</Empty> : <>{items.map((copy) => <CopyCard key={copy.id} copy={copy} reload={copies.reload} />)}</>)}</State>
      <InTheWay problem={problem} />
      <LinkButton href={at(FEATURE)} icon="me">{t("to.mine")}</LinkButton>
      {sees.erases() ? <LinkButton href={at(FEATURE, "erase")}>{t("desk.open")}</LinkButton> : null}
      {sees.asks() ? <Button kind="primary" icon="copy" onPress={ask}>{t("copy.ask")}</Button> : null}
    </>
  );
};
