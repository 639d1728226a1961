import type { Stored, Table } from "../../core/implement.ts";
import { Lang, PageWords } from "./rows.ts";
import { TEMPLATES } from "./rules.ts";

export type { Lang } from "./rows.ts";
const MOST = 20;

/** The languages a village has besides those of the pages. */
export const languagesOf = async (table: Table): Promise<Stored<Lang>[]> => (await table.list(Lang, { limit: MOST, oldestFirst: true })).items;

/** What warnings say in these languages, keyed like shared/alerts/warnings/templates.json. */
export const templatesIn = async (table: Table, codes: readonly string[]): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> => {
  const rows = await table.many(PageWords, codes.map((code) => `${code}#${TEMPLATES}`));
  return Object.fromEntries(codes.flatMap((code, i) => (rows[i] ? [[code, rows[i].words]] : [])));
};
