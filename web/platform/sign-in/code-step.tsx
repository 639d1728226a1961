import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { CodeBoxes } from "./code-boxes.tsx";

export type Entered = Answer<"platform/sign-in", "enter">;
const SIX = 6;
/** Enough to know one's own number by, not enough for whoever looks over the shoulder. @example masked("138 0000 1001") // "138****1001" */
const masked = (phone: string): string => { const figures = phone.replace(/\D/g, ""); return figures.length < 8 ? phone : `${figures.slice(0, -8)}****${figures.slice(-4)}`; };

/** The second question: the six figures. The sixth one sends them; a wrong code empties the boxes and says how many tries are left. */
export const CodeStep = ({ phone, onEntered, onOther }: { phone: string; onEntered: (answer: Entered, code: string) => void; onOther: () => void }) => {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [said, say] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const resting = problem?.type === "resting";
  const enter = async (figures: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      onEntered(await call("platform/sign-in", "enter", { body: { phone, code: figures }, quiet: true }), figures);
    } catch (thrown) {
      const refused = problemOf(thrown);
      setProblem(refused);
      if (refused.status !== 0) setCode("");
      setBusy(false);
    }
  };
  const again = async (): Promise<void> => {
    try { await call("platform/sign-in", "ask", { body: { phone } }); setProblem(undefined); setCode(""); say(t("code.resent")); } catch (thrown) { setProblem(problemOf(thrown)); }
  };
  const help = String(problem?.detail?.["phone"] ?? boot.helpPhone);
  return (
    <>
      <h1>{t("code.title")}</h1>
      <p>{t("sent")}<br /><b>{masked(phone)}</b></p>
      <form class="form" noValidate onSubmit={(event) => { event.preventDefault(); if (code.length === SIX && !busy) void enter(code); }}>
        <CodeBoxes label={t("code")} value={code} disabled={busy || resting} wrong={problem?.type === "wrong-code" ? problem.title : undefined}
          onType={(typed) => { setCode(typed); say(""); if (typed.length === SIX && typed !== code) void enter(typed); }} />
        {problem && problem.type !== "wrong-code" ? <ProblemLine problem={problem} /> : null}
        {said ? <p class="calm good" role="status">{said}</p> : null}
        {resting && help ? <LinkButton kind="primary" href={`tel:${help}`} icon="phone">{t("call", { phone: help })}</LinkButton> : null}
        <div class="row"><Button onPress={again} disabled={resting}>{t("again")}</Button><Button onPress={onOther}>{t("code.other")}</Button></div>
        <p class="hush">{t("no-code")}{help ? <> <a class="call" href={`tel:${help}`} data-phone={help}>{help}</a></> : null}</p>
        <p class="hush">{t("code.keep")}</p>
        <Button type="submit" kind="primary" disabled={busy || code.length < SIX}>{t("enter")}</Button>
      </form>
    </>
  );
};
