import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { ruleChoices, type CaseView } from "./words.ts";

const MOVES = { panel: "vote", one: "vote", township: "rule", county: "rule-above", lot: "say" } as const;
type Rule = CaseView["grounds"][number]["rule"];

/** Keep or remove; removing needs a rule and a reason, which everybody reads. */
const Judge = ({ matter, onDone }: { matter: CaseView; onDone: () => void }) => {
  const move = MOVES[matter.by];
  const form = useForm("circle/moderation", move, {
    start: { verdict: "", rule: "", reason: "" }, draft: matter.id,
    send: async ({ verdict, rule, reason }) => {
      await call("circle/moderation", move, { params: { id: matter.id }, body: { verdict: verdict as "keep", ...(verdict === "remove" && rule ? { rule: rule as Rule } : {}), ...(reason ? { reason } : {}) } });
      onDone();
    },
  });
  const { values, wrong } = form;
  return (
    <Form form={form} submit={t("verdict.send")} danger={values.verdict === "remove"}>
      <Picker label={t("verdict")} value={String(values.verdict)} choices={["keep", "remove"].map((value) => ({ value, label: t(`verdict.${value}`) }))} onPick={(verdict) => form.set("verdict", verdict)} />
      {wrong["verdict"] ? <p class="wrong" role="alert">{wrong["verdict"]}</p> : null}
      {values.verdict === "remove" ? <><Picker label={t("verdict.rule")} value={String(values.rule)} choices={ruleChoices()} onPick={(rule) => form.set("rule", rule)} />{wrong["rule"] ? <p class="wrong" role="alert">{wrong["rule"]}</p> : null}</> : null}
      <Field form={form} name="reason" kind="long" label={t("verdict.reason")} />
    </Form>
  );
};

const Rather = ({ id, move, label, onDone }: { id: string; move: "not-me" | "hide"; label: string; onDone: () => void }) => {
  const [problem, set] = useState<ProblemBody | undefined>();
  return <>{problem ? <ProblemLine problem={problem} /> : null}<Button onPress={() => call("circle/moderation", move, { params: { id } }).then(onDone, (thrown: unknown) => set(problemOf(thrown)))}>{label}</Button></>;
};

const Open = ({ matter, reload }: { matter: CaseView; reload: () => void }) => {
  const [done, finish] = useState(false);
  if (done) return <p class="card good" role="status">{t("case.done")}</p>;
  return (
    <>
      {matter.by === "lot" ? <div class="card careful"><b>{t("lot")}</b><p>{t("lot.note")}</p>{matter.answerBy ? <small>{t("lot.by", { at: when(matter.answerBy) })}</small> : null}</div> : null}
      <section class="card"><small>{t("case.words")}</small>
        {matter.words === null ? <p>{t("case.gone")}</p> : <>{matter.words ? <blockquote>{matter.words}</blockquote> : null}<MediaStrip media={matter.media} audience="public" /></>}</section>
      <section class="card">
        <p>{t("case.reports", { n: matter.reports, houses: matter.houses })}{matter.visitors > 0 ? ` · ${t("case.visitors", { n: matter.visitors })}` : ""}</p>
        <p>{matter.grounds.map(({ rule, n }) => <Badge key={rule}>{`${t(`rule.${rule}`)} · ${t("n-times", { n })}`}</Badge>)}</p>
        {matter.notes.length > 0 ? <><small>{t("case.notes")}</small>{matter.notes.map((note, i) => <blockquote key={i}>{note}</blockquote>)}</> : null}
        {matter.votes > 0 ? <p>{t("case.votes", { n: matter.votes, of: matter.seats })}</p> : null}
        {matter.appeal ? <p>{t(`case.appeal.${matter.appeal.from}`, { reason: matter.appeal.reason })}</p> : null}
      </section>
      {matter.officeNamed ? <p class="card careful">{t("case.officer")}</p> : null}
      <div class="row">
        {matter.by === "lot" ? <Rather id={matter.id} move="not-me" label={t("not-me")} onDone={() => finish(true)} /> : null}
        {matter.state === "reported" ? <Rather id={matter.id} move="hide" label={t("case.hide")} onDone={reload} /> : null}
      </div>
      <Judge matter={matter} onDone={() => finish(true)} />
    </>
  );
};

/** One case, for whoever has a seat on it. */
export const Case = ({ id }: { id: string }) => {
  const matter = useLoad(() => call("circle/moderation", "one", { params: { id } }), [id]);
  return <><h1>{t("step.vote")}</h1><State of={matter}>{(found) => <Open key={found.version} matter={found} reload={matter.reload} />}</State><LinkButton href={at("circle/moderation/waiting")}>{t("waiting")}</LinkButton></>;
};
