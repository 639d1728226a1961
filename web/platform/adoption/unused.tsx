import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { problemOf } from "../../core/client/refused.ts";
import { rememberOff } from "../../core/names.ts";
import { Button } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { Undo } from "../../core/parts/confirm.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { dateDay } from "../../core/parts/time.ts";
import { here } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";

type Item = Answer<"platform/adoption", "view">["unused"][number];
const VILLAGES = "platform/villages";

/** Off and doors as they are this moment, with this one function the other way. */
const arrange = async (feature: string, off: boolean, doors?: readonly string[]): Promise<readonly string[]> => {
  const facts = await call(VILLAGES, "facts", {});
  const rest = facts.off.filter((each) => each !== feature);
  const next = { off: off ? [...rest, feature] : rest, doors: doors ? [...doors] : facts.doors.filter((each) => each !== feature) };
  await call(VILLAGES, "arrange", { body: next });
  rememberOff(here().village ?? "", next.off);
  return facts.doors;
};

const One = ({ item: { feature, label, since }, may }: { item: Item; may: boolean }) => {
  const [did, setDid] = useState<"open" | "off" | "settled" | "kept">("open");
  const [doors, setDoors] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const name = pick(label);
  const tryTo = (act: Promise<() => void>): Promise<void> => act.then((then) => { setProblem(undefined); then(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const switchOff = (): Promise<void> => tryTo(arrange(feature, true).then((before) => () => { setDoors(before); setDid("off"); }));
  const takeBack = (): Promise<void> => tryTo(arrange(feature, false, doors).then(() => () => setDid("open")));
  const keep = (): Promise<void> => tryTo(call("platform/adoption", "keep", { body: { feature } }).then(() => () => setDid("kept")));
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      {did === "off" ? <Undo said={t("switched", { name })} onUndo={takeBack} onDone={() => setDid("settled")} />
        : did !== "open" ? <p class="card good" role="status">{t(did === "kept" ? "kept" : "switched", { name })}</p>
          : (
            <div class="card">
              <p><b>{name}</b></p><p class="hush">{t("unused.since", { day: dateDay(since) })}</p>
              {may ? <div class="row"><Button onPress={switchOff}>{t("switch-off")}</Button><Button onPress={keep}>{t("keep")}</Button></div> : null}
            </div>
          )}
    </>
  );
};

/** Functions nobody uses, offered to be switched off with one tap that can be taken back. */
export const Unused = ({ items, may }: { items: readonly Item[]; may: boolean }) => (
  <Section title={t("unused")}>
    {items.length === 0 ? <p class="hush">{t("unused.none")}</p> : <><p class="hush">{t("unused.what")}{may ? "" : ` ${t("only-secretary")}`}</p>{items.map((item) => <One key={item.feature} item={item} may={may} />)}</>}
  </Section>
);
