import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FileOf } from "./file.tsx";
import { FEATURE, houseWords, isCadre } from "./house.ts";

/** For an office: the way to every house and to the saved areas. */
export const Desk = () => (
  <div class="sheet">
    <Line href={at(FEATURE, "all")} icon="village">{t("desk")}</Line>
    <Line href={at(FEATURE, "areas")} icon="flag" note={t("areas.what")}>{t("areas")}</Line>
  </div>
);

/** One's own house, and everything that is held about it. */
export const Mine = () => {
  const house = useLoad(() => call(FEATURE, "mine", {}));
  const none = house.problem?.status === 404;
  return (
    <>
      <h1>{t("title")}</h1>
      {none ? <div class="card careful"><p><b>{t("none")}</b></p><p>{t("none.what")}</p></div> : house.problem && !house.data ? <ProblemLine problem={house.problem} onRetry={house.reload} /> : (
        <State of={house}>{(found) => (
          <>
            <p class="meta">{houseWords(found)}</p>
            <FileOf house={found} />
            <div class="sheet">
              <Line href={at("affairs/households", "correct")} icon="tool">{t("wrong")}</Line>
              <Line href={at("affairs/households", "looks")} icon="eye">{t("looks")}</Line>
            </div>
          </>
        )}</State>
      )}
      {isCadre() ? <Desk /> : null}
      <LinkButton kind="primary" icon="phone" href={`tel:${boot.helpPhone}`}>{t("call")}</LinkButton>
    </>
  );
};
