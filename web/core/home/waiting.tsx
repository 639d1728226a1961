import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { callLoosely } from "../client/client.ts";
import { problemOf } from "../client/refused.ts";
import { Button } from "../parts/button.tsx";
import { Line } from "../parts/card.tsx";
import { ProblemLine } from "../parts/state.tsx";
import { at } from "../router.ts";
import { pick, t } from "../words.ts";
import type { Waiting as WaitingThing } from "./shape.ts";

/** One thing that waits for the reader, with its answers as buttons: no page to open. */
export const Waiting = ({ thing, onAnswered }: { thing: WaitingThing; onAnswered: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [done, setDone] = useState("");
  if (done) return <p class="card good" role="status">{done} · {t("home.answered")}</p>;
  if (thing.actions.length === 0) return <Line {...(thing.where ? { href: at(thing.where) } : {})}>{pick(thing.text)}</Line>;
  return (
    <div class="card">
      <p>{thing.where ? <a href={at(thing.where)}>{pick(thing.text)}</a> : pick(thing.text)}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      <div class="row">
        {thing.actions.map(({ label, route, body, params }, place) => (
          <Button kind={place === 0 ? "primary" : "plain"} onPress={() => callLoosely(thing.feature, route, { params: { id: thing.id, ...params }, body }).then(
            () => { setDone(pick(label)); onAnswered(); }, (thrown: unknown) => setProblem(problemOf(thrown)))}>{pick(label)}</Button>
        ))}
      </div>
    </div>
  );
};
