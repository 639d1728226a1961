import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { when } from "../../core/parts/time.ts";
import { base, here } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";

const FEATURE = "platform/desk";
export type Lines = Answer<typeof FEATURE, "list">;
export type Line = Lines["items"][number];
export type Step = Line["steps"][number];

/** What waits for the reader here, in a village or a county. */
export const readLines = (): Promise<Lines> => (here().area ? call(FEATURE, "county", {}) : call(FEATURE, "list", {}));

/** The page where a matter stands; a county's reader goes into the village. */
export const placeOf = (line: Line): string => `${line.village ? `/v/${line.village.id}` : base()}/${line.where}`;

/** "village head Wang Jianguo", as far as it is known. */
export const whoWords = ({ titles, name }: { readonly titles: Line["text"] | null; readonly name: string }): string => [titles ? pick(titles) : "", name].filter(Boolean).join(" ");

/** Why nothing is left to do: who settled the matter meanwhile. Null where it still waits, but has changed. */
export const settledWords = async ({ feature, id, village }: Line): Promise<string | null> => {
  const [section = "", name = ""] = feature.split("/");
  const params = { section, name, id };
  const { waits, by } = await (here().area && !village ? call(FEATURE, "countySettled", { params }) : call(FEATURE, "settled", { params, ...(village ? { village: village.id } : {}) }));
  if (waits) return null;
  const who = by ? whoWords(by) : "";
  return by && who ? t("moved", { who, at: when(by.at) }) : by ? t("moved.somebody", { at: when(by.at) }) : t("moved.gone");
};
