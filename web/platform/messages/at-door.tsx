import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { FEATURE } from "./line.tsx";

type Door = Answer<typeof FEATURE, "atDoor">["items"][number];

const One = ({ door }: { door: Door }) => {
  const [done, set] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  if (done) return <p class="card good" role="status">{t("door.line", { no: door.no })} · {t("door.told")}</p>;
  return (
    <article class="card">
      <h2>{t("door.line", { no: door.no })}</h2>
      <p>{pick(door.text)}</p>
      <small>{when(door.at)}</small>
      {problem ? <ProblemLine problem={problem} /> : null}
      <div class="row">
        <Button icon="done" onPress={() => call(FEATURE, "toldAtDoor", { params: { household: door.household, line: door.id } }).then(() => set(true), (thrown: unknown) => setProblem(problemOf(thrown)))}>{t("door.done")}</Button>
        <LinkButton href={at(FEATURE, "house", door.household)}>{t("door.house")}</LinkButton>
      </div>
    </article>
  );
};

/** What is said at the doors of houses without a phone. */
export const AtDoor = () => (
  <>
    <h1>{t("door")}</h1>
    <p class="hush">{t("door.note")}</p>
    <List load={(cursor) => call(FEATURE, "atDoor", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("door.none")} item={(door) => <One door={door} key={door.id} />} />
    <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
  </>
);
