import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export type Book = Answer<"alerts/contacts", "mine">;
export type Entry = Book["entries"][number];
/** A line while it is being written; `fresh` until it has been kept. */
export interface Row extends Pick<Entry, "person" | "phone" | "language" | "canRead" | "hearsBadly"> { readonly key: string; readonly kept?: Entry }

export const rowsOf = (book: Book): Row[] => book.entries.map((kept, n) => ({ key: `${n}-${kept.phone}`, person: kept.person, phone: kept.phone, language: kept.language, canRead: kept.canRead, hearsBadly: kept.hearsBadly, kept }));
/** What is sent: the lines in their turn. */
export const entriesOf = (rows: readonly Row[]) => rows.map(({ person, phone, language, canRead, hearsBadly }) => ({ person, phone, language, canRead, hearsBadly }));

/** A number as people read it. @example spaced("+8613812348000") // "138 1234 8000" */
export const spaced = (phone: string): string => phone.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, "$1 $2 $3");
const CADRES = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader"];
export const isCadre = (): boolean => whosIn(here().village).some((who) => CADRES.includes(who));
/** A group as people say it: a bare number is "group 3". */
export const groupWords = (group: string): string => (/^\d+$/.test(group) ? t("group.n", { n: group }) : group);
export const houseWords = ({ group, no }: { group: string; no: string }): string => t("house", { group: groupWords(group), no });
