import { readFileSync } from "node:fs";
import { stableId } from "../../functions/core/stable-id.ts";
import type { Someone } from "./sample-api.ts";
import type { VillagePlan } from "./sample-county.ts";
import { sayIn } from "./sample-language.ts";

interface Both { readonly zh: string; readonly en: string }
interface Told {
  readonly facts: readonly ({ readonly no: number } & Readonly<Record<string, unknown>>)[];
  readonly damages: readonly { readonly no: number; readonly what: string; readonly daysAgo: number; readonly note: Both }[];
  readonly inspections: readonly { readonly no: number; readonly grade: string; readonly daysAgo: number; readonly inspector: Both; readonly note: Both }[];
  readonly empty: readonly { readonly no: string; readonly group: string; readonly checked: boolean }[];
  readonly putUp: readonly number[];
  readonly lost: readonly number[];
}
const HOUSES = "affairs/houses";
const DOORS = "affairs/door-codes";
const AT_ONCE = 40;
/** Refusals that mean it was done before. */
const REPEATED = ["not-allowed-now", "stale-version"];

/** The marks of each house: a house may stand by the river and below the dam. */
const marksOf = (plan: VillagePlan): Map<number, string[]> => {
  const byHouse = new Map<number, string[]>();
  for (const { code, houses } of plan.marks) for (const no of houses) byHouse.set(no, [...(byHouse.get(no) ?? []), code]);
  return byHouse;
};

const at = (plan: VillagePlan, no: number | string): { id: string } => ({ id: stableId(`${plan.id}|${no}`) });
/** The grid worker marks the houses by the river, below the dam and on the slope: the places a warning is for. */
export const markHouses = async (worker: Someone, plan: VillagePlan): Promise<void> => {
  await Promise.all([...marksOf(plan)].map(([no, marks]) => worker(HOUSES, "mark", { village: plan.id, params: at(plan, no), body: { marks } })));
};

/** Then from door to door: what the houses are built of, what broke, what the inspector found, and the plates. */
export const visitHouses = async (worker: Someone, secretary: Someone, plan: VillagePlan, from: Date): Promise<void> => {
  const told = (JSON.parse(readFileSync(new URL("sample/houses.json", import.meta.url), "utf8")) as Record<string, Told>)[plan.roll]!;
  const day = (ago: number): string => new Date(from.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
  const [v, mayFail] = [plan.id, REPEATED];
  await Promise.all(told.facts.map(({ no, ...facts }) => worker(HOUSES, "write", { village: v, params: at(plan, no), body: { ...facts, media: [] } })));
  for (const { no, what, daysAgo, note } of told.damages) await worker(HOUSES, "damage", { village: v, params: at(plan, no), body: { what, on: day(daysAgo), note: sayIn(note) }, mayFail });
  for (const { no, grade, daysAgo, inspector, note } of told.inspections) await secretary(HOUSES, "inspect", { village: v, params: at(plan, no), body: { grade, inspector: sayIn(inspector), on: day(daysAgo), ...(note.zh ? { note: sayIn(note) } : {}) }, mayFail });
  for (const { no, group, checked } of told.empty) {
    await worker(HOUSES, "begin", { village: v, body: { no, group }, mayFail: ["already-here"] });
    if (checked) await worker(HOUSES, "foundEmpty", { village: v, params: at(plan, no) });
  }
  await makePlates(worker, secretary, plan, told);
};

/** Codes for every house, the plates of some put up, one reported lost. */
const makePlates = async (worker: Someone, secretary: Someone, plan: VillagePlan, told: Told): Promise<void> => {
  const ids: string[] = [];
  for (let cursor: string | null = null, more = true; more;) {
    const page: Readonly<Record<string, unknown>> = await secretary(DOORS, "list", { village: plan.id, query: { limit: "50", ...(cursor ? { cursor } : {}) } });
    ids.push(...(page["items"] as { house: string }[]).map((each) => each.house));
    cursor = page["next"] as string | null;
    more = cursor !== null;
  }
  for (let i = 0; i < ids.length; i += AT_ONCE) await secretary(DOORS, "issue", { village: plan.id, body: { houses: ids.slice(i, i + AT_ONCE) } });
  const step = (no: number, name: string): Promise<unknown> => worker(DOORS, name, { village: plan.id, params: { id: stableId(`${plan.id}|${no}`) }, body: {}, mayFail: ["not-allowed-now"] });
  await Promise.all(told.putUp.map((no) => step(no, "put-up")));
  for (const no of told.lost) await step(no, "lose");
};
