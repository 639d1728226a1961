import { call } from "../../core/client/client.ts";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, totalOf } from "./list.ts";
import { One } from "./one.tsx";
import { OpenList } from "./open-list.tsx";

/** Quick lists: who wants, who has, who comes along. */
export const page = definePage({
  name: FEATURE,
  view: ({ here }) => {
    const [id] = here.rest;
    if (id === "new") return <OpenList />;
    if (id) return <One id={id} key={id} />;
    return (
      <>
        <h1>{t("title")}</h1>
        <KeptList feature={FEATURE} />
        <List load={(cursor) => call(FEATURE, "list", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("empty")} item={(list) => (
          <Line href={at(FEATURE, list.id)} icon="list-check" note={[totalOf(list), t("by", { name: list.by }), ...(list.closesAt && list.state === "open" ? [t("until", { at: when(list.closesAt) })] : [])].join(" · ")} {...(list.state === "closed" ? { badge: t("state.closed") } : {})}>{list.title}</Line>
        )} />
        <LinkButton href={at(FEATURE, "new")} kind="primary" icon="list-check">{t("new")}</LinkButton>
      </>
    );
  },
});
