import { hazards } from "../../../shared/alerts/warnings/hazards.ts";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Card } from "../../core/parts/card.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import type { Facts } from "./facts.ts";
import { nameIn, type VillageName } from "./names.ts";

type Spoken = Answer<"platform/languages", "inCounty">["items"][number];
const MOST_PAGES = 5;
const languagesOf = async (area: string): Promise<readonly Spoken[]> => {
  const found: Spoken[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await call("platform/languages", "inCounty", { area, query: { limit: 100, ...(cursor ? { cursor } : {}) }, quiet: true });
    found.push(...items);
    if (!next) break;
    cursor = next;
  }
  return found;
};

/**
 * The further languages of the villages that are warned: a warning needs all of them. Which have its sentence, translated on a calm day, and
 * which are missing, stands beside the button; it stops nothing.
 */
export const OtherLanguages = ({ facts, villages, area }: { facts: Facts; villages: readonly VillageName[]; area: string }) => {
  const spoken = useLoad(() => languagesOf(area).catch(() => []), [area]);
  const meant = (spoken.data ?? []).filter(({ village }) => facts.parts.some((part) => part.village === village));
  if (meant.length === 0) return null;
  const ask = facts.ask || (facts.hazard && facts.colour ? hazards[facts.hazard].ask[facts.colour] : "");
  const says = `${facts.hazard}.${ask}`;
  const named = (some: readonly Spoken[]): string => some.map(({ name, village }) => t("language.in", { language: name, village: nameIn(villages, village) })).join(t("list.comma"));
  const missing = meant.filter(({ warns }) => !warns.includes(says));
  const there = meant.filter(({ warns }) => warns.includes(says));
  return (
    <Card tone={missing.length > 0 ? "careful" : "good"} title={t(missing.length > 0 ? "languages.missing" : "languages.all")}>
      {missing.length > 0 ? <><p>{named(missing)}</p><small>{t("languages.missing.what")}</small></> : null}
      {there.length > 0 ? <p>{t("languages.there", { languages: named(there) })}</p> : null}
    </Card>
  );
};
