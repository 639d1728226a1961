import type { contract } from "../../../shared/platform/exports/contract.ts";
import { put, type Stored, type WorkGiven } from "../../core/implement.ts";
import { eraseAround, eraseVillagePage, writeLines } from "../../core/carry.ts";
import { Erasure, type Erasure as ErasureRow } from "./rows.ts";
import { whoIs } from "./whois.ts";

const PAGES_A_RUN = 12;
/** Every row is looked at twice: what was written beside the first walk is found by the second. */
const ROUNDS = 2;

const goOn = { work: "erase", lane: "papers" } as const;

/**
 * Erases somebody: first the mark that no list brings them back, then every row of their villages, page by page, then the region's. Each step
 * may be done twice; a crash goes on where it stopped.
 */
export const eraseThem = async (given: WorkGiven<typeof contract>): Promise<void> => {
  let erasure: Stored<ErasureRow> | null = await given.region.get(Erasure, String(given.data["erasure"]));
  for (let page = 0; erasure?.state === "erasing"; page++) {
    const { version, ...row } = erasure;
    if (!row.who || !row.walk) {
      const { who, villages } = await whoIs(given, row.person, row.village);
      const at = given.clock().toISOString();
      for (const village of villages) await writeLines([{ sk: `ERASED#${row.person}`, v: 1, version: 1, value: { person: row.person, at } }], village);
      const marked = { ...row, who: { ...who, names: [...who.names], phones: [...who.phones], hashes: [...who.hashes], devices: [...who.devices], households: [...who.households] }, walk: { villages, round: 0, from: null } };
      return void (await given.commit({ writes: [put(Erasure, marked, { version })], tasks: [{ ...goOn, data: { erasure: row.id } }] }));
    }
    const village = row.walk.villages[0];
    if (village === undefined) {
      await eraseAround(null, row.who);
      return void (await given.commit({ writes: [put(Erasure, { ...row, state: "done", who: null, walk: null }, { version })], emits: { name: "erased", data: { erasure: row.id, person: row.person } } }));
    }
    const found = await eraseVillagePage(village, row.who, row.walk.from);
    const again = found.next === null && row.walk.round + 1 < ROUNDS;
    if (found.next === null && !again) await eraseAround(village, row.who);
    const walk = found.next !== null ? { ...row.walk, from: found.next }
      : again ? { ...row.walk, round: row.walk.round + 1, from: null } : { villages: row.walk.villages.slice(1), round: 0, from: null };
    const after: ErasureRow = { ...row, walk };
    if (page + 1 >= PAGES_A_RUN) return void (await given.commit({ writes: [put(Erasure, after, { version })], tasks: [{ ...goOn, data: { erasure: row.id } }] }));
    if (!(await given.commit({ writes: [put(Erasure, after, { version })] }))) return;
    erasure = { ...after, version: version + 1 };
  }
};
