import type { Stored, Table } from "../../core/implement.ts";
import { DoorCode, Plate } from "./rows.ts";
import { holdsNow, lettersOf, maybeCode, tidyCode } from "./rules.ts";

type Hash = (text: string) => Promise<string>;

/** The code of a house's plate: made from a keyed hash, so that it can be printed again while nothing but its hash is kept. */
export const codeFor = async (hash: Hash, village: string, plate: Pick<Plate, "id" | "serial">): Promise<string> => {
  let letters = "";
  // A hash holds sixteen bytes; that fewer than eight of them are fair happens once in many millions.
  for (let turn = 0; letters.length < 8; turn++) letters = lettersOf(Buffer.from(await hash(`door|${village}|${plate.id}|${plate.serial}|${turn}`), "base64url"));
  return letters;
};
/** How a code stands in the table. */
export const doorHash = (hash: Hash, code: string): Promise<string> => hash(`doorcode|${code}`);

/** The plate a typed or scanned code opens; null for an unknown, an old and a lost one alike. */
export const plateOf = async (table: Table, hash: Hash, typed: string): Promise<Stored<Plate> | null> => {
  const code = tidyCode(typed);
  const known = maybeCode(code) ? await table.get(DoorCode, await doorHash(hash, code)) : null;
  const plate = known && (await table.get(Plate, known.house));
  return plate && holdsNow(plate, known.serial) ? plate : null;
};
