import * as z from "zod";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { HOWS, KINDS } from "../../../shared/services/care/contract.ts";
import { row } from "../../core/implement.ts";

/** Somebody who gives a sign of life each day, and their circle. One a person; `care` stands for it in events. */
export const Well = row("WELL", () => z.object({
  care: Id, person: Id, name: z.string(), by: z.string(),
  circle: z.array(z.object({ id: Id, kind: z.enum(KINDS), person: Id.nullable(), name: z.string(), after: z.number().int() })),
  pausedUntil: Day.nullable(),
  seen: z.object({ at: Instant, day: Day, how: z.enum(HOWS) }).nullable(),
  /** Who was told of the silence of one day, in the order they were. */
  told: z.object({ day: Day, steps: z.array(z.object({ entry: Id.nullable(), person: Id.nullable(), at: Instant })) }).nullable(),
  next: Instant.nullable(),
  /** Over, and may begin again: the row stays, so that its versions, by which a clock is heard once, never come twice. */
  ended: z.boolean().default(false),
}), {
  id: (well) => well.person, due: (well) => (well.next ? { at: well.next, clock: "silent" } : null),
  // Whoever holds a copy of the village must not learn from it who is alone.
  carry: "never",
  erase: (well, who) => (well.person === who.person ? null : {
    ...well, circle: well.circle.filter((each) => each.person !== who.person),
    told: well.told && { ...well.told, steps: well.told.steps.map((step) => (step.person === who.person ? { ...step, person: null } : step)) },
  }),
});
export type Well = z.infer<typeof Well.schema>;
/** A care that goes on; one that ended is none. */
export const goesOn = <T extends Pick<Well, "ended">>(well: T | null): T | null => (well?.ended ? null : well);

/** In whose circle somebody is, to find it from their side; of a cadre who was told, for two days. */
export const Sees = row("WELLSEES", () => z.object({ watcher: Id, person: Id, until: Instant.nullable() }), {
  id: (sees) => `${sees.watcher}#${sees.person}`, expires: (sees) => sees.until, carry: "never",
  erase: (sees, who) => (sees.watcher === who.person || sees.person === who.person ? null : sees),
});
export type Sees = z.infer<typeof Sees.schema>;
