import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { pick, t } from "../../core/words.ts";
import type { Consent } from "./consent.ts";

type Move = "agree" | "witness" | "refuse" | "end";
interface Act { readonly row: Consent; readonly move: (name: Move, body?: object) => Promise<void> }
const OPEN = ["asked", "waiting"];

const What = ({ row }: { row: Consent }) => {
  const scopes = useLoad(() => call("services/proxies", "scopes", {}));
  const says = (feature: string): string => pick(scopes.data?.items.find((each) => each.feature === feature)?.says ?? {}) || feature;
  return (
    <div class="card">
      <h2>{t("one.what")}</h2>
      <ul>{row.scopes.map((each) => <li key={each}>{says(each)}</li>)}</ul>
      <p>{t("one.until", { date: day(row.until) })}<br />{t("one.house", { house: row.house })} · {row.elderName}</p>
      <p><Badge tone={row.state === "active" ? "good" : OPEN.includes(row.state) ? "careful" : "bad"}>{t(`state.word.${row.state}`)}</Badge></p>
      {row.proof ? <p><small>{t("proof")}: {t(`proof.${row.proof.how}`)} · {day(row.proof.at)}</small></p> : null}
      {row.reason ? <p>{row.reason}</p> : null}
      <p class="hush">{t("one.never")}</p>
    </div>
  );
};
/** The figures the elder reads out over the phone. */
const Code = ({ row, reload }: { row: Consent; reload: () => void }) => {
  const form = useForm("services/proxies", "code", { start: { code: "" }, draft: row.id, send: async (body) => { await call("services/proxies", "code", { params: { id: row.id }, body }); reload(); } });
  if (row.tries === 0) return <p class="card careful">{t("code.over")}</p>;
  return (
    <Form form={form} submit={t("code.send")}>
      <p>{t("code.note")}</p>
      {row.tries !== null && row.tries < 5 ? <p class="wrong" role="alert">{t("code.wrong", { left: row.tries })}</p> : null}
      <Field form={form} name="code" kind="code" label={t("code")} />
    </Form>
  );
};
const Elder = ({ row, move }: Act) => {
  const question = t("agree.ask", { name: row.proxyName });
  return (
    <>
      {row.state === "waiting" ? <><p class="card careful">{t("agree.clash")}</p><Confirm kind="primary" label={t("agree.both")} question={question} onYes={() => move("agree", { keep: "both" })} /><Confirm kind="plain" label={t("agree.new", { name: row.proxyName })} question={question} onYes={() => move("agree", { keep: "new" })} /></>
        : <Confirm kind="primary" label={t("agree")} question={question} onYes={() => move("agree", {})} />}
      <Confirm kind="plain" label={t("refuse")} question={t("refuse.ask", { name: row.proxyName })} onYes={() => move("refuse", {})} />
    </>
  );
};
const Witness = ({ row, move }: Act) => {
  const question = t("witness.ask", { elder: row.elderName, name: row.proxyName });
  const keep = row.state === "waiting" ? { keep: "both" } : {};
  return (
    <>
      {row.unknown ? <p class="card careful">{t("unknown")}</p> : null}
      {row.state === "waiting" ? <p class="card careful">{t("agree.clash")}</p> : null}
      <Confirm kind="primary" label={t("witness.there")} question={question} onYes={() => move("witness", { how: "there", ...keep })} />
      <Confirm kind="plain" label={t("witness.voice")} question={question} onYes={() => move("witness", { how: "voice", ...keep })} />
      <Confirm kind="plain" label={t("refuse")} question={t("refuse.ask", { name: row.proxyName })} onYes={() => move("refuse", {})} />
    </>
  );
};
const Told = ({ row, reload }: { row: Consent; reload: () => void }) => (
  <div class="card careful"><p>{t("tell")}</p><Button onPress={async () => { await call("services/proxies", "told", { params: { id: row.id } }); reload(); }}>{t("told")}</Button></div>
);

const Whole = ({ row, reload }: { row: Consent; reload: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const move = (name: Move, body: object = {}): Promise<void> =>
    call("services/proxies", name, { params: { id: row.id }, body: body as never }).then(() => { setProblem(undefined); reload(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const open = OPEN.includes(row.state);
  return (
    <>
      <h1>{t(`one.title.${row.mine}`, { name: row.mine === "proxy" ? row.elderName : row.proxyName, elder: row.elderName })}</h1>
      <What row={row} />
      {row.tell ? <Told row={row} reload={reload} /> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {open && row.mine === "proxy" ? <>
        {row.state === "asked" && row.way === "sms" ? <Code row={row} reload={reload} /> : null}
        {row.neighbours > 0 ? <p>{t("neighbours.note", { n: row.neighbours })}</p> : null}
        <CopyButton label={t("share")} text={() => `${t("one.title.office", { name: row.proxyName, elder: row.elderName })}\n${location.origin}${location.pathname}`} />
      </> : null}
      {open && row.mine === "elder" ? <Elder row={row} move={move} /> : null}
      {open && row.mine === "office" ? <Witness row={row} move={move} /> : null}
      {(row.state === "active" || (open && row.mine === "proxy")) ? <Confirm kind={row.state === "active" ? "danger" : "plain"} label={t("end")} question={t("end.ask", { name: row.proxyName })} onYes={() => move("end")} /> : null}
    </>
  );
};
/** One asking, for whoever opens it: the one who asks, the elder, an office, a neighbour with the link. */
export const One = ({ id }: { id: string }) => {
  const row = useLoad(() => call("services/proxies", "one", { params: { id } }), [id]);
  return <State of={row}>{(data) => <Whole row={data} reload={row.reload} />}</State>;
};
