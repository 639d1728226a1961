import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { HouseChoice } from "./house-choice.tsx";
import { groupWords, isCadre, stateWords } from "./member.ts";
import type { Claim, House } from "./member.ts";

const FEATURE = "circle/members";

const Refusing = ({ id, onDone }: { id: string; onDone: (claim: Claim) => void }) => {
  const form = useForm(FEATURE, "refuse", { start: { reason: "" }, draft: id, send: async (body) => onDone(await call(FEATURE, "refuse", { params: { id }, body })) });
  return <Form form={form} submit={t("refuse")}><Field form={form} name="reason" label={t("refuse.why")} /></Form>;
};
/** The office says which household it is; the same name on the list is found by itself. */
const Verifying = ({ claim, onDone }: { claim: Claim; onDone: (claim: Claim) => void }) => {
  const [house, choose] = useState<House | undefined>();
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const verify = (): Promise<void> => call(FEATURE, "verify", { params: { id: claim.id }, body: { household: house!.id } }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <div class="form">
      <HouseChoice label={t("verify.where")} hint={claim.house} chosen={house} onPick={choose} />
      {problem ? <ProblemLine problem={problem} /> : null}
      <Button kind="primary" icon="done" disabled={!house} onPress={verify}>{t("verify")}</Button>
    </div>
  );
};

/** Somebody who says they belong here: a neighbour vouches, an office confirms. */
export const ClaimCard = ({ claim: given }: { claim: Claim }) => {
  const [claim, set] = useState(given);
  const [open, show] = useState<"" | "verify" | "refuse">("");
  const [said, say] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const done = (next: Claim): void => { set(next); show(""); };
  const vouch = (): Promise<void> => call(FEATURE, "vouch", { params: { id: claim.id } }).then((next) => { set(next); say(t("vouched")); setProblem(undefined); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const running = claim.state === "claimed" || claim.state === "vouched";
  return (
    <article class="card">
      <p><b>{t("claim.said", { name: claim.name, group: groupWords(claim.group), house: claim.house })}</b></p>
      <p role="status"><small>{[stateWords(claim), when(claim.at), ...(claim.alone ? [t("alone")] : [])].join(" · ")}</small></p>
      {said ? <p class="calm good" role="status">{said}</p> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {!running ? null : open === "verify" ? <Verifying claim={claim} onDone={done} /> : open === "refuse" ? <Refusing id={claim.id} onDone={done} /> : (
        <div class="row">
          {said ? null : <Button icon="done" onPress={vouch}>{t("vouch")}</Button>}
          {isCadre() && claim.state === "vouched" ? <Button icon="id-badge" onPress={() => show("verify")}>{t("verify")}</Button> : null}
          {isCadre() ? <Button onPress={() => show("refuse")}>{t("refuse")}</Button> : null}
        </div>
      )}
    </article>
  );
};
