import { call } from "../../core/client/client.ts";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";

/** For offices: whose word waits for a witness, and who is to be told at the door. */
export const Desk = () => (
  <>
    <h1>{t("desk")}</h1>
    <List load={(cursor) => call("services/proxies", "forOffice", { query: { cursor } })} empty={t("desk.none")}
      item={(each) => <Line href={at("services/proxies", each.id)} note={each.tell ? t("tell") : t(`state.word.${each.state}`)}>{t("one.title.office", { name: each.proxyName, elder: each.elderName })}</Line>} />
  </>
);
