import { WaitIn, type Caller, type Stored, type Table, type Village, type Wait } from "../../core/implement.ts";
import { isLate, isOnDesk, oldestDueFirst } from "./rules.ts";

export { isLate } from "./rules.ts";

const PAGE = 100;
/** More open matters than this in one village are counted no further. */
const PAGES = 4;

/** Everything that waits for an office in a village. */
export const allWaiting = async (table: Table): Promise<Stored<Wait>[]> => {
  const found: Stored<Wait>[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = await table.list(WaitIn.village, { limit: PAGE, cursor });
    found.push(...items);
    if (!next) break;
    cursor = next;
  }
  return found;
};

/** What stands on this reader's desk in a village, the oldest due first. What was switched off waits for nobody. */
export const waitingFor = async (table: Table, village: Pick<Village, "offices" | "off">, caller: Pick<Caller, "person" | "holds">, now: Date): Promise<(Stored<Wait> & { readonly late: boolean })[]> =>
  oldestDueFirst((await allWaiting(table)).filter((wait) => !village.off.includes(wait.feature) && isOnDesk(wait, caller, village.offices, now))).map((wait) => ({ ...wait, late: isLate(wait, now) }));
