import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { MemberFinder, seesRoll } from "../../core/form/member-finder.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { Empty, ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./happening.ts";

/** Whom the branch's activities are for: added by name, taken off with one question. Two who change it at once: the later one is told. */
export const BranchMembers = () => {
  const branch = useLoad(() => call(FEATURE, "branch", {}));
  const [person, choose] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const keep = (members: readonly string[], ifMatch: number): Promise<void> =>
    call(FEATURE, "setBranch", { body: { members: [...members] }, ifMatch }).then(() => { setProblem(undefined); choose(""); branch.reload(); }, (thrown: unknown) => { setProblem(problemOf(thrown)); branch.reload(); });
  return (
    <>
      <h1>{t("branch")}</h1>
      <p class="hush">{t("branch.note")}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      <State of={branch}>{({ members, version }) => <>
        {members.length === 0 ? <Empty>{t("branch.none")}</Empty> : members.map(({ id, name }) => (
          <div key={id}><Line icon="me">{name}</Line><Confirm kind="plain" label={t("branch.drop", { name })} question={t("branch.drop.ask", { name })} onYes={() => keep(members.flatMap((each) => (each.id === id ? [] : [each.id])), version)} /></div>
        ))}
        {seesRoll() ? <Section title={t("branch.add")}>
          <MemberFinder chosen={person} onPick={choose} />
          <Button kind="primary" icon="people" disabled={!person || members.some(({ id }) => id === person)} onPress={() => keep([...members.map(({ id }) => id), person], version)}>{t("branch.add.send")}</Button>
        </Section> : null}
      </>}</State>
      <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
    </>
  );
};
