import { call } from "../../core/client/client.ts";
import { ownStyle } from "../../core/own-style.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, houseWords } from "./link.ts";

ownStyle(`.wall-line{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between;padding:10px 0;border-top:1px solid var(--edge);break-inside:avoid}@media print{.walled .list{columns:2}.wall-line{padding:1mm 0}}`);

/** Doors and names for the wall: no reasons, nobody's absence. */
export const WallPage = () => (
  <div class="walled">
    <h1>{t("wall")}</h1>
    <List empty={t("wall.none")} load={(cursor) => call(FEATURE, "wall", { query: { limit: 50, ...(cursor ? { cursor } : {}) } })}
      item={(each) => <div class="wall-line"><span>{houseWords(each)}{each.mine ? <> <Badge tone="good">{t("wall.mine")}</Badge></> : null}</span><b>{each.name ?? t("wall.nobody")}</b></div>} />
    <Button kind="primary" icon="print" onPress={() => print()}>{t("wall.print")}</Button>
    <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
  </div>
);
