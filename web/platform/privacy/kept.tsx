import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { loadIndex } from "../../core/places.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { word } from "./privacy.ts";

const FEATURE = "platform/privacy";
const HOUR = 3_600_000;
const span = (ms: number): string =>
  ms % (365 * 24 * HOUR) === 0 ? t("kept.years", { n: ms / (365 * 24 * HOUR) }) : ms >= 24 * HOUR ? t("kept.days", { n: Math.round(ms / (24 * HOUR)) }) : t("kept.hours", { n: Math.max(1, Math.round(ms / HOUR)) });

/** What is kept and for how long: what ends by itself first, then what stays, by the names its places have. */
export const Kept = () => {
  const kept = useLoad(async () => {
    const [{ items }, index] = await Promise.all([call(FEATURE, "kept", {}), loadIndex()]);
    const label = new Map(index.places.map((place) => [place.feature, place.label]));
    return { ends: items.flatMap(({ feature, ends }) => ends.map((each) => ({ what: word(`kind.${each.kind}`) || label.get(feature) || "", after: each.after }))).filter((each) => each.what), stays: [...new Set(items.filter((each) => each.stays.length > 0).flatMap(({ feature }) => label.get(feature) ?? []))] };
  });
  return (
    <>
      <h1>{t("kept")}</h1>
      <p class="hush">{t("kept.note")}</p>
      <State of={kept}>{({ ends, stays }) => (
        <>
          <div class="sheet">{ends.sort((a, b) => a.after - b.after).map((each) => <Line key={`${each.what}${each.after}`} icon="date" note={span(each.after)}>{each.what}</Line>)}</div>
          <div class="sheet">{stays.map((each) => <Line key={each} icon="checklist" note={t("kept.stays")}>{each}</Line>)}</div>
        </>
      )}</State>
      <p class="card">{t("kept.rule")}</p>
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
