import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { prefs } from "../../core/prefs.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import type { Consent } from "./privacy.ts";

const FEATURE = "platform/privacy";

/** One thing to agree to or not: a press counts at once. */
const One = ({ consent: given }: { consent: Consent }) => {
  const [consent, set] = useState(given);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const say = (yes: boolean): Promise<void> => call(FEATURE, "say", { params: { purpose: consent.purpose }, body: { given: yes } }).then((next) => { set(next); setProblem(undefined); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <article class="card">
      <h2>{t(`consent.${consent.purpose}`)}</h2>
      <p role="status" class={`calm ${consent.holds ? "good" : ""}`}>{t(consent.holds ? "consent.holds" : "consent.stopped")}</p>
      {consent.said ? consent.history.slice(0, 3).map((each) => <p key={each.at}><small>{t(each.given ? "consent.said.yes" : "consent.said.no", { time: when(each.at), how: t(`how.${each.how}`) })}{each.proof ? ` · ${each.proof}` : ""}</small></p>) : <p><small>{t("consent.silent")}</small></p>}
      {problem ? <ProblemLine problem={problem} /> : null}
      <div class="row">{consent.holds ? null : <Button icon="done" onPress={() => say(true)}>{t("consent.yes")}</Button>}{consent.holds || !consent.said ? <Button onPress={() => say(false)}>{t("consent.no")}</Button> : null}</div>
    </article>
  );
};

/** In elder mode one question a page. */
const OneByOne = ({ items }: { items: readonly Consent[] }) => {
  const [n, show] = useState(0);
  const consent = items[n];
  return (
    <>
      <p class="meta">{t("consent.of", { n: n + 1, all: items.length })}</p>
      {consent ? <One key={consent.purpose} consent={consent} /> : null}
      <div class="row">{n > 0 ? <Button onPress={() => show(n - 1)}>{t("consent.back")}</Button> : null}{n + 1 < items.length ? <Button kind="primary" onPress={() => show(n + 1)}>{t("consent.next")}</Button> : null}</div>
    </>
  );
};

/** What I agreed to and what I did not, with how and when I said so. */
export const Consents = () => {
  const consents = useLoad(() => call(FEATURE, "consents", {}));
  return (
    <>
      <h1>{t("consents")}</h1>
      <p class="hush">{t("consents.note")}</p>
      <State of={consents}>{({ items }) => (prefs().mode === "elder" ? <OneByOne items={items} /> : <>{items.map((each) => <One key={each.purpose} consent={each} />)}</>)}</State>
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
