import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { FirstPhoto } from "../../core/media/media-strip.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, isAbove, isHand, isVillager, whatOf, whereOf } from "./snap.ts";
import type { SnapLine } from "./snap.ts";

const SnapRow = ({ snap }: { snap: SnapLine }) => (
  <Line href={at(FEATURE, snap.id)} icon="camera" note={[whereOf(snap), when(snap.at), ...(snap.followers > 1 ? [t("followers", { n: snap.followers })] : [])].filter(Boolean).join(" · ")} badge={t(`state.${snap.state}`)}>
    <span class="beside"><FirstPhoto media={snap.media} audience="public" /><span>{whatOf(snap)}</span></span>
  </Line>
);
const Some = ({ of, round }: { of: "list" | "mine" | "all"; round: number }) =>
  <List key={of} load={(cursor) => call(FEATURE, of, { query: { ...(cursor ? { cursor } : {}) } })} when={[round]} empty={t("empty")} item={(snap) => <SnapRow snap={snap} />} />;

/** What was reported and what became of it. */
export const Snaps = () => {
  const [round, again] = useState(0);
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("hint")}</p>
      {isVillager() ? <KeptList feature={FEATURE} onSent={() => again((before) => before + 1)} /> : null}
      <Some of={isHand() || isAbove() ? "all" : "list"} round={round} />
      <LinkButton href={at(FEATURE, "mine")}>{t("mine")}</LinkButton>
      <LinkButton href={at(FEATURE, "new")} kind="primary" icon="camera">{t("new")}</LinkButton>
    </>
  );
};
/** What the reader reported. */
export const Mine = () => <><h1>{t("mine")}</h1><Some of="mine" round={0} /><LinkButton href={at(FEATURE)}>{t("back")}</LinkButton></>;
