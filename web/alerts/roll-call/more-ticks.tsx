import { useState } from "preact/hooks";
import type { RollLine } from "../../../shared/alerts/roll-call/contract.ts";
import { Button } from "../../core/parts/button.tsx";
import { Picker, Stepper } from "../../core/parts/picker.tsx";
import { t } from "../../core/words.ts";
import type { Is, TickBody } from "./acts.ts";

/** What one tap says, and what needs a number or a name first. */
const AT_ONCE: readonly Is[] = ["stayed", "empty", "needs-help"];
const ASKED: readonly Is[] = ["moved", "away", "refused"];
const LABEL: Partial<Record<Is, string>> = { moved: "tick.some", away: "tick.away", refused: "tick.refused", stayed: "tick.stayed", empty: "tick.empty", "needs-help": "tick.needs-help" };

/** The rarer states of a house: one tap where nothing else is needed; a number, who says so or a witness where it is. */
export const MoreTicks = ({ line, onTick }: { line: RollLine; onTick: (body: Omit<TickBody, "households">) => Promise<unknown> }) => {
  const [is, choose] = useState<Is | "">("");
  const [from, setFrom] = useState<"helper" | "relative">("helper");
  const [name, setName] = useState("");
  const [people, setPeople] = useState(Math.max(0, line.sleepers - 1));
  const [wrong, setWrong] = useState(false);
  const needs = is === "refused" || from === "relative";
  const send = async (): Promise<void> => {
    if (is === "") return;
    if (needs && !name.trim()) { setWrong(true); return; }
    await onTick({ is, channel: is === "refused" ? "helper" : from, ...(is === "moved" ? { people } : {}), ...(is === "refused" ? { witness: name.trim() } : from === "relative" ? { saidBy: name.trim() } : {}) });
  };
  if (is === "") return <div class="row">{[...AT_ONCE, ...ASKED].map((each) => <Button key={each} onPress={() => AT_ONCE.includes(each) ? onTick({ is: each, channel: "helper" }) : choose(each)}>{t(LABEL[each] ?? "")}</Button>)}</div>;
  return (
    <div class="card careful" role="group" aria-label={t(LABEL[is] ?? "")}>
      <p><b>{t(LABEL[is] ?? "")}</b></p>
      {is === "moved" ? <Stepper label={t("tick.people")} value={people} onChange={setPeople} max={50} fewer={t("stepper.fewer")} more={t("stepper.more")} /> : null}
      {is === "refused" ? null : <Picker label={t("tick.from")} value={from} onPick={(next) => setFrom(next as typeof from)} choices={[{ value: "helper", label: t("tick.seen") }, { value: "relative", label: t("tick.told") }]} />}
      {needs ? <div class="field"><label for={`who-${line.household}`}>{t(is === "refused" ? "tick.witness" : "tick.who")}</label>
        <input class="input" id={`who-${line.household}`} value={name} maxLength={40} aria-invalid={wrong ? "true" : undefined} aria-describedby={wrong ? `wrong-${line.household}` : undefined} onInput={(event) => { setName(event.currentTarget.value); setWrong(false); }} />
        {wrong ? <p class="wrong" id={`wrong-${line.household}`}>{t("tick.needed")}</p> : null}</div> : null}
      <div class="row"><Button onPress={() => choose("")}>{t("tick.fewer")}</Button><Button kind="primary" onPress={send}>{t("tick.note")}</Button></div>
    </div>
  );
};
