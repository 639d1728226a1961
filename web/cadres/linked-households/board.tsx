import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, houseWords, standing } from "./link.ts";

const SHOWS = ["uncovered", "all"] as const;

/** Every household with who looks after it; those to be arranged first. */
export const BoardPage = () => {
  const [show, pick] = useState<(typeof SHOWS)[number]>("uncovered");
  return (
    <>
      <h1>{t("board")}</h1>
      <p class="hush">{t("desk")}</p>
      <Picker label={t("show")} value={show} choices={SHOWS.map((value) => ({ value, label: t(`show.${value}`) }))} onPick={(value) => pick(value as (typeof SHOWS)[number])} />
      <List empty={t("board.none")} when={[show]} load={(cursor) => call(FEATURE, "board", { query: { show, ...(cursor ? { cursor } : {}) } })}
        item={(each) => <Line href={at(FEATURE, each.household)} icon={each.link && each.near ? "house" : "alert"} note={<>{standing(each)}{each.next ? <><br />{t("line.next", { name: each.next.name })}</> : null}</>}>{houseWords(each)}</Line>} />
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
