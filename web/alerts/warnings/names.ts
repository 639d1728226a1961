import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { session } from "../../core/session.ts";
import { pick, t } from "../../core/words.ts";
import type { Spoken } from "../../core/words.ts";

export interface VillageName { readonly id: string; readonly names: Spoken; readonly households: number }
const MOST_PAGES = 10;

/** The villages of an office that is not the county's: those the phone's owner holds a post in. */
const ownVillages = async (area: string): Promise<VillageName[]> => {
  const ids = Object.entries(session()?.whos ?? {}).filter(([id, whos]) => id !== area && id.startsWith(area) && whos.some((who) => who.startsWith("office:"))).map(([id]) => id);
  return Promise.all(ids.map((village) => call("platform/villages", "facts", { village })));
};

/** The villages somebody may warn: all of the county for its duty office, else the own one. */
export const villagesOf = async (area: string): Promise<VillageName[]> => {
  const found: VillageName[] = [];
  try {
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { items, next } = await call("platform/villages", "list", { area, query: { limit: 100, ...(cursor ? { cursor } : {}) } });
      found.push(...items);
      if (!next) break;
      cursor = next;
    }
  } catch (thrown) {
    if (problemOf(thrown).status !== 403) throw thrown;
    return ownVillages(area);
  }
  return found.sort((a, b) => pick(a.names).localeCompare(pick(b.names)));
};
export const nameIn = (villages: readonly VillageName[], id: string): string => pick(villages.find((each) => each.id === id)?.names) || id;

/** The names of the county's office holders by person; empty where they may not be read: names only make the history warmer. */
export const holdersOf = async (area: string): Promise<Readonly<Record<string, string>>> => {
  try {
    const { offices } = await call("platform/offices", "county", { area });
    return Object.fromEntries(offices.flatMap(({ holders }) => holders.map(({ person, name }) => [person, name])));
  } catch {
    return {};
  }
};
/** Who did something, in words: the name, else the office, else the platform itself. */
export const whoDid = (names: Readonly<Record<string, string>>, by: string, office?: string, channel?: string): string => {
  if (channel === "clock" || channel === "system") return t("by.clock");
  const title = office ? t(`by.${office}`) : "";
  const name = names[by] ?? (by === session()?.person ? session()?.name : undefined);
  return name ? (title && title !== `by.${office}` ? t("by.both", { name, office: title }) : name) : title && title !== `by.${office}` ? title : t("by.somebody");
};
