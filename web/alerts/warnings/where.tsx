import { useId, useState } from "preact/hooks";
import type { VillagePart } from "../../../shared/alerts/warnings/warning.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import type { Loaded } from "../../core/parts/state.tsx";
import { pick, t } from "../../core/words.ts";
import { Fold, Tick } from "./choices.tsx";
import type { Composing } from "./compose-state.ts";
import { Reach } from "./cost.tsx";
import { nameIn } from "./names.ts";
import type { VillageName } from "./names.ts";
import { PartChoice } from "./part-choice.tsx";
import { SavedAreas } from "./saved-areas.tsx";

const MANY = 8;

const SaveArea = ({ parts, onSaved }: { parts: readonly VillagePart[]; onSaved: () => void }) => {
  const id = useId();
  const [name, type] = useState("");
  const [said, say] = useState("");
  const save = () => call("alerts/warnings", "saveArea", { body: { name: name.trim(), parts: [...parts] } }).then(() => { say(t("area.saved", { name: name.trim() })); type(""); onSaved(); }, (thrown: unknown) => say(problemOf(thrown).title));
  return (
    <Fold title={t("area.save")}>
      <div class="field"><label for={id}>{t("area.name")}</label><input id={id} class="input" maxLength={40} placeholder={t("area.name.hint")} value={name} onInput={(event) => type(event.currentTarget.value)} /></div>
      <Button disabled={name.trim() === ""} onPress={save}>{t("area.save.do")}</Button>
      <p role="status">{said}</p>
    </Fold>
  );
};

const Chosen = ({ form, villages }: { form: Composing; villages: readonly VillageName[] }) => {
  const { values: { parts }, change } = form;
  const [seek, look] = useState("");
  const id = useId();
  const shown = villages.filter(({ names }) => pick(names).includes(seek.trim()));
  const tick = (village: string, on: boolean): void => change({ parts: on ? [...parts, { village }] : parts.filter((part) => part.village !== village) });
  const all = villages.length > 0 && villages.every(({ id: each }) => parts.some(({ village }) => village === each));
  return (
    <>
      {villages.length > MANY ? <div class="field"><label for={id}>{t("village.seek")}</label><input id={id} class="input" type="search" value={seek} onInput={(event) => look(event.currentTarget.value)} /></div> : null}
      <fieldset class="picker"><legend>{t("villages")}</legend>
        {shown.map(({ id: village, names, households }) => <Tick checked={parts.some((part) => part.village === village)} onTick={(on) => tick(village, on)} note={t("households", { n: households })}>{pick(names)}</Tick>)}
      </fieldset>
      {shown.length === 0 ? <p class="hush">{t("village.none")}</p> : null}
      {villages.length > 1 ? <Button onPress={() => change({ parts: all ? [] : villages.map(({ id: village }) => parts.find((part) => part.village === village) ?? { village }) })}>{all ? t("village.clear") : t("village.all", { n: villages.length })}</Button> : null}
      {parts.map((part) => <PartChoice key={part.village} part={part} name={nameIn(villages, part.village)} onChange={(next) => change({ parts: parts.map((each) => (each.village === part.village ? next : each)) })} />)}
    </>
  );
};

/** Which villages, groups and houses are meant, and how many households that is. */
export const Where = ({ form, villages }: { form: Composing; villages: Loaded<VillageName[]> }) => {
  const areas = useLoad(() => call("alerts/warnings", "areas", { query: { limit: 50 } }));
  const { parts } = form.values;
  return (
    <Section title={t("compose.where")}>
      {areas.problem ? <ProblemLine problem={areas.problem} onRetry={areas.reload} /> : null}
      <State of={villages}>{(known) => (
        <>
          {areas.data && areas.data.items.length > 0 ? <SavedAreas areas={areas.data.items} villages={known} onPick={(chosen) => form.change({ parts: chosen })} /> : null}
          <Chosen form={form} villages={known} />
        </>
      )}</State>
      <Reach parts={parts} />
      {parts.length > 0 ? <SaveArea parts={parts} onSaved={areas.reload} /> : null}
    </Section>
  );
};
