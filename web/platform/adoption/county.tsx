import { call } from "../../core/client/client.ts";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { pick, t } from "../../core/words.ts";
import { figure } from "./figure.ts";

const FEATURE = "platform/adoption";

/** The county's villages in counts: in the order of their codes, so that it is no ranking. */
export const Villages = () => (
  <>
    <h1>{t("county.title")}</h1>
    <p class="hush">{t("county.what")}</p>
    <List load={(cursor) => call(FEATURE, "county", { query: { limit: 50, ...(cursor ? { cursor } : {}) } })} empty={t("county.none")}
      item={(each) => <Line key={each.village} href={`/v/${each.village}`} icon="village" note={each.day === null ? t("county.new") : t("county.line", { people: figure(each.week.people), asking: figure(each.week.asking), answering: figure(each.week.answering), published: each.month.published })}>{pick(each.names)}</Line>} />
  </>
);

/** The operator's counties; each leads to its villages. */
export const Counties = () => {
  const counties = useLoad(async () => Promise.all((await call(FEATURE, "counties", {})).counties.map(async (area) => ({ area, names: (await call("platform/villages", "county", { area })).names }))));
  return (
    <>
      <h1>{t("region.title")}</h1>
      <State of={counties}>{(found) => found.length === 0 ? <Empty>{t("region.none")}</Empty> : <div class="sheet">{found.map(({ area, names }) => <Line key={area} href={`/a/${area}/${FEATURE}`} icon="flag">{pick(names)}</Line>)}</div>}</State>
    </>
  );
};
