import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { definePage } from "../../core/pages.ts";
import { Table } from "../../core/parts/board.tsx";
import { Button } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { pick, t } from "../../core/words.ts";

type Source = Answer<"cadres/waiting-times", "ledger">["sources"][number];
type Figures = Pick<Source, "asked" | "first" | "closed" | "open" | "oldestOpen">;
const [HOUR, DAY] = [60, 1_440];
/** In the largest unit that says it; less than a minute is a minute: nobody is answered in none. */
const long = (minutes: number): string => minutes <= 1 ? t("moment") : minutes < 2 * HOUR ? t("minutes", { n: minutes }) : minutes < 2 * DAY ? t("hours", { n: Math.round(minutes / HOUR) }) : t("days", { n: Math.round(minutes / DAY) });
const half = (span: Figures["first"]): string => (span ? long(span.median) : t("none"));
const nine = (span: Figures["first"]): string => (span ? long(span.p90) : t("none"));
const named = (key: string, code: string): string => { const said = t(key); return said === key ? code : said; };

const Spans = ({ title, span }: { title: string; span: Figures["first"] }) => (
  <p><b>{title}</b>　{span ? `${t("median", { time: long(span.median) })}，${t("p90", { time: long(span.p90) })}` : t("none")}</p>
);
const postName = ({ post, titles }: Source["posts"][number]): string => (post === "township" || post === "technician" || post === "council" ? t(`post.${post}`) : pick({ zh: titles["zh"] ?? post, en: titles["en"] ?? post }));

const OneSource = ({ source }: { source: Source }) => (
  <Section title={t(`source.${source.source}`)}>
    <div class="card">
      <p>{t("asked", { n: source.asked })}</p>
      <Spans title={t("first")} span={source.first} />
      <Spans title={t("closed")} span={source.closed} />
      <p class={source.open > 0 ? "overdue" : "hush"}>{source.open > 0 && source.oldestOpen ? t("open", { n: source.open, when: when(source.oldestOpen) }) : t("open.none")}</p>
    </div>
    {source.categories.length > 0 ? <Table caption={t("by-category")} head={[t("col.what"), t("col.cases"), t("col.first"), t("col.p90"), t("col.closed")]} rows={source.categories.map((each) => [named(`category.${each.category}`, each.category), each.asked, half(each.first), nine(each.first), half(each.closed)])} /> : null}
    {source.posts.length > 0 ? <Table caption={t("by-post")} head={[t("col.post"), t("col.cases"), t("col.first"), t("col.p90")]} rows={source.posts.map((each) => each.figures ? [postName(each), each.figures.asked, half(each.figures.first), nine(each.figures.first)] : [postName(each), t("few")])} /> : null}
  </Section>
);

const Ledger = () => {
  const ledger = useLoad(() => call("cadres/waiting-times", "ledger", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      <State of={ledger}>{({ sources }) => <>{sources.map((source) => source.asked > 0 ? <OneSource key={source.source} source={source} /> : <Section key={source.source} title={t(`source.${source.source}`)}><p class="hush">{t("none")}</p></Section>)}</>}</State>
      <Button icon="print" onPress={printPage}>{t("print")}</Button>
    </>
  );
};

/** How long people wait for a word, computed from what happened. */
export const page = definePage({ name: "cadres/waiting-times", view: () => <Ledger /> });
