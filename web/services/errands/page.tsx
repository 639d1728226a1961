import { call } from "../../core/client/client.ts";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, noteOf, titleOf } from "./errand.ts";
import { Offer } from "./offer.tsx";
import { One } from "./one.tsx";
import { Point, PointForm } from "./point.tsx";

/** Who goes to town, what is to be fetched, where parcels lie. */
export const page = definePage({
  name: FEATURE,
  view: ({ here }) => {
    const [id] = here.rest;
    if (id === "trip" || id === "fetch") return <Offer kind={id} key={id} />;
    if (id === "point") return <PointForm />;
    if (id) return <One id={id} key={id} />;
    return (
      <>
        <h1>{t("title")}</h1>
        <Point />
        <KeptList feature={FEATURE} />
        <List load={(cursor) => call(FEATURE, "list", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("empty")} item={(each) => (
          <Line href={at(FEATURE, each.id)} icon={each.kind === "trip" ? "go" : "get"} note={noteOf(each)} {...(each.state === "offered" ? {} : { badge: t(`state.${each.state}`) })}>{titleOf(each)}</Line>
        )} />
        <LinkButton href={at(FEATURE, "trip")} icon="go">{t("new.trip")}</LinkButton>
        <LinkButton href={at(FEATURE, "fetch")} kind="primary" icon="get">{t("new.fetch")}</LinkButton>
      </>
    );
  },
});
