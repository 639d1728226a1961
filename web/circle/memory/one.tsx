import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { ownStyle } from "../../core/own-style.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ReportLink } from "../../core/parts/report-link.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { isVillager } from "./memory.ts";
import type { Memory } from "./memory.ts";
import { TellForm } from "./tell-form.tsx";

const MEMORY = "circle/memory";
ownStyle(".memory .told{padding:8px 12px;border-left:4px solid var(--green);background:var(--mist)}.memory p{white-space:pre-line}");

const Consent = ({ memory, reload }: { memory: Memory; reload: () => void }) => {
  const form = useForm(MEMORY, "consent", { start: { how: "" }, draft: memory.id, send: async (body) => { await call(MEMORY, "consent", { params: { id: memory.id }, body }); reload(); } });
  return <><p class="card careful">{t("consent.note")}</p><Form form={form} submit={t("consent.send")}><Field form={form} name="how" label={t("consent")} /></Form></>;
};
/** What its giver decides: who sees it, and whether it stays. */
const Own = ({ memory, reload }: { memory: Memory; reload: () => void }) => {
  const [problem, set] = useState<ProblemBody | undefined>();
  const move = (act: Promise<unknown>): Promise<void> => act.then(reload, (thrown: unknown) => set(problemOf(thrown)));
  const show = (audience: "village" | "public") => () => move(call(MEMORY, "show", { params: { id: memory.id }, body: { audience } }));
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      {memory.state === "held" ? <Consent memory={memory} reload={reload} /> : (
        <Section title={t("show")}><div class="row">{(memory.brought === "public" || memory.media.length === 0 ? ["village", "public"] as const : ["village"] as const).map((each) => <Button key={each} icon={memory.state === "shown" && memory.audience === each ? "done" : "eye"} onPress={show(each)}>{t(`show.${each}`)}</Button>)}</div></Section>
      )}
      <Confirm label={t("step.withdraw")} question={t("withdraw.ask")} onYes={() => move(call(MEMORY, "withdraw", { params: { id: memory.id } }))} />
    </>
  );
};

const Open = ({ memory, reload }: { memory: Memory; reload: () => void }) => {
  const [telling, tell] = useState(false);
  const [told, done] = useState(false);
  const asked = memory.kind === "photo" ? t("ask") : t("told");
  return (
    <>
      <article class="card memory">
        <p><Badge>{t(`kind.${memory.kind}`)}</Badge> <small>{[...(memory.year ? [t("year.at", { year: memory.year })] : []), t("by", { name: memory.name }), when(memory.at)].join(" · ")}</small> <Badge tone={memory.state === "shown" ? "good" : "careful"}>{t(`state.${memory.state}`)}</Badge></p>
        {memory.words ? <p>{memory.words}</p> : null}
        <MediaStrip media={memory.media} audience={memory.brought} />
        <h2>{asked}</h2>
        {memory.parts.length === 0 ? <p class="hush">{t("told.none")}</p> : memory.parts.map((part) => <div class="told" key={part.id}><small><b>{part.name}</b> {when(part.at)}</small>{part.words ? <p>{part.words}</p> : null}<MediaStrip media={part.media} audience={memory.brought} /><ReportLink path={at(MEMORY, memory.id, part.id)} label={t("report")} /></div>)}
      </article>
      {memory.mine ? <Own memory={memory} reload={reload} /> : <ReportLink path={at(MEMORY, memory.id)} label={t("report")} />}
      {isVillager() && memory.state !== "held" ? (telling ? <TellForm memory={memory} onDone={() => { tell(false); done(true); reload(); }} /> : <Button kind={told ? "plain" : "primary"} icon="talk" onPress={() => tell(true)}>{t("describe")}</Button>) : null}
      {memory.state === "held" ? null : <><Button icon="print" onPress={printPage}>{t("print")}</Button><Talk thing={memory.id} /></>}
    </>
  );
};

/** One thing of the village's memory: looked at, recognised, shown as its giver wishes. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => call(MEMORY, "one", { params: { id } }), [id]);
  return (
    <>
      <h1>{found.data?.title ?? t("title")}</h1>
      <State of={found}>{(memory) => memory.state === "withdrawn" ? <p class="card">{t("withdrawn")}</p> : <Open key={memory.version} memory={memory} reload={found.reload} />}</State>
      <LinkButton href={at(MEMORY)}>{t("to-list")}</LinkButton>
    </>
  );
};
