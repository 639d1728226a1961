import * as z from "zod";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { NO_NAME, row } from "../../core/implement.ts";

/** Where somebody is who is not at home: stays that never overlap, the oldest first. `until` null: until they say otherwise. */
export const Travel = row("TRAVEL", () => z.object({
  person: Id, household: Id.nullable(),
  /** Where the days are counted, for who asks without a place at hand. */
  zone: z.string(),
  stays: z.array(z.object({ id: Id, from: Day, until: Day.nullable(), where: z.string() })),
  /** When the next digest of the village is told. */
  digest: Instant.nullable(),
}), {
  id: (travel) => travel.person, person: (travel) => travel.household, due: (travel) => (travel.digest ? { at: travel.digest, clock: "digest" } : null),
  erase: (travel, who) => (travel.person === who.person ? null : travel),
});
export type Travel = z.infer<typeof Travel.schema>;

/** One way home with seats in it, told to the village by who drives; the next to leave last. */
export const Ride = row("RIDE", () => z.object({
  id: Id, driver: Id, name: z.string(), day: Day, from: z.string(), seats: z.number().int(), how: z.string(),
  riders: z.array(z.object({ person: Id, name: z.string() })), at: Instant, over: Instant, cancelled: z.boolean(),
}), {
  id: (ride) => ride.id, person: (ride) => ride.driver, expires: (ride) => ride.over,
  erase: (ride, who) => (ride.driver === who.person ? { ...ride, name: NO_NAME, how: "", cancelled: true } : { ...ride, riders: ride.riders.filter((each) => each.person !== who.person) }),
  find: (ride) => (ride.cancelled ? null : { title: { zh: `${ride.from} → 回村 ${ride.day}`, en: `${ride.from} → home ${ride.day}` }, words: ride.from, where: `circle/away/rides/${ride.id}`, by: ride.driver, audience: "village", at: ride.at, until: ride.over }),
});
export type Ride = z.infer<typeof Ride.schema>;
