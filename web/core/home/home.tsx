import { useEffect } from "preact/hooks";
import { Frame } from "../frame.tsx";
import { Lazy } from "../lazy.tsx";
import { nameOf, rememberName, rememberOff } from "../names.ts";
import { Section } from "../parts/card.tsx";
import { Icon } from "../parts/icon.tsx";
import { ProblemLine, useLoad } from "../parts/state.tsx";
import { partOfDay, when } from "../parts/time.ts";
import { doorsIn, loadIndex } from "../places.ts";
import { prefs } from "../prefs.ts";
import { at } from "../router.ts";
import type { Here } from "../router.ts";
import { session } from "../session.ts";
import { pick, t } from "../words.ts";
import { Art } from "./art.tsx";
import { WarningLine } from "./warning-line.tsx";
import { readHome, readMine } from "./read.ts";

const Doors = ({ doors }: { doors: readonly string[] }) => {
  const { data } = useLoad(loadIndex, [prefs().language]);
  return (
    <nav class="doors" aria-label={t("home.doors")}>
      {data ? doorsIn(data.places, doors).map(({ feature, icon, label }) => <a href={at(feature)}><Icon name={icon} /><span>{label}</span></a>) : null}
    </nav>
  );
};
const Guest = () => <div class="card good"><p>{t("guest.you-are")}</p><div class="row"><a class="button primary" href={at("circle/guestbook")}>{t("guest.say-hello")}</a><a class="button plain" href={at("platform/sign-in")}>{t("guest.sign-in")}</a></div></div>;

/** The village's home in the order of what matters now; a guest's, an elder's and a warned house's too. */
export const Home = ({ place }: { place: Here }) => {
  const village = place.village ?? "";
  const open = useLoad(() => readHome(village), [village, prefs().language]);
  const own = useLoad(async () => (session() ? readMine(village) : null), [village, prefs().language]);
  const home = open.data;
  useEffect(() => { if (home) { rememberName(village, home.village.names); rememberOff(village, home.off ?? []); } }, [home]);
  const mine = own.data ?? null;
  // Whoever has signed in is woken for their own house; a warning of other groups is the line on top.
  const loud = mine ? mine.warning : home?.warning;
  if (home && (loud?.colour === "orange" || loud?.colour === "red") && !place.query.has("calm")) {
    return <Frame place={place} title="" bare><Lazy name="core/alarm" data={{ warning: loud, duty: home.duty }} /></Frame>;
  }
  const title = home ? pick(home.village.names) : nameOf(village);
  if (prefs().mode === "elder") return <Frame place={place} title={title}>{home ? <WarningLine home={home} /> : null}<Lazy name="core/elder" data={{ home, mine }} /></Frame>;
  return (
    <Frame place={place} title={title} waiting={mine?.waiting.length ?? 0}>
      <div class="head"><Art name="hills" wide /><h1>{home ? t(`home.${partOfDay()}`) : title}</h1></div>
      {open.problem ? <ProblemLine problem={open.problem} onRetry={open.reload} /> : null}
      {home ? <WarningLine home={home} /> : open.problem ? null : <div class="calm"><span class="grow">{t("home.looking")}</span></div>}
      {mine ? <Lazy name="core/mine" data={{ mine, reload: own.reload }} quiet /> : session() ? null : home ? <Guest /> : null}
      {home && home.today.length > 0 ? <Section title={t("home.today")}><div class="sheet">{home.today.slice(0, 5).map((each, n) => <a class="line" href={at(each.where)}>{n === 0 ? <Art name="bridge" /> : null}<span class="grow"><span>{pick(each.title)}</span><small>{t(`kind.${each.kind}`)} · {when(each.at)}</small></span><Icon name="next" /></a>)}</div></Section> : null}
      {home?.season ? <Section title={t("home.season")}><div class="line season"><Art name="oranges" /><span class="grow">{pick(home.season)}</span></div></Section> : null}
      {home ? <Section title={t("home.doors")}><Doors doors={home.doors} /></Section> : null}
      <a class="line find" href={at("all")}><Icon name="search" /><span class="grow">{t("home.search")}</span></a>
      {home?.overdue ? <p class="overdue">{pick(home.overdue)}</p> : null}
    </Frame>
  );
};
