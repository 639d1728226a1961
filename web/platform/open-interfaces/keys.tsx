import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { day, when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { FEATURE, ownPosts } from "./mine.ts";
import { ShownOnce } from "./shown-once.tsx";

type Key = Answer<typeof FEATURE, "keys">["items"][number];

const KeyCard = ({ shown }: { shown: Key }) => {
  const [ended, end] = useState(shown.ended !== null);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const over = ended || shown.until <= new Date().toISOString();
  return (
    <section class="card">
      <h2>{shown.name} {over ? <Badge tone="bad">{t(ended ? "key.ended" : "key.over")}</Badge> : <Badge tone="good">{t("key.live")}</Badge>}</h2>
      <p class="meta">{[t(`post.${shown.office}`), t("key.until", { at: day(shown.until) }), t("key.used", { n: shown.usedToday, of: shown.perDay }), shown.last ? t("key.last", { at: when(shown.last) }) : t("key.never")].join(" · ")}</p>
      <p class="address">{shown.scopes.join(" · ")}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      <div class="row"><LinkButton href={at(FEATURE, "keys", shown.id)} icon="checklist">{t("calls")}<span class="unseen"> {shown.name}</span></LinkButton>
        {over ? null : <Confirm label={t("key.end")} question={t("key.end.ask", { name: shown.name })} onYes={() => call(FEATURE, "endKey", { params: { id: shown.id } }).then(() => end(true), (thrown: unknown) => setProblem(problemOf(thrown)))} />}</div>
    </section>
  );
};
/** The village's keys: who may ask what, how much of it was used, and the end. */
export const Keys = () => (
  <>
    <h1>{t("keys")}</h1>
    <p class="hush">{t("keys.note")}</p>
    <List load={(cursor) => call(FEATURE, "keys", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("keys.none")} item={(each) => <KeyCard key={each.id} shown={each} />} />
    <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    <LinkButton kind="primary" icon="id-badge" href={at(FEATURE, "keys", "new")}>{t("key.make")}</LinkButton>
  </>
);

/** A new key: what for, for how long, how often. It is shown once. */
export const NewKey = () => {
  const scopes = useLoad(() => call(FEATURE, "scopes", {}));
  const [made, show] = useState("");
  const posts = ownPosts();
  const form = useForm(FEATURE, "makeKey", {
    start: { name: "", office: posts[0] ?? "office:secretary", scopes: [] as readonly string[], perDay: 1000 as number | "", days: 90 as number | "" },
    send: async ({ name, office, scopes: chosen, perDay, days }) => {
      const { key } = await call(FEATURE, "makeKey", { body: { name, office: office as "office:secretary", scopes: [...chosen], ...(perDay === "" ? {} : { perDay }), ...(days === "" ? {} : { days }) } });
      show(key);
    },
  });
  if (made) return <ShownOnce title={t("key.made")} note={t("key.made.note")} secret={made} done={at(FEATURE, "keys")} />;
  const chosen = form.values.scopes;
  return (
    <>
      <h1>{t("key.make")}</h1>
      <Form form={form} submit={t("key.make")}>
        <Field form={form} name="name" label={t("name")} hint={t("name.hint")} />
        {posts.length > 1 ? <Picker label={t("key.post")} value={String(form.values.office)} choices={posts.map((value) => ({ value, label: t(`post.${value}`) }))} onPick={(value) => form.set("office", value)} /> : null}
        <State of={scopes}>{({ items }) => (
          <fieldset class="picker"><legend>{t("key.scopes")}</legend>
            {items.map(({ feature, label }) => <label class="choice" key={feature}><input type="checkbox" checked={chosen.includes(feature)} onChange={(event) => form.set("scopes", event.currentTarget.checked ? [...chosen, feature] : chosen.filter((each) => each !== feature))} /><span>{pick(label)}<small class="address">{feature}</small></span></label>)}
            {form.wrong["scopes"] ? <p class="wrong">{form.wrong["scopes"]}</p> : null}
          </fieldset>
        )}</State>
        <Field form={form} name="perDay" kind="number" label={t("key.per-day")} />
        <Field form={form} name="days" kind="number" label={t("key.days")} />
      </Form>
    </>
  );
};

/** What one key asked: routes and times, never what was answered. */
export const Calls = ({ id }: { id: string }) => (
  <>
    <h1>{t("calls")}</h1>
    <p class="hush">{t("calls.note")}</p>
    <List load={(cursor) => call(FEATURE, "calls", { params: { id }, query: { ...(cursor ? { cursor } : {}) } })} empty={t("calls.none")} item={(each) => <Line key={each.id} note={when(each.at)}><span class="address">{each.feature} {each.route}</span></Line>} />
    <LinkButton href={at(FEATURE, "keys")}>{t("keys")}</LinkButton>
  </>
);
