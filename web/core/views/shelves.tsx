import { useEffect } from "preact/hooks";
import { Line, Section } from "../parts/card.tsx";
import { Icon } from "../parts/icon.tsx";
import { offIn } from "../names.ts";
import { KeptList } from "../offline/kept-list.tsx";
import { Lazy } from "../lazy.tsx";
import { State, useLoad } from "../parts/state.tsx";
import { definePage } from "../pages.ts";
import { loadIndex, shownTo } from "../places.ts";
import type { PlaceEntry } from "../places.ts";
import { prefs } from "../prefs.ts";
import { at, base, go, here } from "../router.ts";
import type { Here } from "../router.ts";
import { whosIn } from "../session.ts";
import { t } from "../words.ts";
import { tabOf, shelvesOf } from "./shelf-order.ts";

const DO_ICONS: Readonly<Record<string, string>> = { say: "talk", ask: "ask", get: "get", sell: "sell", help: "help", learn: "learn" };

export const PlaceLine = ({ place }: { place: PlaceEntry }) => <Line href={at(place.feature)} icon={place.icon}>{place.label}</Line>;
const Shelf = ({ name, places, more }: { name: string; places: readonly PlaceEntry[]; more?: boolean }) => <Section title={t(`shelf.${name}`)}><div class="sheet">{places.map((place) => <PlaceLine place={place} />)}{more ? <Line href={`${base()}/me/how`} icon="settings">{t("how.more")}</Line> : null}</div></Section>;

/** "What would you like to do?": six pictures, each opening its shelf. */
const Ask = ({ shelves, letters }: { shelves: readonly (readonly [string, readonly PlaceEntry[]])[]; letters: boolean }) => (
  <>
    <h1>{t("do.question")}</h1>
    <nav class="pictures">{shelves.map(([shelf]) => <a href={`${base()}/do/${shelf}`}><Icon name={DO_ICONS[shelf] ?? "do"} /><b>{t(`shelf.${shelf}`)}</b><small>{t(`shelf.${shelf}.what`)}</small></a>)}</nav>
    {letters ? <a class="line" href={at("cadres/letters/new")}><Icon name="mic" /><span class="grow"><span>{t("do.not-sure")}</span><small>{t("do.speak")}</small></span></a> : null}
    {shelves.length === 0 && !letters ? <p class="hush">{t("shelf.nothing")}</p> : null}
  </>
);

const Straight = ({ to }: { to: string }) => {
  useEffect(() => { go(to, true); }, [to]);
  return null;
};

const Shelves = ({ place }: { place: Here }) => {
  const index = useLoad(loadIndex, [prefs().language]);
  const tab = tabOf(place);
  return (
    <State of={index}>{(found) => {
      const shelves = shelvesOf(found.places.filter((each) => each.tab === tab && shownTo(each, whosIn(place.village ?? place.area), offIn(place.village))), tab, place.scope === "area" ? place.name : place.rest[0]);
      if (tab === "do" && !place.rest[0]) return <Ask shelves={shelves} letters={"cadres/letters" in found.pages} />;
      const [only] = shelves.flatMap(([, places]) => places);
      // A county's tab with one thing in it is that thing.
      if (place.scope === "area" && only && shelves.flatMap(([, places]) => places).length === 1) return <Straight to={at(only.feature)} />;
      return <><h1>{tab === "me" && place.rest[0] === "how" ? t("how.title") : place.scope === "area" ? t(`tab.${place.name}`) : t(`tab.${tab}`)}</h1>{tab === "me" ? <KeptList /> : null}{shelves.map(([name, places]) => <Shelf name={name} places={places} more={tab === "me" && name === "how" && !place.rest[0]} />)}{tab === "me" && place.rest[0] === "how" ? <Lazy name="core/how" /> : null}{shelves.length === 0 && !place.rest[0] ? <p class="hush">{t("shelf.nothing")}</p> : null}</>;
    }}</State>
  );
};

export const page = definePage({ name: "core/shelves", view: () => <Shelves place={here()} /> });
