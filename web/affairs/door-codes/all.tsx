import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Section } from "../../core/parts/card.tsx";
import { Icon } from "../../core/parts/icon.tsx";
import { List } from "../../core/parts/list.tsx";
import { Empty, ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, houseWords } from "./door.ts";
import type { Line } from "./door.ts";
import { PlateSteps } from "./mine.tsx";

const AT_ONCE = 40;
const MOST_PAGES = 20;
/** Every house of the office's part of the village. */
const everyHouse = async (): Promise<Line[]> => {
  const all: Line[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const found: { items: Line[]; next: string | null } = await call(FEATURE, "list", { query: { limit: 50, ...(cursor ? { cursor } : {}) } });
    all.push(...found.items);
    cursor = found.next;
    if (!cursor) break;
  }
  return all.sort((a, b) => a.order - b.order);
};

const Reports = () => (
  <Section title={t("reports")}>
    <List load={(cursor) => call(FEATURE, "reports", { query: { limit: 20, ...(cursor ? { cursor } : {}) } })} empty={t("reports.none")}
      item={(each) => <Card key={each.id} {...(each.fact === "help" ? { tone: "bad" as const } : {})}><p><b>{houseWords(each)}</b> <small>{when(each.at)}</small></p><p>{t(`reports.${each.fact}`)}{each.words ? `：${each.words}` : ""}</p></Card>} />
  </Section>
);

/** Every house with its plate: made, printed, put up, replaced. */
export const AllPlates = () => {
  const houses = useLoad(everyHouse);
  const [said, say] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const issue = async (without: readonly Line[]): Promise<void> => {
    setProblem(undefined);
    let made = 0;
    try {
      for (let i = 0; i < without.length; i += AT_ONCE) made += (await call(FEATURE, "issue", { body: { houses: without.slice(i, i + AT_ONCE).map(({ house }) => house) } })).issued;
    } catch (thrown) { setProblem(problemOf(thrown)); }
    say(t("issued", { n: made }));
    houses.reload();
  };
  return (
    <>
      <h1>{t("all")}</h1>
      {problem ? <ProblemLine problem={problem} /> : null}
      <p role="status">{said}</p>
      <State of={houses}>{(all) => {
        const without = all.filter(({ plate }) => !plate);
        return (
          <>
            {without.length > 0 ? <Button icon="id-badge" onPress={() => issue(without)}>{t("issue", { n: without.length })}</Button> : null}
            {all.length === 0 ? <Empty>{t("all.none")}</Empty> : null}
            {all.map((line) => (
              <details class="sheet" key={line.house}><summary class="line"><span class="grow"><span>{houseWords(line)}</span><small>{[line.plate ? t(`state.${line.plate.state}`) : t("none"), ...(line.scans > 0 ? [t("scans", { n: line.scans })] : [])].join(" · ")}</small></span><Icon name="next" /></summary>
                {line.plate ? <div class="card"><PlateSteps plate={line.plate} onDone={houses.reload} /></div> : null}</details>
            ))}
          </>
        );
      }}</State>
      <Reports />
      <LinkButton kind="primary" icon="print" href={at(FEATURE, "print")}>{t("print")}</LinkButton>
    </>
  );
};
