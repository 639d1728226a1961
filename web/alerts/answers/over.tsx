import type { AnswerPage } from "../../../shared/alerts/answers/contract.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { at, base } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { Calls } from "./calls.tsx";
import type { Saying } from "./saying.ts";

/** After the end: nothing to follow any more, and still a way to call for help or to say that someone stayed. */
export const Over = ({ page, saying: { last, state, problem, say } }: { page: AnswerPage; saying: Saying }) => (
  <>
    {last?.kind === "help" ? <Calls page={page} told={state === "told"} /> : null}
    <h1>{t("over")}</h1>
    <p>{pick(page.headline)}</p>
    <p>{t("over.what")}</p>
    {problem ? <ProblemLine problem={problem} /> : null}
    {last && state ? <Card tone={state === "told" ? "good" : "careful"}><p role="status"><b>{t(`fact.${last.kind}`)}</b> {t(state === "told" ? "over.noted" : `said.${state}`)}</p></Card> : null}
    <Button kind="danger" onPress={() => say({ kind: "help" })}>{t("over.help")}</Button>
    <Button onPress={() => say({ kind: "stayed", people: 1 })}>{t("fact.stayed")}</Button>
    <LinkButton href={`tel:${page.phone}`} icon="phone">{t("call.village", { phone: page.phone })}</LinkButton>
    <LinkButton href={at("alerts/warnings", page.warning)}>{t("warning.details")}</LinkButton>
    <LinkButton href={`${base()}?calm`}>{t("frame.home")}</LinkButton>
  </>
);
