import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { reportOf } from "../../core/parts/report-link.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at, here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { DeedCard, FEATURE, type Deed } from "./deed-card.tsx";

const isKeeper = (): boolean => whosIn(here().village).some((who) => ["office:secretary", "office:director", "office:committee"].includes(who));
const RefuseForm = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "refuse", { start: { reason: "" }, draft: id, send: async (body) => { await call(FEATURE, "refuse", { params: { id }, body }); onDone(); } });
  return <details><summary class="line">{t("step.refuse")}</summary><Form form={form} submit={t("step.refuse")} danger><Field form={form} name="reason" label={t("reason")} /></Form></details>;
};
/** The family's word about a child, the office's, and the thanked one's own. */
const Word = ({ deed, reload }: { deed: Deed; reload: () => void }) => {
  const { act, said } = useAct(reload);
  const params = { id: deed.id };
  const decides = deed.state === "held" && (deed.aboutMe || isKeeper());
  return (
    <>
      {deed.state === "held" ? <p class="calm">{t("held")}</p> : null}
      {said}
      {decides ? <Button kind="primary" icon="done" onPress={act(() => call(FEATURE, "agree", { params, body: {} }))}>{t("step.agree")}</Button> : null}
      {deed.state === "held" && isKeeper() ? <RefuseForm id={deed.id} onDone={reload} /> : null}
      {deed.aboutMe && (deed.state === "held" || deed.state === "shown") ? <Confirm label={t("step.decline")} question={t("step.decline")} onYes={act(() => call(FEATURE, "decline", { params, body: {} }))} /> : null}
    </>
  );
};

/** One good deed. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  return (
    <>
      <h1>{t("title")}</h1>
      <State of={found}>{(deed) => <><DeedCard deed={deed} /><Word deed={deed} reload={found.reload} /></>}</State>
      <Talk thing={id} />
      <div class="row"><LinkButton href={at(FEATURE)}>{t("all")}</LinkButton><LinkButton href={reportOf(at(FEATURE, id))}>{t("report.wrong")}</LinkButton></div>
    </>
  );
};
