import { useId, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { AskWords } from "./ask-words.tsx";
import { nameIn } from "./names.ts";
import type { VillageName } from "./names.ts";

interface House { readonly village: string; readonly household: string; readonly label: string }
/** The households a refusal names. */
const housesOf = (problem: ProblemBody): readonly House[] => (Array.isArray(problem.detail?.["households"]) ? (problem.detail["households"] as House[]) : []);
const withNew = (known: readonly House[], more: readonly House[]): readonly House[] => [...known, ...more.filter((each) => !known.some(({ household }) => household === each.household))];
interface Props { readonly id: string; readonly villages: readonly VillageName[]; readonly onDone: () => void }

const Reason = ({ house, villages, value, onWrite }: { house: House; villages: readonly VillageName[]; value: string; onWrite: (reason: string) => void }) => {
  const id = useId();
  return <div class="field"><label for={id}>{nameIn(villages, house.village)} · {house.label}</label><input id={id} class="input" maxLength={200} value={value} onInput={(event) => onWrite(event.currentTarget.value)} /></div>;
};

/** Ends a warning as complete; where households are open, names them and asks a reason for each, so that it can end as incomplete. */
export const End = ({ id, villages, onDone }: Props) => {
  const [open, setOpen] = useState<readonly House[]>([]);
  const [reasons, write] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const end = async (as: "complete" | "incomplete"): Promise<void> => {
    try {
      await call("alerts/warnings", "end", { params: { id }, body: { as, reasons: open.filter(({ household }) => reasons[household]?.trim()).map(({ village, household }) => ({ village, household, reason: reasons[household]!.trim() })) } });
      onDone();
    } catch (thrown) {
      const refused = problemOf(thrown);
      setProblem(refused);
      setOpen(withNew(open, housesOf(refused)));
    }
  };
  const missing = open.filter(({ household }) => !reasons[household]?.trim()).length;
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      {open.length === 0 ? <Confirm label={t("do.end")} question={t("do.end.sure")} onYes={() => end("complete")} kind="plain" /> : (
        <section class="card careful"><h3>{t("end.open", { n: open.length })}</h3><p>{t("end.reasons")}</p>
          {open.map((house) => <Reason key={house.household} house={house} villages={villages} value={reasons[house.household] ?? ""} onWrite={(reason) => write({ ...reasons, [house.household]: reason })} />)}
          <Button onPress={() => end("complete")}>{t("end.try-again")}</Button>
          <Button kind="danger" onPress={() => end("incomplete")}>{missing > 0 ? t("end.incomplete.missing", { n: missing }) : t("end.incomplete")}</Button>
        </section>
      )}
    </>
  );
};

/** The all-clear: never waits for the board; where calls for help are open it names them first and asks again. */
export const Clear = ({ id, villages, onDone }: Props) => {
  const [calls, setCalls] = useState<readonly House[]>([]);
  const [words, keep] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const clear = async (said: string, despiteOpenCalls: boolean): Promise<void> => {
    keep(said);
    try {
      await call("alerts/warnings", "clear", { params: { id }, body: { despiteOpenCalls, ...(said ? { words: said } : {}) } });
      onDone();
    } catch (thrown) {
      const refused = problemOf(thrown);
      setProblem(refused);
      setCalls(housesOf(refused));
    }
  };
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      {calls.length > 0 ? (
        <section class="card bad"><h3>{t("clear.calls", { n: calls.length })}</h3><ul>{calls.map((each) => <li key={each.household}>{nameIn(villages, each.village)} · {each.label}</li>)}</ul>
          <Button kind="danger" onPress={() => clear(words, true)}>{t("clear.despite")}</Button></section>
      ) : null}
      <AskWords title={t("do.clear")} label={t("clear.words")} hint={t("clear.hint")} yes={t("do.clear.yes")} kind="primary" optional onSend={(said) => clear(said, false)} />
    </>
  );
};
