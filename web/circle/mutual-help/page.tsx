import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { FirstPhoto } from "../../core/media/media-strip.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { AskForHelp } from "./ask-for-help.tsx";
import { One } from "./one.tsx";

const FEATURE = "circle/mutual-help";
const AskLine = ({ ask }: { ask: Answer<"circle/mutual-help", "one"> }) => (
  <Line href={at(FEATURE, ask.id)} icon={ask.state === "thanked" ? "heart" : "help"} note={[ask.by, t(`when.${ask.when}`), when(ask.at), ...(ask.offers.length > 0 ? [t("offers.n", { n: ask.offers.length })] : [])].join(" · ")} badge={t(`state.${ask.state}`)}>
    <span class="beside"><FirstPhoto media={ask.media} /><span>{ask.what || t("title")}</span></span>
  </Line>
);

/** Neighbours lend each other a hand. */
export const page = definePage({
  name: FEATURE,
  view: ({ here }) => {
    const [id] = here.rest;
    if (id === "new") return <AskForHelp />;
    if (id) return <One id={id} key={id} />;
    return (
      <>
        <h1>{t("title")}</h1>
        <KeptList feature={FEATURE} />
        <List load={(cursor) => call(FEATURE, "list", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("empty")} item={(ask) => <AskLine ask={ask} />} />
        <LinkButton href={at(FEATURE, "new")} kind="primary" icon="help">{t("new")}</LinkButton>
      </>
    );
  },
});
