import { useEffect, useState } from "preact/hooks";
import { boot } from "./boot.ts";
import { offline } from "./client/refused.ts";
import { Frame } from "./frame.tsx";
import { Home } from "./home/home.tsx";
import { readHome } from "./home/read.ts";
import { Lazy } from "./lazy.tsx";
import { knowsName, nameOf, offIn, rememberName, rememberOff } from "./names.ts";
import { loadPage } from "./pages.ts";
import type { AnyPage } from "./pages.ts";
import { Loading, State, useLoad } from "./parts/state.tsx";
import { loadIndex } from "./places.ts";
import { choose, onPrefs, prefs } from "./prefs.ts";
import { here, onMove } from "./router.ts";
import type { Here } from "./router.ts";
import { speakFor, t } from "./words.ts";

const Shown = ({ page, place }: { page: AnyPage; place: Here }) => {
  const loaded = useLoad(async () => page.load?.(place) ?? null, [location.pathname + location.search, prefs().language]);
  const View = page.view;
  return page.load ? <State of={loaded}>{(data) => <View here={place} data={data} reload={loaded.reload} />}</State> : <View here={place} data={undefined} reload={loaded.reload} />;
};

const Page = ({ place }: { place: Here }) => {
  const page = useLoad(async () => offIn(place.village).includes(place.name) ? null : (await loadPage(place.name).catch(() => { throw offline(); })) ?? null, [place.name, prefs().language]);
  const spec = page.data?.name === place.name ? page.data : undefined;
  if (spec) speakFor(spec.name);
  return (
    <Frame place={place} title={nameOf(place.village ?? place.area)} bare={spec?.bare ?? place.scope === "link"}>
      {spec ? <Shown page={spec} place={place} key={place.name} /> : page.problem ? <State of={page}>{() => null}</State> : page.data === null ? <Lazy name="core/missing" /> : <Loading />}
    </Frame>
  );
};

const TAB_VIEWS: Readonly<Record<string, string>> = { all: "core/all", help: "core/help", listen: "core/hear" };

/** Everything the reader sees. Drawn anew after each move and each choice of how to read. */
export const App = () => {
  const [round, again] = useState(0);
  useEffect(() => {
    const next = (): void => again((count) => count + 1);
    const ends = [onPrefs(next), onMove(next)];
    return () => { for (const end of ends) end(); };
  }, []);
  const place = here();
  // Another language's words may come after everything else of the page: then all of it is drawn once more.
  useEffect(() => { if (prefs().language !== boot.first) loadIndex().then(() => again((count) => count + 1), () => undefined); }, [prefs().language]);
  useEffect(() => {
    if (place.query.has("elder") && prefs().mode !== "elder") choose({ mode: "elder" });
    if (place.village && place.village !== prefs().village) choose({ village: place.village });
    if (place.village && place.kind !== "home" && !knowsName(place.village)) readHome(place.village).then(({ village, off }) => { rememberName(village.id, village.names); rememberOff(village.id, off ?? []); again((count) => count + 1); }, () => undefined);
    if (place.area && !knowsName(place.area)) fetch(`/open/platform/villages/areas/${place.area}/county`).then((answer) => answer.json()).then(({ id, names }) => { rememberName(id, names); again((count) => count + 1); }, () => undefined);
    if (round > 0) document.getElementById("main")?.focus({ preventScroll: true });
    document.title = nameOf(place.village ?? place.area);
  }, [location.pathname]);
  if (place.kind === "page") return <Page place={place} />;
  speakFor("");
  if (place.kind === "home") return <Home place={place} key={place.village} />;
  return (
    <Frame place={place} title={place.scope === "region" && place.kind === "tab" ? t("frame.operator") : nameOf(place.village ?? place.area)}>
      <Lazy name={place.kind === "pick" ? "core/pick" : TAB_VIEWS[place.name] ?? "core/shelves"} key={place.name} />
    </Frame>
  );
};
