import { useId, useState } from "preact/hooks";
import { hazards } from "../../../shared/alerts/warnings/hazards.ts";
import { Button } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { go } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import type { Composing, Saved } from "./compose-state.ts";
import { CostCard, useCost } from "./cost.tsx";
import { isReady, wordsAside } from "./facts.ts";
import type { VillageName } from "./names.ts";
import { OtherLanguages } from "./other-languages.tsx";
import { OwnWords, textOf } from "./own-words.tsx";

/** Sentences beside the button; none of them stops a warning. */
export const Concerns = ({ concerns, hours, parts }: { concerns: readonly string[]; hours: number; parts: number }) =>
  concerns.length === 0 ? null : <Card tone="careful" title={t("concerns")}><ul>{concerns.map((each) => <li key={each}>{t(`concern.${each}`, { hours, parts })}</li>)}</ul></Card>;

/** The number of households, typed: so large an area is not sent by a slip of the thumb. */
const TypeNumber = ({ onTyped }: { onTyped: (households: number) => unknown }) => {
  const id = useId();
  const [typed, type] = useState("");
  return (
    <div class="card careful"><div class="field"><label for={id}>{t("type-number")}</label><input id={id} class="input" inputMode="numeric" value={typed} onInput={(event) => type(event.currentTarget.value)} /></div>
      <Button kind="danger" disabled={!/^\d+$/.test(typed.trim())} onPress={() => onTyped(Number(typed.trim()))}>{t("put-up")}</Button></div>
  );
};

const WithWords = ({ form, saved, villages, area }: { form: Composing; saved: Saved; villages: readonly VillageName[]; area: string }) => {
  const { values: facts } = form;
  const texts = wordsAside(facts) ? {} : facts.texts;
  const named = facts.parts.map((part) => pick(villages.find(({ id }) => id === part.village)?.names)).sort((a, b) => b.length - a.length)[0] || t("words.a-village");
  const { cost, problem } = useCost(facts.parts, textOf(texts, saved, "zh", "sms"), textOf(texts, saved, "en", "sms"));
  const putUp = async (households?: number): Promise<void> => {
    const warning = await form.putUp(households);
    if (warning) go(`/a/${area}/alerts/warnings/${warning.id}`, true);
  };
  return (
    <>
      <OwnWords form={form} saved={saved} village={named} />
      <OtherLanguages facts={facts} villages={villages} area={area} />
      {facts.parts.length === 0 ? <p class="card careful">{t("parts.none")}</p> : null}
      <CostCard {...(cost ? { cost } : {})} {...(problem ? { problem } : {})} />
      <Concerns concerns={saved.concerns} hours={facts.hazard ? hazards[facts.hazard].lifeHours : 24} parts={cost?.partsEach ?? 2} />
      {form.problem && form.problem.type !== "type-the-number" ? <ProblemLine problem={form.problem} /> : null}
      {form.problem?.type === "type-the-number" ? <><ProblemLine problem={form.problem} /><TypeNumber onTyped={putUp} /></> : null}
      <Button onPress={() => form.save()} icon="copy" disabled={!form.dirty}>{form.dirty ? t("save-draft") : t("saved")}</Button>
      <small>{t(facts.colour === "orange" || facts.colour === "red" ? "put-up.second" : "put-up.alone")}</small>
      <Button kind={facts.status === "Exercise" ? "primary" : "danger"} icon="megaphone" onPress={() => putUp()}>{t(facts.status === "Exercise" ? "put-up.drill" : "put-up")}</Button>
    </>
  );
};

/** The words, what they cost and the button; before that, the button that has the words written. */
export const Finish = ({ form, villages, area }: { form: Composing; villages: readonly VillageName[]; area: string }) => {
  const ready = isReady(form.values);
  if (form.saved && form.fresh) return <WithWords form={form} saved={form.saved} villages={villages} area={area} />;
  return (
    <>
      <h2>{t("compose.words")}</h2>
      <Card><p>{t(ready ? "words.will" : "words.first")}</p></Card>
      {form.problem ? <ProblemLine problem={form.problem} /> : null}
      {form.problem?.type === "offline" ? <p class="card careful">{t("words.on-this-phone")}</p> : null}
      <Button kind="primary" disabled={!ready} onPress={() => form.save()}>{t(form.saved ? "words.again" : "words.write")}</Button>
    </>
  );
};
