import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Badge, Line } from "../../core/parts/card.tsx";
import { Picker, Stepper } from "../../core/parts/picker.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { has, t } from "../../core/words.ts";
import { inUnit, spanOf, spanWords, unitOf } from "./span.ts";
import { isSecretary, mayImport, maySettle } from "./village.ts";
import type { Habit } from "./village.ts";

const FEATURE = "platform/villages";
/** The words a habit may be, where it is one of a few. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "affairs/notices.secondPlain": ["nobody", "one other"], "affairs/notices.secondMustRead": ["nobody", "one other"], "circle/guestbook.visitorsWords": ["at once", "after a look"],
};
const valueWords = (value: unknown): string => {
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return spanWords(value);
  return has(`value.${String(value)}`) ? t(`value.${String(value)}`) : String(value);
};
const label = (setting: string): string => (has(`setting.${setting}`) ? t(`setting.${setting}`) : setting);

/** One habit while it is changed. */
const Choosing = ({ habit, onDone }: { habit: Habit; onDone: (loosened: boolean) => void }) => {
  const [value, set] = useState(habit.value);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const unit = unitOf(typeof value === "number" && value > 0 ? Number(value) : Number(habit.usual) || 60_000);
  const save = (): Promise<void> => call(FEATURE, "choose", { body: { setting: habit.setting, value } }).then(({ loosened }) => onDone(loosened), (thrown: unknown) => setProblem(problemOf(thrown)));
  const choices = typeof habit.value === "boolean" ? ["true", "false"] : WORDS[habit.setting] ?? [String(habit.value), String(habit.usual)];
  return (
    <div class="form">
      {typeof habit.value === "number"
        ? <Stepper label={`${t("change.to")}（${t(`unit.${unit}`)}）`} value={inUnit(Number(value), unit)} max={999} onChange={(amount) => set(spanOf(amount, unit))} fewer={t("stepper.fewer")} more={t("stepper.more")} />
        : <Picker label={t("change.to")} value={String(value)} choices={[...new Set(choices)].map((each) => ({ value: each, label: valueWords(typeof habit.value === "boolean" ? each === "true" : each) }))} onPick={(each) => set(typeof habit.value === "boolean" ? each === "true" : each)} />}
      {problem ? <ProblemLine problem={problem} /> : null}
      <Button kind="primary" onPress={save}>{t("change.save")}</Button>
    </div>
  );
};

const HabitCard = ({ habit, reload }: { habit: Habit; reload: () => void }) => {
  const [open, show] = useState(false);
  const [said, say] = useState("");
  return (
    <section class="card">
      <p>{label(habit.setting)}</p>
      <p><b>{valueWords(habit.value)}</b>{habit.own ? <> <Badge>{t("own")}</Badge></> : null}{habit.own && habit.value !== habit.usual ? <> <small>{t("usual.is", { value: valueWords(habit.usual) })}</small></> : null}</p>
      {habit.loosenedAt ? <p class="overdue">{t("loosened", { date: day(habit.loosenedAt) })}</p> : null}
      {said ? <p class="calm good" role="status">{said}</p> : null}
      {!maySettle() ? null : open ? <Choosing habit={habit} onDone={(loosened) => { show(false); say(t(loosened ? "change.loosened" : "change.done")); reload(); }} /> : <Button onPress={() => show(true)}>{t("change")}<span class="unseen"> {label(habit.setting)}</span></Button>}
    </section>
  );
};

/** How our village does it: its habits, for everybody to read; for who may, to settle. */
export const Habits = () => {
  const habits = useLoad(() => call(FEATURE, "settings", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("habits.note")}</p>
      {mayImport() ? <div class="sheet"><Line href={at(FEATURE, "roll")} icon="people">{t("desk.roll")}</Line>{isSecretary() ? <Line href={at(FEATURE, "functions")} icon="adjustments">{t("desk.functions")}</Line> : null}</div> : null}
      <State of={habits}>{({ small, items }) => (
        <>
          {small ? <p class="calm">{t("small")}</p> : null}
          {[...items].sort((a, b) => Number(b.loosenedAt !== null) - Number(a.loosenedAt !== null) || Number(b.own) - Number(a.own)).map((habit) => <HabitCard key={habit.setting} habit={habit} reload={habits.reload} />)}
        </>
      )}</State>
    </>
  );
};
