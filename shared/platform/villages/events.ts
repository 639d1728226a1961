import * as z from "zod";
import { event } from "../../contract/event.ts";
import { AreaCode, Id } from "../../contract/ids.ts";

export const RegionBegun = event(z.object({ operator: Id }));
export const CountyOpened = event(z.object({ county: AreaCode }), { public: true });
export const VillageOpened = event(z.object({ village: AreaCode, secretary: Id }), { public: true });
/** A roll was taken in: its lines lie in `parts` rows of up to 100, which every feature reads page by page at its own pace. */
export const RollImported = event(z.object({ import: Id, parts: z.number().int().min(0) }), { public: true });
/** A habit of the village was changed; `setting` is "<section>/<feature>.<setting>". */
export const SettingChosen = event(z.object({ setting: z.string() }), { public: true });
/** What is on and which doors the home shows. */
export const Arranged = event(z.object({ off: z.array(z.string()) }), { public: true });
