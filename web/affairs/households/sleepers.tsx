import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { about } from "./household.ts";
import type { Person } from "./household.ts";

/** Who sleeps at home, a large tick for each: what a warning counts. The button keeps what was ticked. */
export const Sleepers = ({ people, onSave }: { people: readonly Person[]; onSave: (people: { person: string; sleepsHere: boolean }[]) => Promise<unknown> }) => {
  const [here, set] = useState<readonly string[]>(() => people.filter(({ sleepsHere }) => sleepsHere).map(({ person }) => person));
  const [saved, setSaved] = useState<number | undefined>();
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const save = (): Promise<void> => onSave(people.map(({ person }) => ({ person, sleepsHere: here.includes(person) }))).then(() => { setSaved(here.length); setProblem(undefined); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      <fieldset class="picker"><legend>{t("sleeping.ask")}</legend>
        {people.map((each) => (
          <label class="choice" key={each.person}><input type="checkbox" checked={here.includes(each.person)} onChange={(event) => { setSaved(undefined); set(event.currentTarget.checked ? [...here, each.person] : here.filter((id) => id !== each.person)); }} />
            <span><b>{each.name}</b><small>{about(each)}</small></span></label>
        ))}
      </fieldset>
      <p class="hush">{t("sleeping.note")}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      <p class={`calm ${saved === undefined ? "" : "good"}`} role="status">{saved === undefined ? t("sleeping", { count: here.length }) : t("sleeping.saved", { count: saved })}</p>
      <Button kind="primary" icon="done" onPress={save}>{t("sleeping.save")}</Button>
    </>
  );
};
