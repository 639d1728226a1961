import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { Picker, Stepper } from "../../core/parts/picker.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { prefs } from "../../core/prefs.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./line.tsx";
import type { Wishes } from "./line.tsx";
import { PushCard } from "./push-card.tsx";

type Set = (change: Partial<Wishes>) => void;
const yes = (key: string, value: boolean, set: (value: boolean) => void) => (
  <Picker label={t(key)} value={value ? "yes" : "no"} choices={["yes", "no"].map((each) => ({ value: each, label: t(`${key}.${each}`) }))} onPick={(picked) => set(picked === "yes")} />
);
const hour = (label: string, value: number, set: (value: number) => void) => (
  <Stepper label={`${label} ${t("how.hour.at", { hour: value })}`} value={value} min={0} max={23} onChange={set} fewer={t("how.earlier")} more={t("how.later")} />
);
const NIGHT = { from: 22, to: 6 };
const NONE = { from: 0, to: 0 };
const kindOf = (quiet: Wishes["quiet"]): string => (quiet === null ? "usual" : quiet.from === quiet.to ? "none" : "own");

/** The questions, in the order people ask them; in elder mode one a page. */
const questions = (wishes: Wishes, set: Set): ComponentChild[] => [
  <PushCard />,
  yes("how.atOnce", wishes.atOnce, (atOnce) => set({ atOnce })),
  <>{yes("how.digest", wishes.digest, (digest) => set({ digest }))}{wishes.digest ? hour(t("how.hour"), wishes.hour, (next) => set({ hour: next })) : null}</>,
  yes("how.sms", wishes.sms, (sms) => set({ sms })),
  <>
    <Picker label={t("how.quiet")} value={kindOf(wishes.quiet)} choices={["usual", "own", "none"].map((value) => ({ value, label: t(`how.quiet.${value}`) }))} onPick={(kind) => set({ quiet: kind === "usual" ? null : kind === "none" ? NONE : NIGHT })} />
    {wishes.quiet && kindOf(wishes.quiet) === "own" ? <>{hour(t("how.quiet.from"), wishes.quiet.from, (from) => set({ quiet: { ...wishes.quiet!, from } }))}{hour(t("how.quiet.to"), wishes.quiet.to, (to) => set({ quiet: { ...wishes.quiet!, to } }))}</> : null}
  </>,
  <Picker label={t("how.language")} value={wishes.language} choices={(["zh", "en"] as const).map((value) => ({ value, label: t(`how.language.${value}`) }))} onPick={(language) => set({ language: language as Wishes["language"] })} />,
];

const Ask = ({ start }: { start: Wishes }) => {
  const [wishes, change] = useState(start);
  const [kept, keep] = useState(false);
  const [n, show] = useState(0);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const set: Set = (next) => { change({ ...wishes, ...next }); keep(false); };
  const all = questions(wishes, set);
  const elder = prefs().mode === "elder";
  const send = (): Promise<void> => call(FEATURE, "wish", { body: wishes }).then(() => { keep(true); setProblem(undefined); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const last = !elder || n === all.length - 1;
  return (
    <>
      {elder ? <><p class="meta">{t("how.of", { n: n + 1, all: all.length })}</p><div class={n === 0 ? "" : "card"} key={n}>{all[n]}</div></> : all.map((each, i) => <div class={i === 0 ? "" : "card"} key={i}>{each}</div>)}
      {problem ? <ProblemLine problem={problem} /> : null}
      {kept ? <p class="card good" role="status">{t("how.kept")}</p> : null}
      {elder ? <div class="row">{n > 0 ? <Button onPress={() => show(n - 1)}>{t("how.before")}</Button> : null}{last ? null : <Button kind="primary" onPress={() => show(n + 1)}>{t("how.next")}</Button>}</div> : null}
      {last ? <div class="sheet"><Line href={at("platform/privacy", "consents")} icon="done">{t("how.consents")}</Line><Line href={at(FEATURE)} icon="letter">{t("back")}</Line></div> : null}
      {last ? <Button kind="primary" icon="done" onPress={send}>{t("how.keep")}</Button> : null}
    </>
  );
};

/** How I am told: at once or once a day, when, by what, and when not. */
export const How = () => {
  const wishes = useLoad(() => call(FEATURE, "wishes", {}));
  return (
    <>
      <h1>{t("how")}</h1>
      <p class="hush">{t("how.note")}</p>
      <State of={wishes}>{(start) => <Ask start={start} />}</State>
    </>
  );
};
