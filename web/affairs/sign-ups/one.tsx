import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { PaperTwin } from "../../core/paper-twin.tsx";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { reportOf } from "../../core/parts/report-link.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { asText, FEATURE, totalOf, type Listed } from "./list.ts";

const Join = ({ list, onDone }: { list: Listed; onDone: () => void }) => {
  const form = useForm(FEATURE, "join", {
    start: { name: "", count: 1 as unknown, note: "" }, draft: list.id,
    send: async ({ name, count, note }) => { await call(FEATURE, "join", { params: { id: list.id }, body: { count: typeof count === "number" ? count : 1, ...(name ? { name } : {}), ...(note ? { note } : {}) } }); onDone(); },
  });
  return (
    <Form form={form} submit={t("add")}>
      <Field form={form} name="name" label={t("line.name")} />
      <Field form={form} name="count" kind="number" label={t("line.count", { unit: list.unit })} />
      <Field form={form} name="note" label={t("line.note")} />
    </Form>
  );
};
const Lines = ({ list, off }: { list: Listed; off: (id: string) => () => Promise<void> }) => (
  <Section title={`${t("lines")} · ${totalOf(list)}`}>
    {list.lines.length === 0 ? <Empty>{t("lines.none")}</Empty> : (
      <ul class="sheet">{list.lines.map((line, i) => (
        <li class="line" key={line.id}><span class="grow"><span>{i + 1}. {line.name} <b>{line.count}{list.unit}</b></span>{line.note || line.helper || line.waiting ? <small>{[...(line.waiting ? [t("waiting")] : []), line.note, ...(line.helper ? [t("helper", { name: line.helper })] : [])].filter(Boolean).join(" · ")}</small> : null}</span>
          {list.state === "open" && (line.mine || list.mine) ? <span><Button onPress={off(line.id)}>{t("off")}</Button></span> : null}</li>
      ))}</ul>
    )}
  </Section>
);

/** One list: add a line, for oneself or for somebody without a phone; copy it to the group, hang it on the wall. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  const { act, said } = useAct(found.reload);
  return (
    <State of={found}>{(list) => (
      <>
        <article class="card">
          <h1>{list.title}</h1>
          {list.words ? <p>{list.words}</p> : null}
          <MediaStrip media={list.media} />
          <small>{[t(`state.${list.state}`), t("by", { name: list.by }), ...(list.closesAt ? [t("until", { at: when(list.closesAt) })] : [])].join(" · ")}</small>
        </article>
        <Lines list={list} off={(line) => act(() => call(FEATURE, "leave", { params: { id }, body: { id: line } }))} />
        {said}
        {list.state === "open" ? <Join key={list.version} list={list} onDone={found.reload} /> : null}
        {list.state === "open" && list.mine ? <Confirm label={t("step.close")} question={t("step.close")} onYes={act(() => call(FEATURE, "close", { params: { id }, body: {} }))} /> : null}
        <Talk thing={id} />
        <PaperTwin of={FEATURE} thing={id} />
        <div class="row"><CopyButton text={() => asText(list)} label={t("copy")} /><Button icon="print" onPress={printPage}>{t("print")}</Button></div>
        <div class="row"><LinkButton href={at(FEATURE)}>{t("all")}</LinkButton><LinkButton href={reportOf(at(FEATURE, id))}>{t("report.wrong")}</LinkButton></div>
      </>
    )}</State>
  );
};
