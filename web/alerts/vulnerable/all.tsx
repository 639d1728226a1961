import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Button } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, houseWords, whyWords } from "./care.ts";
import type { Line as Care } from "./care.ts";

const SHOWS = ["all", "red", "check"] as const;
type Show = (typeof SHOWS)[number];

const helpWords = ({ consent, buddies }: Care): string => {
  const names = buddies.filter((each) => each.state === "accepted").map(({ name }) => name);
  return names.length > 0 ? t("line.buddies", { names: names.join(t("comma")) }) : consent === null ? t("line.no-consent") : consent.given ? t("line.nobody") : t("line.refused");
};

/** Every vulnerable household of the office's part of the village, those for whom nobody would come first. */
export const AllPage = () => {
  const [show, pick] = useState<Show>("all");
  const [told, tell] = useState<{ season: boolean; red: number } | undefined>();
  return (
    <>
      <h1>{t("desk")}</h1>
      {told ? <p class={told.red > 0 ? "card bad" : "calm good"} role="status">{told.red > 0 ? t("desk.red", { n: told.red }) : t(told.season ? "desk.covered" : "desk.calm")}</p> : null}
      <Picker label={t("show")} value={show} choices={SHOWS.map((value) => ({ value, label: t(`show.${value}`) }))} onPick={(value) => pick(value as Show)} />
      <List empty={t("list.none")} when={[show]}
        load={async (cursor) => { const page = await call(FEATURE, "list", { query: { show, ...(cursor ? { cursor } : {}) } }); tell({ season: page.season, red: page.red }); return page; }}
        item={(care) => <Line href={at(FEATURE, care.household)} icon={care.red ? "alert" : "house"} {...(care.red ? { badge: t("line.red") } : {})} note={<>{care.names.join(t("comma"))}<br />{whyWords(care.reasons)}<br />{helpWords(care)}</>}>{houseWords(care)}</Line>} />
      <Button icon="print" onPress={() => print()}>{t("print")}</Button>
    </>
  );
};
