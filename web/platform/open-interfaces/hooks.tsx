import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./mine.ts";
import { ShownOnce } from "./shown-once.tsx";

const EVENTS = ["affairs/notices/published", "affairs/notices/withdrawn", "alerts/warnings/issued", "alerts/warnings/over"] as const;
const TONES = { active: "good", paused: "careful", ended: "bad" } as const;

/** Where other systems are told. */
export const Hooks = () => (
  <>
    <h1>{t("hooks")}</h1>
    <p class="hush">{t("hooks.note")}</p>
    <List load={(cursor) => call(FEATURE, "hooks", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("hooks.none")}
      item={(each) => <Line key={each.id} href={at(FEATURE, "hooks", each.id)} icon="megaphone" badge={t(`hook.${each.state}`)} note={<span class="address">{each.url}</span>}>{each.name}</Line>} />
    <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    <LinkButton kind="primary" icon="megaphone" href={at(FEATURE, "hooks", "new")}>{t("hook.make")}</LinkButton>
  </>
);

/** One webhook: its state, a test, its end, and what was delivered. */
export const Hook = ({ id }: { id: string }) => {
  const hook = useLoad(() => call(FEATURE, "hooks", { query: { limit: 100 } }).then(({ items }) => items.find((each) => each.id === id) ?? null), [id]);
  const [round, again] = useState(0);
  const [said, say] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const act = (route: "testHook" | "resumeHook" | "endHook") => (): Promise<void> => {
    setProblem(undefined);
    return call(FEATURE, route, { params: { id } }).then(() => { say(route === "testHook" ? t("hook.tested") : ""); hook.reload(); again(round + 1); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  };
  return (
    <State of={hook}>{(found) => found === null ? <h1>{t("hooks.none")}</h1> : (
      <>
        <h1>{found.name}</h1>
        <section class="card"><p><Badge tone={TONES[found.state]}>{t(`hook.${found.state}`)}</Badge></p><p class="address">{found.url}</p><p class="meta">{found.events.map((each) => t(`event.${each}`)).join(" · ")}</p>{found.state === "paused" ? <p>{t("hook.paused.note")}</p> : null}</section>
        {said ? <p class="calm good" role="status">{said}</p> : null}
        {problem ? <ProblemLine problem={problem} /> : null}
        <Section title={t("deliveries")}>
          <List when={[round]} load={(cursor) => call(FEATURE, "deliveries", { params: { id }, query: { ...(cursor ? { cursor } : {}) } })} empty={t("deliveries.none")}
            item={(each) => <Line key={each.id} badge={t(`sent.${each.state}`)} note={[when(each.at), t("tries", { n: each.tries }), ...(each.status === null ? [] : [String(each.status)]), ...(each.why && each.state !== "sent" ? [t(`why.${each.why}`)] : [])].join(" · ")}>{t(`event.${each.event}`)}</Line>} />
          <Button onPress={async () => again(round + 1)}>{t("again")}</Button>
        </Section>
        {found.state === "ended" ? null : <div class="row"><Button icon="go" onPress={act("testHook")}>{t("hook.test")}</Button>{found.state === "paused" ? <Button icon="done" onPress={act("resumeHook")}>{t("hook.resume")}</Button> : null}<Confirm label={t("hook.end")} question={t("hook.end.ask", { name: found.name })} onYes={act("endHook")} /></div>}
        <LinkButton href={at(FEATURE, "hooks")}>{t("hooks")}</LinkButton>
      </>
    )}</State>
  );
};

/** A new webhook, to a host the operator allows. */
export const NewHook = () => {
  const hosts = useLoad(() => call(FEATURE, "hosts", {}));
  const [made, show] = useState<{ id: string; secret: string } | null>(null);
  const form = useForm(FEATURE, "makeHook", {
    start: { name: "", url: "https://", events: ["affairs/notices/published"] as readonly string[] },
    send: async ({ name, url, events }) => { show(await call(FEATURE, "makeHook", { body: { name, url, events: [...events] as (typeof EVENTS)[number][] } })); },
  });
  if (made) return <ShownOnce title={t("hook.made")} note={t("hook.made.note")} secret={made.secret} done={at(FEATURE, "hooks", made.id)} />;
  const chosen = form.values.events;
  return (
    <>
      <h1>{t("hook.make")}</h1>
      <State of={hosts}>{({ hosts: all }) => <p class={`card ${all.length ? "" : "careful"}`}>{all.length ? t("hosts.here", { hosts: all.join(t("and")) }) : t("hosts.none")}</p>}</State>
      <Form form={form} submit={t("hook.make")}>
        <Field form={form} name="name" label={t("name")} hint={t("name.hint")} />
        <Field form={form} name="url" label={t("hook.url")} />
        <fieldset class="picker"><legend>{t("hook.events")}</legend>
          {EVENTS.map((each) => <label class="choice" key={each}><input type="checkbox" checked={chosen.includes(each)} onChange={(event) => form.set("events", event.currentTarget.checked ? [...chosen, each] : chosen.filter((other) => other !== each))} /><span>{t(`event.${each}`)}</span></label>)}
          {form.wrong["events"] ? <p class="wrong">{form.wrong["events"]}</p> : null}
        </fieldset>
      </Form>
    </>
  );
};
