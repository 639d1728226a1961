import { useEffect } from "preact/hooks";
import { Line } from "../parts/card.tsx";
import { Button } from "../parts/button.tsx";
import { Empty, State, useLoad } from "../parts/state.tsx";
import { readAloud, useVoice } from "../parts/read-aloud.tsx";
import { definePage } from "../pages.ts";
import { boot } from "../boot.ts";
import { readHome } from "../home/read.ts";
import { offIn } from "../names.ts";
import { loadIndex } from "../places.ts";
import { at, go, here } from "../router.ts";
import { pick, t } from "../words.ts";

/** The day's news one after another, read aloud where the phone has a voice; else large, with a number to hear it by telephone. */
const Hear = () => {
  const index = useLoad(loadIndex);
  const whole = index.data !== undefined && "circle/listen" in index.data.pages && !offIn(here().village).includes("circle/listen");
  // Where the village listens as a whole, that page tells more and in order of need.
  useEffect(() => { if (whole) go(at("circle/listen"), true); }, [whole]);
  const home = useLoad(() => readHome(here().village ?? ""));
  const voice = useVoice();
  return (
    <>
      <h1>{t("elder.listen")}</h1>
      <State of={home}>{({ today, warning }) => {
        const said = [warning ? pick(warning.what) : t("home.no-warning"), ...today.map(({ title }) => pick(title))];
        return (
          <>
            {voice ? <Button kind="primary" icon="listen" onPress={() => readAloud(said.join("。 "))}>{t("hear.all")}</Button> : <p class="card">{t("hear.no-voice", { phone: boot.helpPhone })}</p>}
            {today.length === 0 ? <Empty>{t("hear.nothing")}</Empty> : today.map((each) => <Line href={at(each.where)}>{pick(each.title)}</Line>)}
          </>
        );
      }}</State>
    </>
  );
};
export const page = definePage({ name: "core/hear", view: () => <Hear /> });
