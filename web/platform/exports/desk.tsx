import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
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
type Found = Answer<"circle/members", "list">["items"];

const Finder = ({ onAsked }: { onAsked: () => void }) => {
  const [q, write] = useState("");
  const [why, choose] = useState<Why>("asked-in-person");
  const [found, show] = useState<Found | undefined>();
  const [asked, say] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const fail = (thrown: unknown): void => setProblem(problemOf(thrown));
  const search = (): Promise<void> => call("circle/members", "list", { query: { q: q.trim(), limit: 10 } }).then(({ items }) => { show(items); say(false); setProblem(undefined); }, fail);
  const ask = (person: string): Promise<void> => call(FEATURE, "askErasureFor", { body: { person, why } }).then(() => { show(undefined); say(true); setProblem(undefined); onAsked(); }, fail);
  return (
    <div class="form">
      <div class="field"><label for="erase-name">{t("desk.find")}</label><input id="erase-name" class="input" value={q} maxLength={40} onInput={(event) => write(event.currentTarget.value)} /></div>
      <Button icon="search" disabled={q.trim() === ""} onPress={search}>{t("desk.search")}</Button>
      {found?.length === 0 ? <Empty>{t("desk.nobody")}</Empty> : null}
      {found && found.length > 0 ? <Picker label={t("desk.why")} value={why} choices={WHY.map((value) => ({ value, label: t(`desk.why.${value}`) }))} onPick={(value) => choose(value as Why)} /> : null}
      {found?.map((each) => (
        <section class="card" key={each.person}><p>{each.name} <small>{t("desk.group", { group: each.group })}</small></p>
          <Confirm label={t("desk.choose")} question={t("desk.sure", { name: each.name })} onYes={() => ask(each.person)} /></section>
      ))}
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
