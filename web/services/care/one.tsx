import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Line } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dateDay } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { Begin } from "./begin.tsx";
import { FEATURE, standing, toneOf, type Care } from "./care.ts";
import { Add, Circle } from "./circle.tsx";

interface Of { readonly care: Care; readonly onDone: () => void }

/** The word of somebody who saw or reached them. */
const Sign = ({ care, onDone }: Of) => {
  const { act, said } = useAct(onDone);
  const say = (how: "seen" | "call") => act(() => call(FEATURE, "well", { params: { person: care.person }, body: { how } }));
  return (
    <Card tone={toneOf(care)}>
      <p role="status">{standing(care)}</p>
      {said}
      {care.today === "well" ? null : <><Button kind="primary" icon="eye" onPress={say("seen")}>{t("saw")}</Button><Button icon="phone" onPress={say("call")}>{t("called")}</Button></>}
    </Card>
  );
};

const Pause = ({ care, onDone }: Of) => {
  const { act, said } = useAct(onDone);
  const params = { person: care.person };
  const form = useForm(FEATURE, "pause", { start: { until: "" }, draft: care.person, send: async ({ until }) => { await call(FEATURE, "pause", { params, body: { until } }); onDone(); } });
  return care.pausedUntil
    ? <><p class="card careful">{t("pause.now", { day: dateDay(care.pausedUntil) })}</p>{said}<Button kind="primary" onPress={act(() => call(FEATURE, "pause", { params, body: { until: null } }))}>{t("pause.stop")}</Button></>
    : <>{care.away ? <p class="card careful">{t("pause.away")}</p> : null}<Form form={form} submit={t("pause.set")}><Field form={form} name="until" kind="date" label={t("pause.until")} hint={t("pause.until.hint")} /></Form></>;
};
const End = ({ care, onDone }: Of) => {
  const { act, said } = useAct(onDone);
  return <>{said}<Confirm label={t("end")} question={t("end.ask")} onYes={act(() => call(FEATURE, "end", { params: { person: care.person } }))} /></>;
};

/** What the family sets, each on a page of its own: the circle, the hour, a journey. */
const Settings = ({ care }: { care: Care }) => (
  <div class="sheet">
    <Line href={at(FEATURE, care.person, "add")} icon="people">{t("circle.add")}</Line>
    <Line href={at(FEATURE, care.person, "hour")} icon="wait">{t("hour", { by: care.by })}</Line>
    <Line href={at(FEATURE, care.person, "pause")} icon="go" {...(care.pausedUntil ? { note: t("pause.now", { day: dateDay(care.pausedUntil) }) } : {})}>{t("pause")}</Line>
  </div>
);
const titleOf = (care: Care): string => (care.as === "self" ? t("title") : t("title.of", { name: care.name }));

/** Somebody's sign of life, for their family and their circle; with `what` one thing the family sets. */
export const OnePage = ({ person, what }: { person: string; what: string | undefined }) => {
  const one = useLoad(() => call(FEATURE, "one", { params: { person } }), [person, what]);
  const home = (): void => go(at(FEATURE, person));
  return (
    <>
      <State of={one}>{(care) => {
        switch (what) {
          case "add": return <><h1>{t("circle.add")}</h1><Add person={person} onDone={home} /></>;
          case "hour": return <><h1>{t("by")}</h1><Begin person={person} by={care.by} onDone={home} /></>;
          case "pause": return <><h1>{t("pause")}</h1><Pause care={care} onDone={home} /></>;
          default: return <><h1>{titleOf(care)}</h1><Sign care={care} onDone={one.reload} /><Circle care={care} onDone={one.reload} />{care.as === "circle" ? null : <><Settings care={care} /><End care={care} onDone={() => go(at(FEATURE))} /></>}</>;
        }
      }}</State>
      <LinkButton href={what ? at(FEATURE, person) : at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
