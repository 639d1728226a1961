import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button } from "../../core/parts/button.tsx";
import { Card, Line, Section } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dateDay, dayOf } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";

const FEATURE = "circle/away";
type Mine = Answer<typeof FEATURE, "mine">;
type Stay = Mine["own"]["stays"][number];

const spanOf = (stay: Stay): string => (stay.until ? t("stay", { from: dateDay(stay.from), until: dateDay(stay.until) }) : t("stay.open", { from: dateDay(stay.from) }));

const Now = ({ own, onDone }: { own: Mine["own"]; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const { now } = own;
  return (
    <Card tone={now ? "careful" : "good"}>
      <p role="status">{now === null ? t("now.home") : now.until ? t("now.away", { until: dateDay(now.until) }) : t("now.away.open")}{now?.where ? ` · ${t("where", { where: now.where })}` : ""}</p>
      {said}
      {now ? <Button kind="primary" icon="home" onPress={act(() => call(FEATURE, "home", { body: { from: dayOf(new Date().toISOString()) } }))}>{t("home.now")}</Button> : null}
    </Card>
  );
};
const Told = ({ stay, onDone }: { stay: Stay; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  return <div class="card"><p>{spanOf(stay)}{stay.where ? ` · ${t("where", { where: stay.where })}` : ""}</p>{said}<Button onPress={act(() => call(FEATURE, "drop", { params: { id: stay.id } }))}>{t("stay.drop")}</Button></div>;
};
const Leave = ({ onDone }: { onDone: () => void }) => {
  const form = useForm(FEATURE, "leave", { start: { from: dayOf(new Date().toISOString()), until: "", where: "" }, send: async (body) => { await call(FEATURE, "leave", { body }); onDone(); } });
  return (
    <Form form={form} submit={t("leave.send")}>
      <Field form={form} name="from" kind="date" label={t("from")} />
      <Field form={form} name="until" kind="date" label={t("until")} />
      <Field form={form} name="where" label={t("place")} />
    </Form>
  );
};

/** My dates, my house's, and the ways home. */
export const MinePage = () => {
  const mine = useLoad(() => call(FEATURE, "mine", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("note")}</p>
      <State of={mine}>{({ own, house }) => (
        <>
          <Now own={own} onDone={mine.reload} />
          {house.length > 0 ? <Section title={t("house")}><div class="sheet">{house.map(({ person, name, now }) => <Line key={person} icon="people">{now === null ? t("house.home", { name }) : now.until ? t("house.away", { name, until: dateDay(now.until) }) : t("house.away.open", { name })}</Line>)}</div></Section> : null}
          {own.stays.length > 0 ? <Section title={t("stays")}>{own.stays.map((stay) => <Told key={stay.id} stay={stay} onDone={mine.reload} />)}</Section> : null}
          <div class="sheet"><Line href={at(FEATURE, "rides")} icon="go">{t("rides")}</Line><Line href={at(FEATURE, "digest")} icon="talk">{t("digest")}</Line></div>
          <Section title={t("leave")}><Leave key={own.stays.length} onDone={mine.reload} /></Section>
        </>
      )}</State>
    </>
  );
};
