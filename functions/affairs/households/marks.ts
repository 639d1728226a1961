import type * as z from "zod";
import type { contract } from "../../../shared/affairs/households/contract.ts";
import { BY_PEOPLE } from "../../../shared/affairs/households/household.ts";
import { Marked } from "../../../shared/affairs/houses/events.ts";
import { hear, put, type Change, type Heard, type HeardGiven } from "../../core/implement.ts";
import { houseOf } from "../houses/reads.ts";
import { Household } from "./rows.ts";

/** The hazard marks stand with the house; the household carries what its house carries now, for warnings to read in one go. */
export const followMarks = hear(Marked, async ({ table, change }: HeardGiven<typeof contract>, { data }: Heard<z.infer<typeof Marked.data>>): Promise<Change | null> => {
  const [household, house] = await Promise.all([table.get(Household, data.house), houseOf(table, data.house)]);
  if (!household || !house) return null;
  const [had, has] = [[...household.hazards].sort().join(), [...house.marks].sort().join()];
  if (had === has) return null;
  const { version, ...rest } = household;
  return change({ writes: [put(Household, { ...rest, hazards: house.marks, roll: BY_PEOPLE }, { version })], emits: { name: "changed", data: { household: household.id, what: "hazards" } } });
});
