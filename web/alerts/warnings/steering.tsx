import { useState } from "preact/hooks";
import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { AskWords } from "./ask-words.tsx";
import { Countdown } from "./countdown.tsx";
import { Clear, End } from "./ending.tsx";
import { nameIn } from "./names.ts";
import type { VillageName } from "./names.ts";

interface Props { readonly warning: WarningView; readonly villages: readonly VillageName[]; readonly onDone: () => void; readonly area: string }

/** Runs a step and says why where it was refused. */
const useStep = (onDone: () => void) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const run = (step: Promise<unknown>): Promise<void> => step.then(() => { setProblem(undefined); onDone(); }, (thrown: unknown) => { setProblem(problemOf(thrown)); });
  return { problem, run };
};

const Draft = ({ warning, onDone }: Props) => {
  const { problem, run } = useStep(onDone);
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      <Confirm label={t("do.drop")} question={t("do.drop.sure")} kind="plain" onYes={() => run(call("alerts/warnings", "drop", { params: { id: warning.id } }))} />
      <LinkButton href={at("alerts/warnings", warning.id, "edit")} kind="primary">{t("go-on")}</LinkButton>
    </>
  );
};

const Waiting = ({ warning, onDone }: Props) => {
  const { problem, run } = useStep(onDone);
  const own = warning.drafter === session()?.person;
  const params = { id: warning.id };
  return (
    <Section title={t("waiting")}>
      {warning.waitsUntil ? <Countdown until={warning.waitsUntil} onUp={onDone} /> : null}
      <p class="card">{t(own ? "waiting.own" : "waiting.other")}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      <AskWords title={t("do.send-back")} label={t("send-back.why")} yes={t("do.send-back")} kind="plain" onSend={(reason) => run(call("alerts/warnings", "send-back", { params, body: { reason } }))} />
      <Confirm label={t("do.drop")} question={t("do.drop.sure")} kind="plain" onYes={() => run(call("alerts/warnings", "drop", { params }))} />
      <Button kind={own ? "plain" : "primary"} icon="done" onPress={() => run(call("alerts/warnings", "approve", { params }))}>{t("do.approve")}</Button>
    </Section>
  );
};

/** Where the households are counted, the paper printed and the file taken. */
const Ways = ({ warning, villages, area }: Props) => (
  <Section title={t("ways")}>
    <div class="sheet">
      <Line href={at("alerts/roll-call", warning.id, "report")} icon="report" note={t("way.report.note")}>{t("way.report")}</Line>
      {[...new Set(warning.parts.map(({ village }) => village))].map((village) => <Line key={village} href={`/v/${village}/alerts/door-sheets/${warning.id}`} icon="print" note={nameIn(villages, village)}>{t("way.doors")}</Line>)}
      {warning.issuedAt ? <a class="line" href={`/open/alerts/cap/areas/${area}/warnings/${warning.id}`} download={`${warning.id}.xml`}>{t("way.cap")}</a> : null}
    </div>
  </Section>
);

const Issued = (props: Props) => {
  const { warning, villages, onDone } = props;
  const { problem, run } = useStep(onDone);
  const params = { id: warning.id };
  return (
    <>
      <Ways {...props} />
      <Section title={t("steer")}>
        {problem ? <ProblemLine problem={problem} /> : null}
        {warning.paused ? <><p class="card careful">{t("paused.what")}</p><Button onPress={() => run(call("alerts/warnings", "resume", { params }))}>{t("do.resume")}</Button></>
          : <Confirm label={t("do.pause")} question={t("do.pause.sure")} kind="plain" onYes={() => run(call("alerts/warnings", "pause", { params }))} />}
        <LinkButton href={`${at("alerts/warnings", "new")}?replaces=${warning.id}`}>{t("do.update")}</LinkButton>
        <Clear id={warning.id} villages={villages} onDone={onDone} />
        <End id={warning.id} villages={villages} onDone={onDone} />
        <AskWords title={t("do.cancel")} label={t("cancel.why")} hint={t("cancel.hint")} yes={t("do.cancel.yes")} onSend={(reason) => run(call("alerts/warnings", "cancel", { params, body: { reason } }))} />
      </Section>
      <LinkButton href={at("alerts/roll-call", warning.id)} kind="primary" icon="checklist">{t("way.board")}</LinkButton>
    </>
  );
};

/** What can be done with a warning now. */
export const Steering = (props: Props) => {
  const { state } = props.warning;
  if (state === "draft") return <Draft {...props} />;
  if (state === "waiting") return <Waiting {...props} />;
  if (state === "issued") return <Issued {...props} />;
  return state === "dropped" ? null : <><Ways {...props} /><LinkButton href={at("alerts/roll-call", props.warning.id)} kind="primary" icon="checklist">{t("way.board.past")}</LinkButton></>;
};
