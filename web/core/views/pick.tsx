import { useState } from "preact/hooks";
import { Art } from "../home/art.tsx";
import { readVillages } from "../home/read.ts";
import { Line } from "../parts/card.tsx";
import { Empty, State, useLoad } from "../parts/state.tsx";
import { definePage } from "../pages.ts";
import { pick, t } from "../words.ts";

/** Which village is yours? Asked once; the phone remembers it. */
const Pick = () => {
  const all = useLoad(() => readVillages());
  const [sought, seek] = useState("");
  return (
    <>
      <div class="head"><Art name="hills" wide /><h1>{t("pick.title")}</h1></div>
      <p class="hush">{t("pick.what")}</p>
      <div class="field"><label for="seek">{t("pick.search")}</label><input class="input" id="seek" type="search" value={sought} onInput={(event) => seek(event.currentTarget.value)} /></div>
      <State of={all}>{({ items }) => {
        const found = items.filter(({ names }) => Object.values(typeof names === "object" && names ? names : { all: names ?? "" }).some((name) => name.toLowerCase().includes(sought.trim().toLowerCase())));
        return found.length === 0 ? <Empty>{t("pick.nothing")}</Empty> : <div class="sheet">{found.slice(0, 30).map((village) => <Line href={`/v/${village.id}`} icon="village" note={pick(village.township)}>{pick(village.names)}</Line>)}</div>;
      }}</State>
    </>
  );
};
export const page = definePage({ name: "core/pick", view: () => <Pick /> });
