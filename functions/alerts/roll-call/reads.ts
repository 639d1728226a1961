import type { Stored, Table } from "../../core/implement.ts";
import { Link, Roll } from "./rows.ts";

export { Board, boardId, Link, Roll } from "./rows.ts";

/** The letters of a link's code: no 0, 1, i, l, o, u to misread. */
const LETTERS = "23456789abcdefghjkmnpqrstvwxyz";

/**
 * The code of a household's answering link in one warning: ten letters made from a keyed hash, so that the sender can make it again and
 * nothing but its hash is kept. @param hash the region's keyed hash
 */
export const linkCode = async (hash: (text: string) => Promise<string>, warning: string, household: string): Promise<string> => {
  const bytes = Buffer.from(await hash(`link|${warning}|${household}`), "base64url");
  return Array.from(bytes.subarray(0, 10), (byte) => LETTERS[byte % LETTERS.length]).join("");
};
/** How a code stands in the table. */
export const codeHash = (hash: (text: string) => Promise<string>, code: string): Promise<string> => hash(`code|${code}`);

/** What a code of this village stands for; null when unknown or its warning is over. */
export const linkOf = async (table: Table, hash: (text: string) => Promise<string>, code: string): Promise<Stored<Link> | null> =>
  table.get(Link, await codeHash(hash, code));

/** A household's line in a warning; null where it is not meant. */
export const rollOf = (table: Table, warning: string, household: string): Promise<Stored<Roll> | null> => table.get(Roll, `${warning}#${household}`);

/** One page of a warning's roll in a village. */
export const rollPage = (table: Table, warning: string, options: { limit?: number; cursor?: string | undefined } = {}) =>
  table.list(Roll, { under: `${warning}#`, oldestFirst: true, limit: options.limit ?? 100, cursor: options.cursor });

/** The whole roll of a warning in one village, page by page. */
export const wholeRoll = async (table: Table, warning: string): Promise<Stored<Roll>[]> => {
  const all: Stored<Roll>[] = [];
  let cursor: string | undefined;
  do {
    const page = await rollPage(table, warning, { cursor });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return all;
};
