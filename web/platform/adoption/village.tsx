import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Section } from "../../core/parts/card.tsx";
import { Table, Tiles } from "../../core/parts/board.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dateDay } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { figure } from "./figure.ts";
import { Unused } from "./unused.tsx";

type Seen = Answer<"platform/adoption", "view">;
const PEOPLE = ["people", "asking", "answering", "guests"] as const;

const Ratio = ({ perAnswer }: { perAnswer: number | null }) =>
  perAnswer === null ? <p class="card">{t("ratio.few")}</p>
    : perAnswer < 2 ? <p class="card good">{t("ratio.even")}</p>
      : <div class="card"><p>{t("ratio", { n: perAnswer })}</p><p class="hush">{t("ratio.tip")}</p></div>;

const Figures = ({ seen }: { seen: Seen }) => (
  <>
    <p class="meta">{t("day", { day: dateDay(seen.day ?? seen.since), since: dateDay(seen.since) })}</p>
    <Section title={t("week")}>
      <Tiles tiles={PEOPLE.map((name) => ({ figure: figure(seen.week[name]), label: `${t(name)} · ${t("was", { n: figure(seen.before[name]) })}` }))} />
    </Section>
    <Section title={t("month")}>
      <Tiles tiles={[{ figure: seen.month.published, label: t("published") }, ...(["asked", "answered", "known"] as const).map((name) => ({ figure: figure(seen.month[name]), label: t(name) }))]} />
      <Ratio perAnswer={seen.perAnswer} />
    </Section>
  </>
);

/** The village in counts, what lies unused, and the days. */
export const OneVillage = () => {
  const seen = useLoad(() => call("platform/adoption", "view", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      <State of={seen}>{(data) => (
        <>
          {data.day === null ? <p class="card">{t("begun")}</p> : <Figures seen={data} />}
          <Unused items={data.unused} may={data.maySwitchOff} />
          {data.days.length > 0 ? (
            <Section title={t("days")}>
              <Table caption={t("days")} head={[t("col.day"), t("people"), t("asking"), t("answering"), t("published"), t("answered")]}
                rows={data.days.map((each) => [dateDay(each.day), figure(each.people), figure(each.asking), figure(each.answering), each.published, figure(each.answered)])} />
            </Section>
          ) : null}
        </>
      )}</State>
    </>
  );
};
