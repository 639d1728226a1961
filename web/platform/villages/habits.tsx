import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Badge, Line, Section } from "../../core/parts/card.tsx";
import { PaperTwin } from "../../core/paper-twin.tsx";
import { Picker, Stepper } from "../../core/parts/picker.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { inUnit, spanOf, unitOf } from "./span.ts";
import { isSecretary, mayImport, maySettle } from "./village.ts";
import type { Habit } from "./village.ts";

const FEATURE = "platform/villages";
const MOST = 999;

/** A number, or a span in its own unit. */
const Amount = ({ habit, value, set }: { habit: Habit; value: number; set: (value: number) => void }) => {
  const unit = unitOf(value > 0 ? value : Number(habit.usual) || 60_000);
  return habit.kind === "count"
    ? <Stepper label={t("change.to")} value={value} max={MOST} onChange={set} fewer={t("stepper.fewer")} more={t("stepper.more")} />
    : <Stepper label={`${t("change.to")}（${t(`unit.${unit}`)}）`} value={inUnit(value, unit)} max={MOST} onChange={(amount) => set(spanOf(amount, unit))} fewer={t("stepper.fewer")} more={t("stepper.more")} />;
};

/** One habit while it is changed. */
const Choosing = ({ habit, onDone }: { habit: Habit; onDone: (loosened: boolean) => void }) => {
  const [value, set] = useState(habit.value);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const save = (): Promise<void> => call(FEATURE, "choose", { body: { setting: habit.setting, value } }).then(({ loosened }) => onDone(loosened), (thrown: unknown) => setProblem(problemOf(thrown)));
  const choices = habit.kind === "flag" ? ["true", "false"].map((each) => ({ value: each, label: t(each === "true" ? "yes" : "no") })) : habit.choices.map((each) => ({ value: each.value, label: pick(each.says) }));
  return (
    <div class="form">
      {choices.length > 0
        ? <Picker label={t("change.to")} value={String(value)} choices={choices} onPick={(each) => set(habit.kind === "flag" ? each === "true" : each)} />
        : <Amount habit={habit} value={Number(value)} set={set} />}
      {habit.mayLoosen.length > 0 ? <p class="meta">{t("may-loosen", { who: habit.mayLoosen.map(pick).join(t("or")) })}</p> : null}
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
      <p>{pick(habit.title)}</p>
      <p><b>{pick(habit.says)}</b>{habit.own ? <> <Badge>{t("own")}</Badge></> : habit.small ? <> <Badge>{t("small.mark")}</Badge></> : null}{habit.own && habit.value !== habit.usual ? <> <small>{t("usual.is", { value: pick(habit.usualSays) })}</small></> : null}</p>
      <p><small>{pick(habit.why)}</small></p>
      {habit.loosenedAt ? <p class="overdue">{t("loosened", { date: day(habit.loosenedAt) })}</p> : null}
      {said ? <p class="calm good" role="status">{said}</p> : null}
      {!maySettle() ? null : open ? <Choosing habit={habit} onDone={(loosened) => { show(false); say(t(loosened ? "change.loosened" : "change.done")); reload(); }} /> : <Button onPress={() => show(true)}>{t("change")}<span class="unseen"> {pick(habit.title)}</span></Button>}
    </section>
  );
};

/** How our village does it: its habits by function, for everybody to read; for who may, to settle. What was loosened stands first. */
export const Habits = () => {
  const habits = useLoad(() => call(FEATURE, "settings", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("habits.note")}</p>
      {mayImport() ? <div class="sheet"><Line href={at(FEATURE, "roll")} icon="people">{t("desk.roll")}</Line>{isSecretary() ? <Line href={at(FEATURE, "functions")} icon="adjustments">{t("desk.functions")}</Line> : null}</div> : null}
      <State of={habits}>{({ small, items, off }) => {
        const loosened = items.filter(({ loosenedAt }) => loosenedAt !== null);
        const groups = Map.groupBy(items.filter((each) => !loosened.includes(each)), (habit) => pick(habit.label));
        const cards = (those: readonly Habit[]) => those.map((habit) => <HabitCard key={habit.setting} habit={habit} reload={habits.reload} />);
        return (
          <>
            {small ? <p class="calm">{t("small")}</p> : null}
            {loosened.length > 0 ? <Section title={t("loosened.title")}>{cards(loosened)}</Section> : null}
            {[...groups].map(([label, those]) => <Section key={label} title={label}>{cards(those)}</Section>)}
            <Section title={t("off.title")}>{off.length === 0 ? <p class="hush">{t("off.none")}</p> : <ul class="card">{off.map(({ feature, label }) => <li key={feature}>{pick(label)}</li>)}</ul>}</Section>
            <PaperTwin of="platform/villages" />
          </>
        );
      }}</State>
    </>
  );
};
