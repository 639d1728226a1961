import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { ownStyle } from "../../core/own-style.ts";
import { PaperTwin } from "../../core/paper-twin.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { dateDay, day, when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { isSupervisor, isWriter, lineOf, writerOf } from "./entry.ts";
import type { Entry, OwnEntry } from "./entry.ts";

const DIARY = "cadres/diary";
ownStyle(`.entry .body{font-size:1.1em;line-height:1.65;white-space:pre-line}.entry details{margin-top:12px}
@media print{@page{size:A4;margin:20mm}.entry{border:0!important}.entry h1{font-size:28pt}.entry .body{font-size:20pt}.entry details,.entry~*{display:none!important}.entry .shot img{width:80mm;height:auto}}`);

const Former = ({ entry }: { entry: Entry }) => entry.versions.length === 0 ? null : (
  <details><summary class="line">{t("before")}</summary>{entry.versions.map((each) => <blockquote key={each.at}><small>{when(each.at)}</small>{each.title ? <p><b>{each.title}</b></p> : null}{each.words ? <p>{each.words}</p> : null}<MediaStrip media={each.media} audience="public" /></blockquote>)}</details>
);
const Sheet = ({ entry }: { entry: Entry }) => (
  <article class="card entry">
    <h1>{lineOf(entry)}</h1>
    <p><small>{t("by", { who: writerOf(entry), at: dateDay(entry.day) })}</small> {entry.late ? <Badge tone="careful">{t("late")}</Badge> : null} {entry.correctedAt ? <Badge>{t("corrected.at", { at: day(entry.correctedAt) })}</Badge> : null} {entry.state === "draft" ? <Badge tone="careful">{t("draft")}</Badge> : null}</p>
    {entry.title && entry.words ? <div class="body">{entry.words}</div> : entry.words && lineOf(entry) !== entry.words ? <div class="body">{entry.words}</div> : null}
    <MediaStrip media={entry.media} audience="public" />
    {entry.links.map((link) => <Line key={link} href={at(link)}>{t("link.see")}</Line>)}
    <Former entry={entry} />
    {entry.state === "draft" ? null : <PaperTwin of={DIARY} thing={entry.id} />}
  </article>
);

const Remove = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const [open, show] = useState(false);
  const form = useForm(DIARY, "remove", { start: { reason: "" }, draft: id, send: async (body) => { await call(DIARY, "remove", { params: { id }, body }); onDone(); } });
  return open ? <Form form={form} submit={t("step.remove")} danger><Field form={form} name="reason" label={t("remove.reason")} /></Form> : <Button onPress={() => show(true)}>{t("step.remove")}</Button>;
};
/** What its writer does with it. */
const Own = ({ entry, reload }: { entry: OwnEntry; reload: () => void }) => {
  const [problem, set] = useState<ProblemBody | undefined>();
  const move = (step: "publish" | "archive" | "drop") => (): Promise<void> => call(DIARY, step, { params: { id: entry.id }, ifMatch: entry.version }).then(reload, (thrown: unknown) => set(problemOf(thrown)));
  const draft = entry.state === "draft";
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      {entry.state === "archived" || entry.state === "dropped" ? null : (
        <div class="row">
          <LinkButton href={at(DIARY, entry.id, "edit")} icon="tool">{t("step.correct")}</LinkButton>
          {draft ? <Confirm label={t("step.drop")} question={t("drop.ask")} onYes={move("drop")} /> : <Button onPress={move("archive")}>{t("step.archive")}</Button>}
          {draft ? <Button kind="primary" onPress={move("publish")}>{t("step.publish")}</Button> : null}
        </div>
      )}
    </>
  );
};

const Published = ({ entry, own, group, reload }: { entry: Entry; own: OwnEntry | undefined; group: string | undefined; reload: () => void }) => (
  <>
    <Sheet entry={entry} />
    {own?.mine ? <Own entry={own} reload={reload} /> : null}
    {entry.state === "draft" ? null : (
      <>
        {entry.readAloud ? <ReadAloud text={entry.readAloud} /> : null}
        <div class="row">{group ? <CopyButton text={() => group} label={t("copy.group")} /> : null}{isWriter() && entry.readAloud ? <CopyButton text={() => entry.readAloud} label={t("speaker.copy")} /> : null}<Button icon="print" onPress={printPage}>{t("print")}</Button></div>
        {isSupervisor() ? <Remove id={entry.id} onDone={reload} /> : null}
        <Talk thing={entry.id} />
      </>
    )}
  </>
);

const gone = (): undefined => undefined;
const read = async (id: string) => {
  const own = isWriter() || isSupervisor() ? await call(DIARY, "own", { params: { id }, quiet: true }).catch(gone) : undefined;
  const entry: Entry = own ?? (await call(DIARY, "one", { params: { id } }));
  const group = entry.state === "draft" || entry.state === "removed" || entry.state === "dropped" ? undefined : await call(DIARY, "groupText", { params: { id }, quiet: true }).catch(gone);
  return { own, entry, group };
};
/** One entry, large; the group's text, the sheet and the loudspeaker's words are made of it as it stands now. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => read(id), [id]);
  return (
    <>
      <State of={found}>{({ entry, own, group }) => entry.state === "removed" || entry.state === "dropped"
        ? <><h1>{t(`state.${entry.state}`)}</h1>{entry.reason ? <p class="card careful">{t("removed.because", { reason: entry.reason })}</p> : null}</>
        : <Published entry={entry} own={own} group={group} reload={found.reload} />}</State>
      <LinkButton href={at(DIARY)}>{t("to-list")}</LinkButton>
    </>
  );
};
