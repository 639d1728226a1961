import { useState } from "preact/hooks";
import { Line, Section } from "../parts/card.tsx";
import { Empty, State, useLoad } from "../parts/state.tsx";
import { offIn } from "../names.ts";
import { definePage } from "../pages.ts";
import { loadIndex, shownTo } from "../places.ts";
import type { PlaceEntry } from "../places.ts";
import { prefs } from "../prefs.ts";
import { at, here } from "../router.ts";
import { whosIn } from "../session.ts";
import { t } from "../words.ts";

const TABS = ["home", "village", "do", "market", "me"];
const scopeTabs = (): readonly string[] => (here().scope === "area" ? ["county"] : here().scope === "region" ? ["operator"] : TABS);
const fits = (place: PlaceEntry, sought: string): boolean => sought.trim().toLowerCase().split(/\s+/).every((word) => `${place.label} ${place.search}`.toLowerCase().includes(word));

const All = () => {
  const index = useLoad(loadIndex, [prefs().language]);
  const [sought, seek] = useState("");
  return (
    <>
      <h1>{t("all.title")}</h1>
      <div class="field"><label for="seek">{t("home.search")}</label><input class="input" id="seek" type="search" value={sought} onInput={(event) => seek(event.currentTarget.value)} /></div>
      <State of={index}>{({ places }) => {
        const found = places.filter((place) => scopeTabs().includes(place.tab) && shownTo(place, whosIn(here().village ?? here().area), offIn(here().village)) && fits(place, sought));
        return found.length === 0 ? <Empty>{t("all.nothing")}</Empty>
          : <>{scopeTabs().map((tab) => [tab, found.filter((place) => place.tab === tab)] as const).filter(([, some]) => some.length > 0).map(([tab, some]) => (
            <Section title={t(`tab.${tab}`)}><div class="sheet">{some.map((place) => <Line href={at(place.feature)} icon={place.icon}>{place.label}</Line>)}</div></Section>
          ))}</>;
      }}</State>
    </>
  );
};
export const page = definePage({ name: "core/all", view: () => <All /> });
