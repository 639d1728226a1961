import { Line } from "../parts/card.tsx";
import { useLoad } from "../parts/state.tsx";
import { offIn } from "../names.ts";
import { definePage } from "../pages.ts";
import { loadIndex } from "../places.ts";
import { at, base, here } from "../router.ts";
import { t } from "../words.ts";

/** An old link, or a thing this village does not use: says so and offers the nearest. */
const Missing = () => {
  const index = useLoad(loadIndex);
  const section = here().name.split("/")[0] ?? "";
  const near = (index.data?.places ?? []).filter(({ feature }) => feature.startsWith(`${section}/`) && !offIn(here().village).includes(feature)).slice(0, 3);
  return (
    <>
      <h1>{t(offIn(here().village).includes(here().name) ? "missing.off" : "missing.title")}</h1><p>{t("missing.what")}</p>
      {near.map((place) => <Line href={at(place.feature)} icon={place.icon}>{place.label}</Line>)}
      <Line href={`${base()}/all`} icon="search">{t("all.title")}</Line><Line href={base() || "/"} icon="home">{t("frame.home")}</Line>
    </>
  );
};
export const page = definePage({ name: "core/missing", view: () => <Missing /> });
