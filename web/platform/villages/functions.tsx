import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { rememberOff } from "../../core/names.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { loadIndex } from "../../core/places.ts";
import { prefs } from "../../core/prefs.ts";
import { at, here } from "../../core/router.ts";
import { t } from "../../core/words.ts";

const FEATURE = "platform/villages";
const MOST_DOORS = 6;
/** Without these nobody could come back to switch anything on, or be warned. */
const ALWAYS = ["platform/sign-in", "platform/villages", "platform/offices", "platform/event-log", "affairs/village-home"];

const Ticks = ({ label, choices, chosen, onChange, full }: { label: string; choices: readonly { value: string; label: string }[]; chosen: readonly string[]; onChange: (chosen: string[]) => void; full?: boolean }) => (
  <fieldset class="picker"><legend>{label}</legend>
    {choices.map(({ value, label: said }) => (
      <label class="choice" key={value}><input type="checkbox" checked={chosen.includes(value)} disabled={full === true && !chosen.includes(value)} onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))} /><span>{said}</span></label>
    ))}
  </fieldset>
);
const Choosing = ({ off: wasOff, doors: before, labels }: { off: readonly string[]; doors: readonly string[]; labels: readonly { value: string; label: string; door: boolean }[] }) => {
  const [off, setOff] = useState(wasOff);
  const [doors, setDoors] = useState(before);
  const [saved, say] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const on = labels.filter(({ value }) => !off.includes(value)).map(({ value }) => value);
  const candidates = labels.filter(({ value, door }) => door && !off.includes(value));
  const kept = doors.filter((each) => !off.includes(each));
  const save = (): Promise<void> => call(FEATURE, "arrange", { body: { off: [...off], doors: [...kept] } }).then(() => { say(true); setProblem(undefined); rememberOff(here().village ?? "", off); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      <Ticks label={t("functions.doors")} choices={candidates} chosen={kept} full={kept.length >= MOST_DOORS} onChange={(next) => { setDoors(next); say(false); }} />
      <p class="meta" role="status">{t("functions.doors.count", { n: kept.length })}</p>
      <p class="hush">{t("functions.on.note")}</p>
      <Ticks label={t("functions.on")} choices={labels} chosen={on} onChange={(next) => { setOff([...wasOff.filter((each) => !labels.some(({ value }) => value === each)), ...labels.filter(({ value }) => !next.includes(value)).map(({ value }) => value)]); say(false); }} />
      {problem ? <ProblemLine problem={problem} /> : null}
      {saved ? <p class="calm good" role="status">{t("functions.saved")}</p> : null}
      <Button kind="primary" icon="done" onPress={save}>{t("functions.save")}</Button>
    </>
  );
};

/** Which functions the village has switched on, and the six doors of its home. */
export const Functions = () => {
  const found = useLoad(async () => {
    const [facts, index] = await Promise.all([call(FEATURE, "facts", {}), loadIndex()]);
    const features = [...new Set(index.places.filter(({ tab, feature }) => ["village", "do", "market", "me"].includes(tab) && !ALWAYS.includes(feature) && !feature.startsWith("alerts/")).map(({ feature }) => feature))];
    return { facts, labels: features.map((value) => ({ value, label: index.places.find(({ feature }) => feature === value)!.label, door: index.places.some(({ feature, door }) => door && feature === value) })) };
  }, [prefs().language]);
  return (
    <>
      <h1>{t("desk.functions")}</h1>
      <State of={found}>{({ facts, labels }) => <Choosing off={facts.off} doors={facts.doors} labels={labels} />}</State>
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
