import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Icon } from "../../core/parts/icon.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";

/** "I know", once for the whole household: the page's one main button. */
export const Know = ({ id, known }: { id: string; known: boolean }) => {
  const [said, say] = useState(known);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  if (said) return <p class="calm good" role="status"><Icon name="done" />{t("known")}</p>;
  return (
    <>
      <p class="hush">{t("ask.know")}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      <Button kind="primary" icon="done" onPress={() => call("affairs/notices", "know", { params: { id }, body: {} }).then(() => say(true), (thrown: unknown) => setProblem(problemOf(thrown)))}>{t("know")}</Button>
    </>
  );
};
