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
/** A claim after a step: what may be done with it next is asked anew. */
type Moved = Omit<Claim, "may">;

const Refusing = ({ id, onDone }: { id: string; onDone: (claim: Moved) => void }) => {
  const form = useForm(FEATURE, "refuse", { start: { reason: "" }, draft: id, send: async (body) => onDone(await call(FEATURE, "refuse", { params: { id }, body })) });
  return <Form form={form} submit={t("refuse")}><Field form={form} name="reason" label={t("refuse.why")} /></Form>;
};
/** The office says which household it is; the same name on the list is found by itself. */
const Verifying = ({ claim, onDone }: { claim: Claim; onDone: (claim: Moved) => void }) => {
  const [house, choose] = useState<House | undefined>();
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const verify = (): Promise<void> => call(FEATURE, "verify", { params: { id: claim.id }, body: house ? { household: house.id } : {} }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <div class="form">
      {isCadre() ? <HouseChoice label={t("verify.where")} hint={claim.house} chosen={house} onPick={choose} /> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      <Button kind="primary" icon="done" disabled={isCadre() && !house} onPress={verify}>{t("verify")}</Button>
    </div>
  );
};

/** Somebody who says they belong here: a neighbour vouches, an office confirms. */
export const ClaimCard = ({ claim: given }: { claim: Claim }) => {
  const [claim, set] = useState(given);
  const [open, show] = useState<"" | "verify" | "refuse">("");
  const after = (next: Moved): Claim => ({ ...next, may: next.state === claim.state ? claim.may.filter((each) => each !== "vouch") : next.state === "vouched" && claim.may.includes("refuse") ? ["verify", "refuse"] : [] });
  const [said, say] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const done = (next: Moved): void => { set(after(next)); show(""); };
  const vouch = (): Promise<void> => call(FEATURE, "vouch", { params: { id: claim.id } }).then((next) => { set(after(next)); say(t("vouched")); setProblem(undefined); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <article class="card">
      <p><b>{t("claim.said", { name: claim.name, group: groupWords(claim.group), house: claim.house })}</b></p>
      <p role="status"><small>{[stateWords(claim), when(claim.at), ...(claim.alone ? [t("alone")] : []), ...(claim.lack ? [t("lack")] : [])].join(" · ")}</small></p>
      {said ? <p class="calm good" role="status">{said}</p> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {claim.may.length === 0 ? null : open === "verify" ? <Verifying claim={claim} onDone={done} /> : open === "refuse" ? <Refusing id={claim.id} onDone={done} /> : (
        <div class="row">
          {claim.may.includes("vouch") ? <Button icon="done" onPress={vouch}>{t("vouch")}</Button> : null}
          {claim.may.includes("verify") ? <Button icon="id-badge" onPress={() => show("verify")}>{t("verify")}</Button> : null}
          {claim.may.includes("refuse") ? <Button onPress={() => show("refuse")}>{t("refuse")}</Button> : null}
          {claim.may.includes("withdraw") ? <p class="hush">{t("vouch.yours")}</p> : null}
        </div>
      )}
    </article>
  );
};
