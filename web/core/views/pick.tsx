import { useState } from "preact/hooks";
import { useSought } from "../form/use-sought.ts";
import { Art } from "../home/art.tsx";
import { readVillages } from "../home/read.ts";
import { Line } from "../parts/card.tsx";
import { List } from "../parts/list.tsx";
import { definePage } from "../pages.ts";
import { pick, t } from "../words.ts";

/** Which village is yours? Asked once; the phone remembers it. The region is looked through by name, a page at a time. */
const Pick = () => {
  const [typed, type] = useState("");
  const sought = useSought(typed);
  return (
    <>
      <div class="head"><Art name="hills" wide /><h1>{t("pick.title")}</h1></div>
      <p class="hush">{t("pick.what")}</p>
      <div class="field"><label for="seek">{t("pick.search")}</label><input class="input" id="seek" type="search" maxLength={40} value={typed} onInput={(event) => type(event.currentTarget.value)} /></div>
      <List key={sought} load={(cursor) => readVillages(sought, cursor)} empty={t("pick.nothing")} item={(village) => <Line href={`/v/${village.id}`} icon="village" note={pick(village.township)}>{pick(village.names)}</Line>} />
    </>
  );
};
export const page = definePage({ name: "core/pick", view: () => <Pick /> });
