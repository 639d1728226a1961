import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { ruling, standing, type Own, type Told } from "./words.ts";

const Appeal = ({ id, onSent }: { id: string; onSent: () => void }) => {
  const form = useForm("circle/moderation", "appeal", { start: { reason: "" }, draft: id, send: async (body) => { await call("circle/moderation", "appeal", { params: { id }, body }); onSent(); } });
  return <Form form={form} submit={t("step.appeal")}><Field form={form} name="reason" kind="long" label={t("appeal.why")} /></Form>;
};

/** What became of words that were reported, as the one who reported or wrote them reads it. */
const ToldCard = ({ told, ground }: { told: Told | Own; ground?: string }) => {
  const [asked, ask] = useState<"" | "form" | "sent">("");
  return (
    <article class="card">
      <p><b>{standing(told)}</b> <small>{when(told.at)}</small></p>
      {ground ? <p>{t("told.ground", { rule: t(`rule.${ground}`) })}</p> : null}
      {ruling(told).map((each) => <p key={each}>{each}</p>)}
      {told.mayAppeal && told.appealBy && !asked ? <><small>{t("appeal.by", { at: when(told.appealBy) })}</small><Button onPress={() => ask("form")}>{t("appeal")}</Button></> : null}
      {asked === "form" ? <Appeal id={told.id} onSent={() => ask("sent")} /> : asked === "sent" ? <p role="status">{t("appeal.sent")}</p> : null}
    </article>
  );
};

const OwnWords = () => {
  const own = useLoad(() => call("circle/moderation", "ownWords", { query: { limit: 20 }, quiet: true }));
  return own.data && own.data.items.length > 0 ? <Section title={t("own")}><small>{t("own.note")}</small>{own.data.items.map((each) => <ToldCard key={each.id} told={each} />)}</Section> : null;
};

export const Mine = () => (
  <>
    <h1>{t("mine")}</h1>
    <List load={(cursor) => call("circle/moderation", "mine", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("mine.empty")} item={(each) => <ToldCard key={each.id} told={each} ground={each.ground} />} />
    <OwnWords />
    <LinkButton href={at("circle/moderation")}>{t("title")}</LinkButton>
  </>
);
