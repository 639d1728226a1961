import { ownStyle } from "../../core/own-style.ts";
import { Line } from "../../core/parts/card.tsx";
import { definePage } from "../../core/pages.ts";
import { at, here as now } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { Script } from "./script.tsx";
import { Today } from "./today.tsx";
import { Voices } from "./voices.tsx";

ownStyle(".large{font-size:1.15em;line-height:1.5;white-space:pre-line}.piece.good{outline:4px solid var(--green);outline-offset:-4px}.listen{position:sticky;bottom:64px;padding:8px 0;background:var(--bg)}[data-mode=elder] .listen{bottom:0}@media print{.listen,.piece .call{display:none}}");

const More = () => (
  <>
    <Line href={at("circle/listen/script")} icon="megaphone">{t("script")}</Line>
    {whosIn(now().village).length > 0 ? <Line href={at("circle/listen/voices")} icon="mic">{t("voices")}</Line> : null}
  </>
);

/** The day in order of need, read aloud by a neighbour, by the phone, or in large letters. */
export const page = definePage({
  name: "circle/listen",
  view: ({ here }) => (here.rest[0] === "script" ? <Script /> : here.rest[0] === "voices" ? <Voices /> : <><Today /><More /></>),
});
