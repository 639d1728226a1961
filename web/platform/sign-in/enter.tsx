import { useEffect, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { go } from "../../core/router.ts";
import { remember, sessionOf } from "../../core/remember.ts";
import { t } from "../../core/words.ts";
import { askedFor, forgetAsked, keepAsked } from "./asked.ts";
import { CodeStep } from "./code-step.tsx";
import { PhoneStep } from "./phone-step.tsx";
import { askedFrom, homeOf } from "./way-back.ts";

type Step = { readonly is: "phone" } | { readonly is: "code"; readonly phone: string } | { readonly is: "choose"; readonly phone: string; readonly code: string; readonly people: readonly { person: string; name: string }[] } | { readonly is: "in" } | { readonly is: "noted" };

/** The third question, only where one number has several people: which of them. */
const Choose = ({ step, onChosen, onNobody }: { step: Step & { is: "choose" }; onChosen: () => void; onNobody: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const enter = (person: string): Promise<void> =>
    call("platform/sign-in", "enter", { body: { phone: step.phone, code: step.code, person }, quiet: true }).then(() => onChosen()).catch((thrown: unknown) => setProblem(problemOf(thrown)));
  const nobody = (): Promise<void> =>
    call("platform/sign-in", "enter", { body: { phone: step.phone, code: step.code, nobodyOfThese: true }, quiet: true }).then(() => onNobody()).catch((thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      <h1>{t("choose")}</h1>
      <p class="hush">{t("choose.note")}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      <div class="answers">{step.people.map(({ person, name }) => <Button key={person} icon="me" onPress={() => enter(person)}>{name}</Button>)}</div>
      <Confirm kind="plain" label={t("choose.nobody")} question={t("choose.nobody.ask")} onYes={nobody} />
    </>
  );
};

/** The code was right: who is it, and where do they go on? Asked again if the network fails just now, for the code is spent. */
const Inside = () => {
  const me = useLoad(() => call("platform/sign-in", "me", { quiet: true }));
  useEffect(() => {
    if (!me.data) return;
    remember(sessionOf(me.data));
    forgetAsked();
    go(askedFrom() ?? homeOf(me.data), true);
  }, [me.data]);
  return <State of={me}>{() => null}</State>;
};

/** Signing in, one question a page; then back to the act that needed it. */
export const Enter = () => {
  const [step, move] = useState<Step>(() => { const phone = askedFor(); return phone ? { is: "code", phone } : { is: "phone" }; });
  const inside = (): void => move({ is: "in" });
  if (step.is === "phone") return <PhoneStep onAsked={(phone) => { keepAsked(phone); move({ is: "code", phone }); }} />;
  if (step.is === "choose") return <Choose step={step} onChosen={inside} onNobody={() => { forgetAsked(); move({ is: "noted" }); }} />;
  if (step.is === "noted") return <><h1>{t("noted.title")}</h1><p>{t("noted")}</p></>;
  if (step.is === "in") return <Inside />;
  return (
    <CodeStep phone={step.phone} onOther={() => { forgetAsked(); move({ is: "phone" }); }}
      onEntered={(answer, code) => { if ("choose" in answer) move({ is: "choose", phone: step.phone, code, people: answer.choose }); else if ("noted" in answer) move({ is: "noted" }); else inside(); }} />
  );
};
