import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { whoGreets } from "./greeting.ts";
import type { OwnGreeting } from "./greeting.ts";
import { RemoveForm } from "./remove-form.tsx";

const HeldCard = ({ greeting }: { greeting: OwnGreeting }) => {
  const [said, say] = useState("");
  const [removing, remove] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const release = (): Promise<void> => call("circle/guestbook", "release", { params: { id: greeting.id } }).then(() => say(t("released")), (thrown: unknown) => setProblem(problemOf(thrown)));
  if (said) return <div class="card good" role="status">{said}</div>;
  return (
    <article class="card greeting">
      <p><b>{whoGreets(greeting)}</b> <small>{when(greeting.at)}</small> {greeting.heldFor.map((why) => <Badge tone="careful">{t(`held.${why}`)}</Badge>)}</p>
      <blockquote>{greeting.words}</blockquote>
      {problem ? <ProblemLine problem={problem} /> : null}
      {removing ? <RemoveForm id={greeting.id} onDone={() => say(t("state.removed"))} />
        : <div class="row"><Button icon="done" onPress={release}>{t("step.release")}</Button><Button onPress={() => remove(true)}>{t("step.remove")}</Button></div>}
    </article>
  );
};

/** Greetings with a number or a link in them: an office looks, then puts them up or takes them down. */
export const Held = () => (
  <>
    <h1>{t("held")}</h1>
    <p class="hush">{t("held.note")}</p>
    <List load={(cursor) => call("circle/guestbook", "held", { query: { limit: 50, ...(cursor ? { cursor } : {}) } })} empty={t("held.empty")} item={(each) => <HeldCard key={each.id} greeting={each} />} />
    <LinkButton href={at("circle/guestbook")}>{t("all")}</LinkButton>
  </>
);
