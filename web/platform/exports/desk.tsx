import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { MemberFinder } from "../../core/form/member-finder.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { InTheWay } from "./again.tsx";

const FEATURE = "platform/exports";
const WHY = ["asked-in-person", "next-of-kin", "moved-away"] as const;
type Why = (typeof WHY)[number];
const Finder = ({ onAsked }: { onAsked: () => void }) => {
  const [person, choose] = useState("");
  const [name, nameIt] = useState("");
  const [why, because] = useState<Why>("asked-in-person");
  const [asked, say] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const ask = (): Promise<void> => call(FEATURE, "askErasureFor", { body: { person, why } }).then(() => { choose(""); say(true); setProblem(undefined); onAsked(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <div class="form">
      <MemberFinder chosen={person} onPick={(id, said) => { choose(id); nameIt(said); say(false); }} />
      {person ? <>
        <Picker label={t("desk.why")} value={why} choices={WHY.map((value) => ({ value, label: t(`desk.why.${value}`) }))} onPick={(value) => because(value as Why)} />
        <Confirm label={t("desk.choose")} question={t("desk.sure", { name })} onYes={ask} />
      </> : null}
      {asked ? <p class="calm good" role="status">{t("desk.asked")}</p> : null}
      <InTheWay problem={problem} />
    </div>
  );
};

/** Erasing somebody who cannot ask alone: without a phone, or dead. */
export const EraseDesk = () => {
  const open = useLoad(() => call(FEATURE, "erasures", { query: { limit: 50 } }));
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const back = (id: string): Promise<void> => call(FEATURE, "keepThem", { params: { id }, body: {} }).then(() => { setProblem(undefined); open.reload(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      <h1>{t("desk.title")}</h1>
      <p>{t("desk.note")}</p>
      <p class="hush">{t("erase.stays")}</p>
      <Finder onAsked={open.reload} />
      <Section title={t("state.waiting")}>
        <InTheWay problem={problem} />
        <State of={open}>{({ items }) => {
          const waiting = items.filter((each) => each.state === "waiting" || each.state === "erasing");
          return waiting.length === 0 ? <Empty>{t("desk.none")}</Empty> : <>{waiting.map((each) => (
            <section class="card" key={each.id}><p>{each.name} · {day(each.until)} · {t(`state.${each.state}`)}</p>
              {each.by === "office" && each.state === "waiting" ? <Button onPress={() => back(each.id)}>{t("desk.back")}<span class="unseen"> {each.name}</span></Button> : null}</section>
          ))}</>;
        }}</State>
      </Section>
      <LinkButton href={at(FEATURE, "village")}>{t("back")}</LinkButton>
    </>
  );
};
