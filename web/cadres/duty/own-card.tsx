import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { DUTY } from "./duty.ts";

const CardForm = ({ card }: { card: { readonly matters: string; readonly phone: string | null; readonly agrees: boolean } }) => {
  const [saved, save] = useState(false);
  const form = useForm(DUTY, "saveCard", {
    start: { matters: card.matters, phone: card.phone ?? "", agrees: card.agrees },
    send: async ({ phone, ...rest }) => { await call(DUTY, "saveCard", { body: { ...rest, ...(phone ? { phone } : {}) } }); save(true); },
  });
  return (
    <>
      {saved ? <p class="calm" role="status">{t("saved")}</p> : null}
      <Form form={form} submit={t("card.save")}>
        <Field form={form} name="matters" kind="long" label={t("card.matters")} hint={t("card.matters.hint")} />
        <Field form={form} name="phone" kind="tel" label={t("card.phone")} />
        <Field form={form} name="agrees" kind="tick" label={t("card.agrees")} hint={t("card.agrees.note")} />
      </Form>
    </>
  );
};

/** What an officer says of themselves to everybody. */
export const OwnCard = () => {
  const card = useLoad(() => call(DUTY, "mine", {}));
  return <><h1>{t("card.mine")}</h1><State of={card}>{(mine) => <CardForm card={mine} />}</State></>;
};

/** What the one before leaves for the one after. */
export const Notes = () => {
  const [round, again] = useState(0);
  const form = useForm(DUTY, "handOver", { start: { text: "" }, send: async (body) => { await call(DUTY, "handOver", { body }); again((before) => before + 1); } });
  return (
    <>
      <h1>{t("notes")}</h1>
      <Section title={t("notes")}><List load={(cursor) => call(DUTY, "notes", { query: { ...(cursor ? { cursor } : {}) } })} when={[round]} empty={t("notes.empty")} item={(note) => <div class="card" key={note.id}><p>{note.text}</p><small>{note.name} · {when(note.at)}</small></div>} /></Section>
      <Form key={round} form={form} submit={t("note.save")}><Field form={form} name="text" kind="long" label={t("note")} hint={t("note.hint")} /></Form>
    </>
  );
};
