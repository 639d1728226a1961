import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at, here } from "../../core/router.ts";
import { session, whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { ruleChoices, type Told } from "./words.ts";

interface Thing { readonly feature: string; readonly thing: string; readonly part?: string }
const ADDRESS = /^\/v\/[^/]+\/([a-z]+\/[a-z-]+)\/([0-9A-Z]{26})(?:\/([0-9A-Z]{26}))?$/;
/** What stands under an address of this site; undefined for a list of many. */
const thingAt = (path: string): Thing | undefined => {
  const [, feature, thing, part] = ADDRESS.exec(path) ?? [];
  return feature && thing ? { feature, thing, ...(part ? { part } : {}) } : undefined;
};

/** A guest's phone gets a number of its own first, so that it can be told what became of it. */
const numbered = async (): Promise<void> => { if (!session()) await call("platform/sign-in", "device", { quiet: true }).catch(() => undefined); };

const Why = ({ thing, onDone }: { thing: Thing; onDone: (told: Told) => void }) => {
  const form = useForm("circle/moderation", "report", {
    start: { feature: thing.feature, thing: thing.thing, rule: "", note: "" }, draft: thing.part ?? thing.thing,
    send: async ({ rule, note }) => { await numbered(); onDone(await call("circle/moderation", "report", { body: { ...thing, rule: rule as Told["ground"], ...(note ? { note } : {}) } })); },
  });
  return (
    <Form form={form} submit={t("new.send")} danger>
      <Picker label={t("new.why")} choices={ruleChoices()} value={String(form.values.rule)} onPick={(rule) => form.set("rule", rule)} />
      {form.wrong["rule"] ? <p class="wrong" role="alert">{form.wrong["rule"]}</p> : null}
      <p class="hush">{t("no-ground")}</p>
      <Field form={form} name="note" kind="long" label={t("new.note")} hint={t("new.note.hint")} />
      {whosIn(here().village).includes("villager") ? null : <p class="hush">{t("new.visitor")}</p>}
    </Form>
  );
};

const About = ({ thing }: { thing: Thing }) => {
  const [told, tell] = useState<Told | undefined>();
  const said = useLoad(() => call("circle/moderation", "about", { query: thing }), [thing.thing, thing.part]);
  if (told) return <><p class="card good" role="status">{t(told.verdict ? "thanks.before" : told.hidden ? "thanks.hidden" : "thanks")}</p><LinkButton href={at("circle/moderation/mine")}>{t("mine")}</LinkButton></>;
  if (said.problem?.status === 404) return <p class="card">{t("new.gone")}</p>;
  return <State of={said}>{({ words, media }) => <><section class="card"><small>{t("new.words")}</small>{words ? <blockquote>{words}</blockquote> : null}<MediaStrip media={media} audience="public" /></section><Why thing={thing} onDone={tell} /></>}</State>;
};

/** Reporting words: from the menu of the page where they stand, or from below them. */
export const New = () => {
  const path = here().query.get("about") ?? "";
  const thing = thingAt(path);
  return (
    <>
      <h1>{t("new.title")}</h1>
      {thing ? <About thing={thing} key={path} /> : <><p class="card">{t("new.which")}</p>{path.startsWith("/v/") ? <LinkButton href={path} kind="primary">{t("new.back")}</LinkButton> : null}</>}
      <LinkButton href={at("circle/moderation")}>{t("title")}</LinkButton>
    </>
  );
};
