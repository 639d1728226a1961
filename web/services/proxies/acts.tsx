import { call } from "../../core/client/client.ts";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { pick, t } from "../../core/words.ts";

/** What was done for me, and by whom: the newest first. */
export const Acts = () => (
  <>
    <h1>{t("acts")}</h1>
    <List load={(cursor) => call("services/proxies", "acts", { query: { cursor } })} empty={t("acts.none")}
      item={(each) => <Line note={`${t("acts.line", { by: each.by })} · ${when(each.at)}`}>{pick(each.says) || each.feature}</Line>} />
  </>
);
