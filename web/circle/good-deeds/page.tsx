import { call } from "../../core/client/client.ts";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { definePage } from "../../core/pages.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { List } from "../../core/parts/list.tsx";
import { dayOf } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { DeedCard, FEATURE } from "./deed-card.tsx";
import { Nominate } from "./nominate.tsx";
import { One } from "./one.tsx";

/** Everybody thanked in a month, as it hangs on the wall: nobody is counted or ranked. */
const Month = ({ month }: { month: string }) => (
  <>
    <h1>{t("month.of", { month })}</h1>
    <List load={(cursor) => call(FEATURE, "month", { query: { month, limit: 100, ...(cursor ? { cursor } : {}) } })} empty={t("month.none")} item={(deed) => <DeedCard deed={deed} />} />
    <div class="row"><Button icon="print" onPress={printPage}>{t("print")}</Button><LinkButton href={at(FEATURE)}>{t("all")}</LinkButton></div>
  </>
);

/** Good deeds, as neighbours tell them. */
export const page = definePage({
  name: FEATURE,
  view: ({ here }) => {
    const [id, month] = here.rest;
    if (id === "new") return <Nominate />;
    if (id === "month") return <Month month={month ?? dayOf(Date.now()).slice(0, 7)} />;
    if (id) return <One id={id} key={id} />;
    return (
      <>
        <h1>{t("title")}</h1>
        <KeptList feature={FEATURE} />
        <List load={(cursor) => call(FEATURE, "list", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("empty")} item={(deed) => <DeedCard deed={deed} link />} />
        <LinkButton href={at(FEATURE, "month")} icon="date">{t("month")}</LinkButton>
        <LinkButton href={at(FEATURE, "new")} kind="primary" icon="heart">{t("new")}</LinkButton>
      </>
    );
  },
});
