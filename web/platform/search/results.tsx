import { useEffect, useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { offIn } from "../../core/names.ts";
import { Button } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { loadIndex, shownTo, type PlaceEntry } from "../../core/places.ts";
import { prefs } from "../../core/prefs.ts";
import { at, here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { pick, speakFor, t } from "../../core/words.ts";

/** What the box hands on: its words, and the functions it found itself. */
export interface Asked { readonly sought: string; readonly found: readonly string[] }
type Found = Answer<"platform/search", "find">;
type Hit = Found["items"][number];

const FEATURE = "platform/search";
/** Asked when the fingers rest, not at every letter. */
const REST = 400;
const plain = (text: string): string => text.normalize("NFKC").toLowerCase();
const spoken = (hit: Hit): string => plain(`${typeof hit.title === "string" ? hit.title : Object.values(hit.title).join(" ")} ${hit.words}`);

const Hits = ({ title, hits, places }: { title: string; hits: readonly Hit[]; places: readonly PlaceEntry[] }) => (
  <Section title={title}><div class="sheet">{hits.map((hit) => {
    const place = places.find(({ feature }) => feature === hit.feature);
    const said = pick(hit.title);
    return <Line key={hit.where} href={at(hit.where)} icon={place?.icon ?? "flag"} note={[hit.words === said ? "" : hit.words, [place?.label, when(hit.at)].filter(Boolean).join(" · ")].filter(Boolean).join(" — ")}>{said}</Line>;
  })}</div></Section>
);

/** What the village published, under the functions that the box found by itself: read when somebody looks for something. */
export const Results = ({ asked: { sought, found: own } }: { asked: Asked }) => {
  // Drawn inside the page of all functions, whose own sentences are all the frame's.
  speakFor(FEATURE);
  const village = here().village ?? "";
  const recent = useLoad(() => call(FEATURE, "recent", {}), [village]);
  const index = useLoad(loadIndex, [prefs().language]);
  const [state, setState] = useState<{ readonly for: string; readonly found: Found | null }>({ for: "", found: null });
  const words = sought.trim();
  useEffect(() => {
    if (words === "") return undefined;
    let left = false;
    const wait = setTimeout(() => {
      call(FEATURE, "find", { body: { sought: words }, quiet: true }).then((found) => { if (!left) setState({ for: words, found }); }, () => { if (!left) setState({ for: words, found: null }); });
    }, REST);
    return () => { left = true; clearTimeout(wait); };
  }, [words, village]);
  const further = async (): Promise<void> => {
    const before = state.found;
    if (!before?.next) return;
    const more = await call(FEATURE, "find", { body: { sought: words, cursor: before.next }, quiet: true });
    setState({ for: words, found: { ...more, places: before.places, items: [...before.items, ...more.items.filter(({ where }) => !before.items.some((each) => each.where === where))] } });
  };

  const places = index.data?.places ?? [];
  const news = recent.data?.items ?? [];
  const suggestions = news.length > 0 ? <Hits title={t("recent")} hits={news.slice(0, words === "" ? 3 : 6)} places={places} /> : null;
  if (words === "") return suggestions;
  if (state.for !== words) return <p class="hush" role="status">{t("looking")}</p>;
  // Without an answer from the village, what this phone has seen of it.
  const items = state.found?.items ?? news.filter((hit) => plain(words).split(/\s+/).every((word) => spoken(hit).includes(word)));
  const whos = whosIn(village);
  const similar = (state.found?.places ?? []).flatMap((feature) => places.find((place) => place.feature === feature && !["county", "operator"].includes(place.tab) && shownTo(place, whos, offIn(village))) ?? []).filter(({ feature }) => !own.includes(feature));
  return (
    <>
      {state.found ? null : <p class="card careful" role="status">{t("offline")}</p>}
      {similar.length > 0 ? <Section title={t("similar")}><div class="sheet">{similar.slice(0, 4).map((place) => <Line href={at(place.feature)} icon={place.icon}>{place.label}</Line>)}</div></Section> : null}
      {items.length > 0 ? <Hits title={t("title")} hits={items} places={places} /> : <p class="card" role="status">{t("nothing")}</p>}
      {state.found?.narrow ? <p class="hush">{t("narrow")}</p> : null}
      {state.found?.next ? <Button kind="plain" onPress={further}>{t("further")}</Button> : null}
      {items.length === 0 ? suggestions : null}
    </>
  );
};
