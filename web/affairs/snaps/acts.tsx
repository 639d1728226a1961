import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { Button } from "../../core/parts/button.tsx";
import { t } from "../../core/words.ts";
import { FEATURE, isAbove, isDepartment, isHand, whatOf } from "./snap.ts";
import type { Snap } from "./snap.ts";
import { departments } from "./departments.ts";

interface Doing { readonly id: string; readonly onDone: () => void }

const Proof = ({ id, onDone, step }: Doing & { step: "fix" | "finish" }) => {
  const form = useForm(FEATURE, step, {
    start: { words: "" }, draft: id,
    send: async ({ words }) => { await sendNow(FEATURE, step, { params: { id }, body: { media: refsOf(form.taken), ...(words ? { words } : {}) } }, { title: t("step.fix"), media: form.taken, audience: "public" }); onDone(); },
  });
  return (
    <Form form={form} submit={t("step.fix")}>
      <PhotoField value={form.taken} onChange={form.take} max={3} /><VoiceField value={form.taken} onChange={form.take} />
      <Field form={form} name="words" kind="long" label={t("fix.words")} />
    </Form>
  );
};
const PromiseDay = ({ id, onDone }: Doing) => {
  const form = useForm(FEATURE, "promise", { start: { day: "" }, draft: id, send: async (body) => { await call(FEATURE, "promise", { params: { id }, body }); onDone(); } });
  return <Form form={form} submit={t("step.promise")}><Field form={form} name="day" kind="date" label={t("promise.day")} /></Form>;
};
const PassOn = ({ id, onDone }: Doing) => {
  const form = useForm(FEATURE, "pass", { start: { department: "" }, draft: id, send: async (body) => { await call(FEATURE, "pass", { params: { id }, body }); onDone(); } });
  return <Form form={form} submit={t("step.pass")}><Field form={form} name="department" kind="choice" label={t("pass.to")} choices={departments()} /></Form>;
};
const HandBack = ({ id, onDone }: Doing) => {
  const form = useForm(FEATURE, "handBack", { start: { reason: "" }, draft: id, send: async (body) => { await call(FEATURE, "handBack", { params: { id }, body }); onDone(); } });
  return <Form form={form} submit={t("step.handBack")}><Field form={form} name="reason" label={t("reason")} /></Form>;
};
const JoinTo = ({ id, onDone, others }: Doing & { others: readonly { id: string; words: string; place: string; house: string }[] }) => {
  const form = useForm(FEATURE, "join", { start: { to: "" }, draft: id, send: async (body) => { await call(FEATURE, "join", { params: { id }, body }); onDone(); } });
  return <Form form={form} submit={t("step.join")}><Field form={form} name="to" kind="choice" label={t("join.to")} choices={others.map((each) => ({ value: each.id, label: whatOf(each) }))} /></Form>;
};
const NotYet = ({ id, onDone }: Doing) => {
  const form = useForm(FEATURE, "reopen", { start: { words: "" }, draft: id, send: async ({ words }) => { await call(FEATURE, "reopen", { params: { id }, body: words ? { words } : {} }); onDone(); } });
  return <Form form={form} submit={t("step.reopen")}><Field form={form} name="words" kind="long" label={t("reopen.words")} /></Form>;
};

const OPEN = ["received", "reopened", "accepted", "in-hand", "escalated"];
type Step = "fix" | "finish" | "promise" | "pass" | "join" | "handBack" | "reopen";
const stepsFor = ({ state, mine, department }: Snap): Step[] => [
  ...(isHand() && OPEN.includes(state) ? (["promise", "fix", "pass", "join"] as const) : []),
  ...(state === "passed" && isDepartment(department) ? (["finish", "handBack"] as const) : []), ...(mine && state === "fixed" ? (["reopen"] as const) : []),
];

/** What the reader can do about a report: the office sees to it, the department fixes or hands back, the reporter says whether it is done, others follow. */
export const Acts = ({ snap, onDone, onProblem }: { snap: Snap; onDone: () => void; onProblem: (thrown: unknown) => void }) => {
  const [open, show] = useState<Step | "">("");
  const [others, list] = useState<readonly Snap[]>([]);
  const { id, state } = snap;
  const done = (): void => { show(""); onDone(); };
  const press = (step: "accept" | "take" | "confirm" | "follow") => call(FEATURE, step, { params: { id }, body: undefined }).then(onDone, onProblem);
  const start = async (step: Step): Promise<void> => {
    if (step === "join") list((await call(FEATURE, "all", { query: { limit: 50 } })).items.filter((each) => each.id !== id && each.state !== "joined" && each.state !== "confirmed") as unknown as readonly Snap[]);
    show(step);
  };
  if (open === "fix" || open === "finish") return <Proof id={id} step={open} onDone={done} />;
  if (open === "promise") return <PromiseDay id={id} onDone={done} />;
  if (open === "pass") return <PassOn id={id} onDone={done} />;
  if (open === "join") return <JoinTo id={id} onDone={done} others={others} />;
  if (open === "handBack") return <HandBack id={id} onDone={done} />;
  if (open === "reopen") return <NotYet id={id} onDone={done} />;
  const first = (state === "received" || state === "reopened") && isHand() ? "accept" : state === "escalated" && (isAbove() || isHand()) ? "take" : state === "fixed" && snap.mine ? "confirm" : null;
  return (
    <>
      <div class="row">{stepsFor(snap).map((step) => <Button key={step} onPress={() => start(step)}>{t(`step.${step}`)}</Button>)}</div>
      {!snap.mine && !snap.following && state !== "confirmed" && state !== "joined" && state !== "escalated" ? <Button icon="heart" onPress={() => press("follow")}>{t("me-too")}</Button> : snap.following && !snap.mine ? <p class="hush" role="status">{t("following")}</p> : null}
      {first ? <Button kind="primary" icon="done" onPress={() => press(first)}>{t(`step.${first}`)}</Button> : null}
    </>
  );
};
