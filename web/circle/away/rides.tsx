import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dateDay } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";

const FEATURE = "circle/away";
type Ride = Answer<typeof FEATURE, "ride">;

const seatsOf = (ride: Ride): string => (ride.seats === 0 ? t("ride.only") : ride.free === 0 ? t("ride.full") : t("ride.free", { n: ride.free }));
const Offer = ({ onDone }: { onDone: () => void }) => {
  const form = useForm(FEATURE, "offer", { start: { day: "", from: "", seats: 0, how: "" }, send: async (body) => { await call(FEATURE, "offer", { body }); onDone(); } });
  return (
    <Form form={form} submit={t("offer.send")}>
      <Field form={form} name="day" kind="date" label={t("offer.day")} />
      <Field form={form} name="from" label={t("offer.from")} />
      <Field form={form} name="seats" kind="number" label={t("offer.seats")} hint={t("offer.seats.hint")} />
      <Field form={form} name="how" label={t("offer.how")} />
    </Form>
  );
};

/** Who goes home when, with a seat to share. */
export const RidesPage = () => {
  const [told, again] = useState(0);
  return (
    <>
      <h1>{t("rides")}</h1>
      <List when={[told]} empty={t("rides.empty")} load={(cursor) => call(FEATURE, "rides", { query: cursor ? { cursor } : {} })}
        item={(ride) => <Line href={at(FEATURE, "rides", ride.id)} icon="go" note={`${dateDay(ride.day)} · ${seatsOf(ride)}`} {...(ride.as === "neither" ? {} : { badge: t(ride.as === "driver" ? "ride.mine" : "ride.in") })}>{t("ride.line", { name: ride.name, from: ride.from })}</Line>} />
      <Section title={t("offer")}><Offer key={told} onDone={() => again(told + 1)} /></Section>
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};

const Seat = ({ ride, onDone }: { ride: Ride; onDone: () => void }) => {
  const { act, said } = useAct(ride.as === "driver" ? () => go(at(FEATURE, "rides")) : onDone);
  const params = { id: ride.id };
  return (
    <>
      {said}
      {ride.as === "driver" ? <Confirm label={t("ride.cancel")} question={t("ride.cancel.ask")} onYes={act(() => call(FEATURE, "cancel", { params }))} />
        : ride.as === "rider" ? <Button onPress={act(() => call(FEATURE, "unjoin", { params }))}>{t("ride.unjoin")}</Button>
        : ride.free > 0 ? <Button kind="primary" icon="go" onPress={act(() => call(FEATURE, "join", { params }))}>{t("ride.join")}</Button> : null}
    </>
  );
};
/** One way home. */
export const RidePage = ({ id }: { id: string }) => {
  const found = useLoad(() => call(FEATURE, "ride", { params: { id } }), [id]);
  return (
    <>
      <State of={found}>{(ride) => (
        <>
          <h1>{t("ride.line", { name: ride.name, from: ride.from })}</h1>
          <div class="card"><p>{dateDay(ride.day)} · {seatsOf(ride)}</p>{ride.how ? <p>{t("ride.how", { how: ride.how })}</p> : null}{ride.riders.length > 0 ? <p>{t("ride.riders", { names: ride.riders.join(" ") })}</p> : null}</div>
          <Seat ride={ride} onDone={found.reload} />
        </>
      )}</State>
      <LinkButton href={at(FEATURE, "rides")}>{t("back")}</LinkButton>
    </>
  );
};
