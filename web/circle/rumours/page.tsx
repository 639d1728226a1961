import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { Ask } from "./ask.tsx";
import { One } from "./one.tsx";
import { FEATURE, isVillager, lineOf } from "./rumour.ts";

const Rumours = () => {
  const [round, again] = useState(0);
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("hint")}</p>
      {isVillager() ? <KeptList feature={FEATURE} onSent={() => again((before) => before + 1)} /> : null}
      <List load={(cursor) => call(FEATURE, "list", { query: { ...(cursor ? { cursor } : {}) } })} when={[round]} empty={t("empty")}
        item={(each) => <Line href={at(FEATURE, each.id)} icon="ask" note={[t("askers", { n: each.askers }), when(each.at), ...(each.answer?.bare ? [t("bare")] : [])].join(" · ")} badge={t(`state.${each.state}`)}>{lineOf(each)}</Line>} />
      <LinkButton href={at(FEATURE, "new")} kind="primary" icon="ask">{t("new")}</LinkButton>
    </>
  );
};

/** Is it true that …? Asked by anyone of the village, answered by name with papers. */
export const page = definePage({
  name: "circle/rumours",
  view: ({ here }) => {
    const [id] = here.rest;
    if (!id) return <Rumours />;
    return id === "new" ? <Ask /> : <One id={id} joined={here.query.has("joined")} key={id} />;
  },
});
