import { call } from "../../core/client/client.ts";
import { FirstPhoto } from "../../core/media/media-strip.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { BranchMembers } from "./branch.tsx";
import { CallEvent } from "./call-event.tsx";
import { callsBranch, comingTo, FEATURE, timeOf, type Short } from "./happening.ts";
import { One } from "./one.tsx";

const EventLine = ({ each }: { each: Short }) => (
  <Line href={at(FEATURE, each.id)} icon="date" note={[timeOf(each), each.place, comingTo(each)].join(" · ")} {...(each.audience === "branch" ? { badge: t("audience.branch") } : each.state === "cancelled" ? { badge: t("state.cancelled") } : {})}>
    <span class="beside"><FirstPhoto media={each.photos.length > 0 ? each.photos : each.media} /><span>{each.title}</span></span>
  </Line>
);
const Events = ({ route, empty }: { route: "list" | "past"; empty: string }) => <List key={route} load={(cursor) => call(FEATURE, route, { query: { ...(cursor ? { cursor } : {}) } })} empty={empty} item={(each) => <EventLine each={each} />} />;

/** What the village does together: called, joined, held, remembered. */
export const page = definePage({
  name: FEATURE,
  view: ({ here }) => {
    const [id] = here.rest;
    if (id === "new") return <CallEvent />;
    if (id === "branch") return <BranchMembers />;
    if (id === "past") return <><h1>{t("past")}</h1><Events route="past" empty={t("past.none")} /><LinkButton href={at(FEATURE)}>{t("all")}</LinkButton></>;
    if (id) return <One id={id} key={id} />;
    return (
      <>
        <h1>{t("title")}</h1>
        <KeptList feature={FEATURE} />
        <Events route="list" empty={t("empty")} />
        <LinkButton href={at(FEATURE, "past")}>{t("past")}</LinkButton>
        {callsBranch() ? <LinkButton href={at(FEATURE, "branch")} icon="people">{t("branch")}</LinkButton> : null}
        <LinkButton href={at(FEATURE, "new")} kind="primary" icon="date">{t("new")}</LinkButton>
      </>
    );
  },
});
