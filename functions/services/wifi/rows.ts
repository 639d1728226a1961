import * as z from "zod";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { POINT_STATES } from "../../../shared/services/wifi/contract.ts";
import { row } from "../../core/implement.ts";

/** A place with free Wi-Fi, and what those who stood there today say of it. */
export const Point = row("WIFI", () => z.object({
  id: Id, name: z.string(), where: z.string(), key: z.string(), at: Instant,
  /** Each person, or each address of a visitor, once a day: the latest word counts. */
  taps: z.object({ day: Day, works: z.array(z.string()), broken: z.array(z.string()) }).nullable(), last: z.object({ works: z.boolean(), at: Instant }).nullable(),
  state: z.enum(POINT_STATES), history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() })),
}), {
  id: (point) => point.id, carried: (point) => ({ ...point, taps: null, history: [] }),
  erase: (point, { person }) => ({ ...point, taps: point.taps && { ...point.taps, works: point.taps.works.filter((each) => each !== person), broken: point.taps.broken.filter((each) => each !== person) } }),
  find: (point) => (point.state === "closed" ? null : { title: `WiFi ${point.name}`, words: point.where, where: "services/wifi", audience: "public", at: point.at }),
});
export type Point = z.infer<typeof Point.schema>;
