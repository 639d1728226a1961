import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { FirstPhoto } from "../../core/media/media-strip.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { isVillager } from "./memory.ts";
import type { Memory } from "./memory.ts";

const MEMORY = "circle/memory";
const MemoryLine = ({ memory }: { memory: Memory }) => (
  <Line href={at(MEMORY, memory.id)} note={[t(`kind.${memory.kind}`), ...(memory.year ? [t("year.at", { year: memory.year })] : []), t(`state.${memory.state}`)].join(" · ")}><FirstPhoto media={memory.media} audience={memory.brought} />{memory.title}</Line>
);

/** Everything old the village was given, what is yet to be recognised too; guests see what was shown to them. */
export const Album = () => {
  const [sent, again] = useState(0);
  const villager = isVillager();
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      {villager ? <KeptList feature={MEMORY} onSent={() => again((before) => before + 1)} /> : null}
      <List when={[sent]} load={(cursor) => call(MEMORY, villager ? "village" : "list", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("empty")} item={(each) => <MemoryLine key={each.id} memory={each} />} />
      {villager ? <><Line href={at(MEMORY, "mine")} icon="list-check">{t("mine")}</Line><LinkButton kind="primary" href={at(MEMORY, "new")}>{t("new")}</LinkButton></> : null}
    </>
  );
};
/** What I gave, held ones too. */
export const Mine = () => (
  <>
    <h1>{t("mine")}</h1>
    <List load={(cursor) => call(MEMORY, "mine", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("mine.empty")} item={(each) => <MemoryLine key={each.id} memory={each} />} />
    <LinkButton href={at(MEMORY)}>{t("to-list")}</LinkButton>
  </>
);
