import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./question.ts";

const Plan = ({ onDone }: { onDone: () => void }) => {
  const form = useForm(FEATURE, "planRound", {
    start: { day: "", hamlet: "", note: "" },
    send: async (body) => { await call(FEATURE, "planRound", { body }); onDone(); },
  });
  return (
    <Form form={form} submit={t("round.send")}>
      <Field form={form} name="day" kind="date" label={t("round.day")} />
      <Field form={form} name="hamlet" label={t("round.hamlet")} />
      <Field form={form} name="note" label={t("round.note")} />
    </Form>
  );
};

/** The village's technicians; one of them, or an office, plans a round. */
export const People = () => {
  const [round, again] = useState(0);
  return (
    <>
      <h1>{t("technicians")}</h1>
      <List load={(cursor) => call(FEATURE, "technicians", { query: { ...(cursor ? { cursor } : {}) } })} when={[round]} empty={t("technicians.empty")} item={({ name, crops }) => <Line icon="people" note={crops}>{name}</Line>} />
      <Section title={t("round.new")}><Plan key={round} onDone={() => again((before) => before + 1)} /></Section>
      <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
    </>
  );
};
