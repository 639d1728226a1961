import { ASKS, COLOURS, colourFor, HAZARDS, hazards } from "../../../shared/alerts/warnings/hazards.ts";
import type { Colour, Hazard } from "../../../shared/alerts/warnings/hazards.ts";
import { Field } from "../../core/form/field.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { Section } from "../../core/parts/card.tsx";
import { t } from "../../core/words.ts";
import { PicturePicker } from "./choices.tsx";
import type { Composing } from "./compose-state.ts";
import type { Facts } from "./facts.ts";
import { colourWord, hazardIcon, hazardWord } from "./label.tsx";
import { localOf } from "./zoned.ts";

/** What people should do in this danger unless the duty officer says otherwise. */
const usualAsk = (hazard: Facts["hazard"], colour: Facts["colour"]): Facts["ask"] => (hazard && colour ? hazards[hazard].ask[colour] : "");

/** Who speaks, which danger, how bad, what people should do. */
export const What = ({ form }: { form: Composing }) => {
  const { values: facts, change } = form;
  const kind = (value: string): void => change({ kind: value as Facts["kind"], ...(value === "relay" && !facts.issuedAt ? { issuedAt: localOf(Date.now()) } : {}) });
  const hazard = (value: string): void => {
    const next = value as Hazard;
    const colour = facts.colour ? colourFor(next, facts.colour) : "";
    change({ hazard: next, colour, ask: usualAsk(next, colour) });
  };
  const colour = (value: string): void => change({ colour: value as Colour, ask: usualAsk(facts.hazard, value as Colour) });
  const colours = facts.hazard ? hazards[facts.hazard].colours : COLOURS;
  return (
    <Section title={t("compose.what")}>
      <Picker label={t("kind")} value={facts.kind} onPick={kind} choices={[{ value: "relay", label: t("kind.relay"), note: t("kind.relay.note") }, { value: "order", label: t("kind.order"), note: t("kind.order.note") }]} />
      {facts.kind === "relay" ? (
        <div class="card"><Field form={form} name="issuer" label={t("issuer")} hint={t("issuer.hint")} /><Field form={form} name="issuedAt" kind="datetime-local" label={t("issuedAt")} /><Field form={form} name="sourceText" kind="long" label={t("sourceText")} hint={t("sourceText.hint")} /></div>
      ) : null}
      <PicturePicker label={t("hazard")} value={facts.hazard} onPick={hazard} choices={HAZARDS.map((each) => ({ value: each, label: hazardWord(each), icon: hazardIcon(each) }))} />
      <PicturePicker label={t("colour")} value={facts.colour} onPick={colour} choices={colours.map((each) => ({ value: each, label: colourWord(each), tone: each }))} />
      {facts.hazard && facts.colour ? (
        <Picker label={t("ask")} value={facts.ask} onPick={(ask) => change({ ask: ask as Facts["ask"] })} hint={t("ask.hint")}
          choices={ASKS.map((each) => ({ value: each, label: t(`ask.${each}`), ...(each === usualAsk(facts.hazard, facts.colour) ? { note: t("ask.usual") } : {}) }))} />
      ) : null}
    </Section>
  );
};
