import { call } from "../../core/client/client.ts";
import { Art } from "../../core/home/art.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { useState } from "preact/hooks";
import { FEATURE, ICONS, isVillager } from "./deal.ts";
import type { Line as Offer } from "./deal.ts";

type Kind = Offer["kind"];
const read = (query: { kind?: Kind; cursor?: string | undefined }) => {
  const { cursor, ...rest } = query;
  return call(FEATURE, isVillager() ? "whole" : "board", { query: { ...rest, ...(cursor ? { cursor } : {}) } });
};
const OfferLine = ({ offer }: { offer: Offer }) => (
  <Line href={at(...(offer.where.split("/") as [string]))} icon={ICONS[offer.kind]} note={[t(`kind.${offer.kind}`), ...(offer.note ? [pick(offer.note)] : []), when(offer.at)].join(" · ")}>{pick(offer.title)}</Line>
);

/** One kind's own shelf. */
export const Shelf = ({ kind }: { kind: Kind }) => (
  <>
    <h1>{t(`kind.${kind}`)}</h1>
    <List load={(cursor) => read({ kind, cursor })} when={[kind]} empty={t("shelf.empty")} item={(offer) => <OfferLine offer={offer} />} />
    <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
  </>
);

/** Everything the village offers and looks for: kinds with many offers as shelves, the others mixed. */
export const Board = () => {
  const [round, again] = useState(0);
  const shelves = useLoad(() => read({}), [round]).data?.shelves ?? [];
  return (
    <>
      <div class="head"><Art name="oranges" wide /><h1>{t("title")}</h1></div>
      <p class="hush">{t("hint")}</p>
      {isVillager() ? <KeptList feature={FEATURE} onSent={() => again((before) => before + 1)} /> : null}
      {shelves.length > 0 ? <div class="sheet">{shelves.map(({ kind, count }) => <Line key={kind} href={at(FEATURE, "shelf", kind)} icon={ICONS[kind]}>{t("shelf", { kind: t(`kind.${kind}`), n: count })}</Line>)}</div> : null}
      <Section title={t("place.label")}><List load={(cursor) => read({ cursor })} when={[round]} empty={t(shelves.length > 0 ? "shelf.empty" : "empty")} item={(offer) => <OfferLine offer={offer} />} /></Section>
      {isVillager() ? <LinkButton href={at(FEATURE, "mine")}>{t("mine")}</LinkButton> : null}
      <LinkButton href={at(FEATURE, "new")} kind="primary" icon="sell">{t("new")}</LinkButton>
    </>
  );
};
