import { useState } from "preact/hooks";
import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { Empty, ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { hazardIcon, marksInWords, RunningLine, titleOf } from "./label.tsx";
import { untilWords } from "./when.tsx";

/** Where a warning stands, in words and with its time. */
export const standing = (warning: WarningView): string => {
  const last = warning.history.at(-1);
  if (warning.state === "issued") return [t("villages.n", { n: new Set(warning.parts.map(({ village }) => village)).size }), warning.expires ? t("until.at", { at: untilWords(warning.expires) }) : t("until.none")].join(" · ");
  return `${t(`is.${warning.state}`)}${last ? ` · ${when(last.at)}` : ""}`;
};

const WarningLine = ({ warning }: { warning: WarningView }) => {
  const href = at("alerts/warnings", warning.id);
  if (warning.state === "issued" || warning.state === "waiting") return <RunningLine warning={warning} href={href} note={standing(warning)} marks={marksInWords(warning)} />;
  const [mark, ...more] = marksInWords(warning);
  return <Line href={href} icon={hazardIcon(warning.hazard)} note={[...more, standing(warning)].join(" · ")} {...(mark ? { badge: mark } : {})}>{titleOf(warning)}</Line>;
};
const Shelf = ({ title, warnings }: { title: string; warnings: readonly WarningView[] }) =>
  warnings.length === 0 ? null : <Section title={title}><ul class="list">{warnings.map((each) => <li key={each.id}><WarningLine warning={each} /></li>)}</ul></Section>;

type Page = Awaited<ReturnType<typeof read>>;
const read = (cursor?: string) => call("alerts/warnings", "list", { query: { limit: 50, ...(cursor ? { cursor } : {}) } });

/** The county's warnings: what waits for a second person and what holds first, then drafts, then what is over. */
export const CountyList = () => {
  const first = useLoad(() => read());
  const [rest, setRest] = useState<Page[]>([]);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const more = async (cursor: string): Promise<void> => {
    try { setRest([...rest, await read(cursor)]); setProblem(undefined); } catch (thrown) { setProblem(problemOf(thrown)); }
  };
  return (
    <>
      <h1>{t("title")}</h1>
      <State of={first}>{(page) => {
        const items = [page, ...rest].flatMap((each) => each.items);
        const are = (...states: WarningView["state"][]) => items.filter(({ state }) => states.includes(state));
        const next = (rest.at(-1) ?? page).next;
        return (
          <>
            <Shelf title={t("list.waiting")} warnings={are("waiting")} />
            {are("issued").length === 0 ? <p class="calm good">{t("list.calm")}</p> : <Shelf title={t("list.running")} warnings={are("issued")} />}
            <Shelf title={t("list.drafts")} warnings={are("draft")} />
            <Shelf title={t("list.past")} warnings={are("ended", "cleared", "cancelled", "replaced", "lapsed", "dropped")} />
            {items.length === 0 ? <Empty>{t("list.nothing")}</Empty> : null}
            {problem ? <ProblemLine problem={problem} /> : null}
            {next ? <Button onPress={() => more(next)}>{t("list.more")}</Button> : null}
          </>
        );
      }}</State>
      <LinkButton href={at("alerts/cap")} icon="download">{t("to-cap")}</LinkButton>
      <LinkButton href={at("alerts/warnings", "new")} kind="primary" icon="megaphone">{t("new.title")}</LinkButton>
    </>
  );
};
