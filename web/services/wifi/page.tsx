import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { definePage } from "../../core/pages.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { bytesSince, weigh } from "../../core/parts/weight.ts";
import { base, here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

const FEATURE = "services/wifi";
type Point = Answer<typeof FEATURE, "one">;
const KEEPERS = ["office:secretary", "office:director", "office:committee", "office:grid-worker", "operator"];
const keeps = (): boolean => whosIn(here().village ?? undefined).some((each) => KEEPERS.includes(each));

/** One point: whoever stands there says in one press whether it works. */
const One = ({ point }: { point: Point }) => {
  const [now, set] = useState(point);
  const [said, say] = useState(false);
  const params = { id: point.id };
  const { act, said: problem } = useAct(() => say(true));
  const tap = (works: boolean) => act(async () => set(await call(FEATURE, "tap", { params, body: { works } })));
  return (
    <article class={`card ${now.state === "broken" ? "careful" : ""}`}>
      <h3>{now.name} <Badge tone={now.state === "works" ? "good" : "bad"}>{t(`state.${now.state}`)}</Badge></h3>
      <p>{t("where", { where: now.where })}</p>
      {now.key ? <p>{t("key", { key: now.key })}</p> : null}
      {now.works + now.broken > 0 ? <p class="meta">{t("today", { works: now.works, broken: now.broken })}</p> : null}
      {said ? <p class="hush" role="alert">{t("thanks")}</p> : null}
      {problem}
      {now.state === "closed" ? null : <div class="row"><Button icon="done" onPress={tap(true)}>{t("tap.works")}</Button><Button icon="flag" onPress={tap(false)}>{t("tap.broken")}</Button></div>}
      {keeps() && now.state !== "closed" ? <div class="row">
        {now.state === "broken" ? <Button onPress={act(async () => set(await call(FEATURE, "repaired", { params })))}>{t("step.repaired")}</Button> : null}
        <Confirm kind="plain" label={t("step.close")} question={t("close.ask")} onYes={act(async () => set(await call(FEATURE, "close", { params, body: {} })))} /></div> : null}
    </article>
  );
};
const Add = ({ onDone }: { onDone: () => void }) => {
  const form = useForm(FEATURE, "add", { start: { name: "", where: "", key: "" }, send: async (body) => { await call(FEATURE, "add", { body }); onDone(); } });
  return (
    <Form form={form} submit={t("add.send")}>
      <Field form={form} name="name" label={t("add.name")} />
      <Field form={form} name="where" label={t("add.where")} />
      <Field form={form} name="key" label={t("add.key")} />
    </Form>
  );
};

const WifiPage = () => {
  const [added, again] = useState(0);
  return (
    <>
      <h1>{t("title")}</h1>
      <List when={[added]} empty={t("none")} load={(cursor) => call(FEATURE, "list", { query: cursor ? { cursor } : {} })} item={(point) => <One key={point.id} point={point} />} />
      <Section title={t("saving")} unprinted><p>{t("weight", { weight: weigh(bytesSince(0)) })}</p><p>{t("pictures")}</p><LinkButton href={`${base()}/me/how`}>{t("pictures.go")}</LinkButton></Section>
      {keeps() ? <Section title={t("add")} unprinted><Add key={added} onDone={() => again(added + 1)} /></Section> : null}
    </>
  );
};

/** Where the village's free Wi-Fi is, and what this page weighs. */
export const page = definePage({ name: "services/wifi", view: () => <WifiPage /> });
