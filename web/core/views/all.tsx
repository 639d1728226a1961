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
import { Lazy } from "../lazy.tsx";

const TABS = ["home", "village", "do", "market", "me"];
const scopeTabs = (): readonly string[] => (here().scope === "area" ? ["county"] : here().scope === "region" ? ["operator"] : TABS);
const fits = (place: PlaceEntry, sought: string): boolean => sought.trim().toLowerCase().split(/\s+/).every((word) => `${place.label} ${place.search}`.toLowerCase().includes(word));

const All = () => {
  const index = useLoad(loadIndex, [prefs().language]);
  const [sought, setSought] = useState(here().query.get("q") ?? "");
  // The words stay in the address: whoever comes back from what they found finds them again.
  const seek = (words: string): void => { setSought(words); history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname); };
  return (
    <>
      <h1>{t("all.title")}</h1>
      <div class="field"><label for="seek">{t("home.search")}</label><input class="input" id="seek" type="search" value={sought} onInput={(event) => seek(event.currentTarget.value)} /></div>
      <State of={index}>{({ places, pages }) => {
        const found = places.filter((place) => scopeTabs().includes(place.tab) && shownTo(place, whosIn(here().village ?? here().area), offIn(here().village)) && fits(place, sought));
        // What the village published is looked through by a part of its own, fetched when somebody looks for something.
        const published = here().village && "platform/search" in pages ? <Lazy name="platform/search" data={{ sought, found: found.map(({ feature }) => feature) }} quiet /> : null;
        return found.length === 0 ? published ?? <Empty>{t("all.nothing")}</Empty>
          : <>{sought ? null : published}{scopeTabs().map((tab) => [tab, found.filter((place) => place.tab === tab)] as const).filter(([, some]) => some.length > 0).map(([tab, some]) => (
            <Section title={t(`tab.${tab}`)}><div class="sheet">{some.map((place) => <Line href={at(place.feature)} icon={place.icon}>{place.label}</Line>)}</div></Section>
          ))}{sought ? published : null}</>;
      }}</State>
    </>
  );
};
export const page = definePage({ name: "core/all", view: () => <All /> });
