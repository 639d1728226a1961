import * as z from "zod";
import { AreaCode, Id, Instant } from "../../../shared/contract/ids.ts";
import { houseFacts, MARKS } from "../../../shared/affairs/houses/house.ts";
import { row, scrub } from "../../core/implement.ts";

/** A house of the village. Its notes may name people; the inspector's name does. */
export const House = row("HOUSE", houseFacts, {
  id: (house) => house.id, findLast: true,
  find: ({ id, no, group, history }) => ({
    title: { zh: `门牌${no}`, en: `House ${no}` }, words: group, where: `affairs/houses/${id}`, at: history[0]?.at ?? "1970-01-01T00:00:00.000Z",
    audience: { offices: ["office:secretary", "office:committee", "office:grid-worker"], leadersOf: group },
  }),
  erase: (house, who) => ({
    ...house, damages: house.damages.map((each) => ({ ...each, note: scrub(each.note, who) })),
    inspection: house.inspection && { ...house.inspection, inspector: scrub(house.inspection.inspector, who), note: scrub(house.inspection.note, who) },
  }),
});
export type House = z.infer<typeof House.schema>;

/** A saved area of a village; its county reads all of them at once. `made` ones follow from the marks and come and go with them. */
export const HouseArea = row("HOUSEAREA", () => z.object({
  id: Id, village: AreaCode, names: z.object({ zh: z.string(), en: z.string() }), mark: z.enum(MARKS), groups: z.array(z.string()), made: z.boolean(),
  households: z.number().int(), people: z.number().int(), vulnerable: z.number().int(), countedAt: Instant,
}), { id: (area) => area.id, area: true, erase: (area, who) => ({ ...area, names: { zh: scrub(area.names.zh, who), en: scrub(area.names.en, who) } }) });
export type HouseArea = z.infer<typeof HouseArea.schema>;

/** When the areas are to be counted anew: what changes within these seconds is counted once. */
export const Recount = row("HOUSESUM", () => z.object({ at: Instant.nullable() }), { id: () => "", due: (sum) => (sum.at ? { at: sum.at, clock: "recount" } : null) });
