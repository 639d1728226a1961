import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { Empty } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { comingTo, FEATURE, linesOf, type Happening } from "./happening.ts";

/** Signing up others: parents, children, a neighbour without a phone. */
const Others = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "sign-up", { start: { names: "" }, draft: id, send: async ({ names }) => { await call(FEATURE, "sign-up", { params: { id }, body: { me: false, others: linesOf(names ?? "") } }); onDone(); } });
  return <Form form={form} submit={t("join.send")}><Field form={form} name="names" kind="long" label={t("others")} /></Form>;
};

/** Who comes, who waits for room, who was there. */
export const Guests = ({ each, reload }: { each: Happening; reload: () => void }) => {
  const [open, show] = useState(false);
  const { act, said } = useAct(reload);
  const params = { id: each.id };
  const going = each.guests.some((guest) => guest.mine);
  const ticks = each.mine && each.state !== "called";
  return (
    <Section title={`${t("guests")} · ${comingTo(each)}${each.waiting > 0 ? ` · ${t("waiting.n", { n: each.waiting })}` : ""}`}>
      {each.guests.length === 0 ? <Empty>{t("guests.none")}</Empty> : (
        <ul class="sheet">{each.guests.map((guest) => (
          <li class="line" key={guest.id}><span class="grow">{guest.name}</span>{guest.waiting ? <Badge tone="careful">{t("waiting")}</Badge> : null}{guest.came ? <Badge tone="good">{t("came")}</Badge> : null}
            {ticks && !guest.came ? <span><Button onPress={act(() => call(FEATURE, "attend", { params, body: { came: [guest.id] } }))}>{t("came")}</Button></span> : null}
            {each.state === "called" && (guest.mine || each.mine) ? <span><Button onPress={act(() => call(FEATURE, "drop-out", { params, body: { id: guest.id } }))}>{t("step.drop-out")}</Button></span> : null}</li>
        ))}</ul>
      )}
      {said}
      {each.state === "called" ? (open ? <Others id={each.id} onDone={() => { show(false); reload(); }} /> : <Button icon="people" onPress={() => show(true)}>{t("join.others")}</Button>) : null}
      {each.state === "called" && !going ? <Button kind="primary" icon="done" onPress={act(() => call(FEATURE, "sign-up", { params, body: { me: true, others: [] } }))}>{t("step.sign-up")}</Button> : null}
    </Section>
  );
};
