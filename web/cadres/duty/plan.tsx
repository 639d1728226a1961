import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Card, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dayOf } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { DUTY, loadBoard, moment } from "./duty.ts";
import type { Board } from "./duty.ts";
import { Warnings } from "./now.tsx";

type Planned = Answer<"cadres/duty", "plan">;
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`).map((value) => ({ value, label: value }));

const PlanForm = ({ board, onDone }: { board: Board; onDone: (planned: Planned) => void }) => {
  const form = useForm(DUTY, "plan", {
    start: { person: "", day: dayOf(Date.now()), from: "08:00", to: "18:00" },
    send: async (body) => onDone(await call(DUTY, "plan", { body })),
  });
  return (
    <Form form={form} submit={t("plan.save")}>
      <Field form={form} name="person" kind="choice" label={t("plan.who")} choices={board.cards.map(({ person, name }) => ({ value: person, label: name }))} />
      <Field form={form} name="day" kind="date" label={t("plan.day")} />
      <Field form={form} name="from" kind="choice" label={t("plan.from")} choices={HOURS} />
      <Field form={form} name="to" kind="choice" label={t("plan.to")} choices={HOURS} />
    </Form>
  );
};
/** What the hours just given leave open or give twice. */
const Said = ({ planned }: { planned: Planned }) => {
  const warned = planned.gaps.length + planned.overlaps.length > 0;
  return <Card tone={warned ? "careful" : "good"}><p role="status">{t(warned ? "plan.warn" : "saved")}</p><Warnings gaps={planned.gaps} overlaps={planned.overlaps} /></Card>;
};
const PhonesForm = ({ phones }: Pick<Board, "phones">) => {
  const [saved, save] = useState(false);
  const form = useForm(DUTY, "savePhones", { start: { office: phones.office ?? "", night: phones.night ?? "" }, send: async ({ office, night }) => { await call(DUTY, "savePhones", { body: { office, ...(night ? { night } : {}) } }); save(true); } });
  return <>{saved ? <p class="calm" role="status">{t("saved")}</p> : null}<Form form={form} submit={t("phones.save")}><Field form={form} name="office" kind="tel" label={t("phones.office")} hint={t("number.hint")} /><Field form={form} name="night" kind="tel" label={t("phones.night")} /></Form></>;
};

/** Who is put on duty when; what is missing or double is said at once. */
export const Plan = () => {
  const [planned, set] = useState<Planned | undefined>();
  const board = useLoad(loadBoard);
  return (
    <>
      <h1>{t("plan")}</h1>
      <State of={board}>{(seen) => (
        <>
          <Section title={t("gaps")}><Warnings gaps={seen.gaps} overlaps={seen.overlaps} /></Section>
          {seen.shifts.map((shift) => <div class="card" key={shift.id}><p>{shift.name} <small>{moment(shift.from)} – {moment(shift.to)}</small></p><Confirm kind="plain" label={t("drop")} question={t("drop.ask")} onYes={() => call(DUTY, "drop", { params: { id: shift.id } }).then(board.reload)} /></div>)}
          {planned ? <Said planned={planned} /> : null}
          <PlanForm board={seen} onDone={(done) => { set(done); board.reload(); }} />
          <details><summary class="line">{t("phones")}</summary><PhonesForm phones={seen.phones} /></details>
        </>
      )}</State>
    </>
  );
};
