import type { Warning } from "../../functions/alerts/warnings/rows.ts";
import { issuedWarnings } from "../../functions/alerts/warnings/reads.ts";
import { Board, boardId, wholeRoll } from "../../functions/alerts/roll-call/reads.ts";
import { tallyOf, toldOf } from "../../functions/alerts/sending/reads.ts";
import { Region, Village } from "../../functions/core/access-rows.ts";
import { openTable, type Table } from "../../functions/core/table.ts";
import type { Stored } from "../../functions/core/rows.ts";

/** A house that is not accounted for, as the board beside the phones shows it: its number, never a name. */
export interface OpenHouse { readonly no: string; readonly state: string; readonly vulnerable: boolean; readonly sleepers: number }
export interface VillageBoard {
  readonly id: string; readonly names: Readonly<Record<string, string>>;
  readonly households: number; readonly told: number; readonly answered: number; readonly open: number; readonly help: number; readonly moved: number; readonly withoutPhone: number;
  readonly houses: readonly OpenHouse[];
}
export interface WarningBoard {
  readonly id: string; readonly state: string; readonly colour: string; readonly status: string; readonly headline: { readonly zh: string; readonly en: string };
  readonly issuedAt: string; readonly paused: boolean; readonly villages: readonly VillageBoard[];
}

const READER = "phones page";
const MOST_WARNINGS = 3;
const MOST_HOUSES = 60;
const SHOWN_AFTER_END = 30 * 60_000;
const FIRST: Readonly<Record<string, number>> = { "needs-help": 0, stayed: 1, "helper-coming": 2, "partly-moved": 3 };
const rank = (house: OpenHouse): number => (FIRST[house.state] ?? 4) * 2 + (house.vulnerable ? 0 : 1);
const walk = (a: OpenHouse, b: OpenHouse): number => rank(a) - rank(b) || a.no.localeCompare(b.no, "zh", { numeric: true });

const AT_ONCE = 100;
/** Households to which a message arrived; the county's tally counts messages. */
const toldHouseholds = async (table: Table, warning: string, households: readonly string[]): Promise<number> => {
  let told = 0;
  for (let i = 0; i < households.length; i += AT_ONCE) for (const send of (await toldOf(table, warning, households.slice(i, i + AT_ONCE))).values()) if (send?.state === "delivered") told++;
  return told;
};

const villageBoard = async (county: string, warning: string, village: string): Promise<VillageBoard> => {
  const [area, own] = [openTable({ at: "area", id: county }, READER), openTable({ at: "village", id: village }, READER)];
  const [row, board, tally, roll] = await Promise.all([own.get(Village, ""), area.get(Board, boardId(warning, village)), tallyOf(area, warning, village), wholeRoll(own, warning)]);
  const houses = roll.filter((each) => each.open).map((each): OpenHouse => ({ no: each.no, state: each.state, vulnerable: each.vulnerable.length > 0, sleepers: each.sleepers }));
  return {
    id: village, names: row?.names ?? {}, households: board?.households ?? roll.length, told: await toldHouseholds(own, warning, roll.map((each) => each.household)), answered: board?.answered ?? 0, open: houses.length,
    help: roll.filter((each) => each.state === "needs-help").length, moved: board?.moved ?? 0, withoutPhone: tally?.withoutPhone ?? 0,
    houses: houses.toSorted(walk).slice(0, MOST_HOUSES),
  };
};

const worthShowing = (warning: Stored<Warning>, now: number): boolean => {
  if (warning.state === "issued") return true;
  return now - Date.parse(warning.history.at(-1)?.at ?? warning.issuedAt ?? "") < SHOWN_AFTER_END;
};

/** What runs in the sample's counties, for the phones page: the newest warnings with each village's counts. */
export const runningBoards = async (now: Date): Promise<WarningBoard[]> => {
  const counties = (await openTable({ at: "region", id: "" }, READER).get(Region, ""))?.counties ?? [];
  const found = await Promise.all(counties.map(async (county) => {
    const warnings = (await issuedWarnings(openTable({ at: "area", id: county }, READER), 20)).filter((each) => worthShowing(each, now.getTime()));
    return Promise.all(warnings.slice(0, MOST_WARNINGS).map(async (each): Promise<WarningBoard> => ({
      id: each.id, state: each.state, colour: each.colour, status: each.status, issuedAt: each.issuedAt!, paused: each.paused,
      headline: { zh: each.texts.zh.headline, en: each.texts.en.headline },
      villages: await Promise.all([...new Set(each.parts.map((part) => part.village))].map((village) => villageBoard(county, each.id, village))),
    })));
  }));
  return found.flat();
};
