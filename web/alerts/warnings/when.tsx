import { useState } from "preact/hooks";
import { hazards } from "../../../shared/alerts/warnings/hazards.ts";
import { Field } from "../../core/form/field.tsx";
import { Section } from "../../core/parts/card.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { clock, day, dayOf } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import type { Composing } from "./compose-state.ts";
import type { Facts, Until } from "./facts.ts";
import { inHours, instantOf, localOf } from "./zoned.ts";

const HOURS = ["3", "6", "12"] as const;
/** "21:30", or with the day where it is not today. */
export const untilWords = (instant: string): string => (dayOf(instant) === dayOf(Date.now()) ? clock(instant) : dayOf(instant) === dayOf(Date.now() + 86_400_000) ? `${t("tomorrow")} ${clock(instant)}` : `${day(instant)} ${clock(instant)}`);

const OwnTime = ({ label, value, onChange }: { label: string; value: string; onChange: (instant: string) => void }) => {
  const [typed, type] = useState(value ? localOf(value) : "");
  return <div class="field"><label>{label}<input class="input" type="datetime-local" value={typed} onInput={(event) => { type(event.currentTarget.value); const instant = instantOf(event.currentTarget.value); if (instant) onChange(instant); }} /></label></div>;
};

/** Where to go, who, until when, and whether it is real. */
export const When = ({ form }: { form: Composing }) => {
  const { values: facts, change } = form;
  const until = (value: string): void => change({ until: value as Until, expires: value === "none" ? "" : value === "own" ? facts.expires || inHours(6) : inHours(Number(value)) });
  const life = facts.hazard ? hazards[facts.hazard].lifeHours : 24;
  return (
    <Section title={t("compose.when")}>
      {facts.ask === "leave" || facts.placeZh || facts.placeEn ? <><Field form={form} name="placeZh" label={t("goto.zh")} hint={t("goto.hint")} /><Field form={form} name="placeEn" label={t("goto.en")} /></> : null}
      <Field form={form} name="whoZh" label={t("who.zh")} hint={t("who.hint")} /><Field form={form} name="whoEn" label={t("who.en")} />
      <Picker label={t("until")} value={facts.until} onPick={until} hint={t("until.hint", { hours: life })}
        choices={[...HOURS.map((hours) => ({ value: hours, label: t("until.hours", { n: hours }), note: facts.until === hours && facts.expires ? untilWords(facts.expires) : untilWords(inHours(Number(hours))) })), { value: "own", label: t("until.own") }, { value: "none", label: t("until.none") }]} />
      {facts.until === "own" ? <OwnTime label={t("until.own")} value={facts.expires} onChange={(expires) => change({ expires })} /> : null}
      <Picker label={t("status")} value={facts.status} onPick={(status) => change({ status: status as Facts["status"] })}
        choices={[{ value: "Actual", label: t("status.Actual") }, { value: "Exercise", label: t("status.Exercise"), note: t("status.Exercise.note") }, ...(facts.status === "Test" ? [{ value: "Test", label: t("running.test") }] : [])]} />
      {facts.status === "Exercise" ? <OwnTime label={t("onset.drill")} value={facts.onset} onChange={(onset) => change({ onset })} /> : null}
      <Field form={form} name="note" kind="long" label={t("note")} hint={t("note.hint")} />
    </Section>
  );
};
