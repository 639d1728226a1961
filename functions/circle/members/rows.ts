import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { row } from "../../core/implement.ts";

/** "I belong to this village", with the words of neighbours. No identity number is asked. */
export const Claim = row("CLAIM", () => z.object({
  id: Id, person: Id, name: z.string(), house: z.string(), group: z.string(), at: Instant,
  vouchers: z.array(z.object({ person: Id, household: Id.nullable(), office: z.boolean(), at: Instant })).default([]),
  /** One cadre vouched and verified: a ballot within seven days may not rest on it. */
  alone: z.boolean().default(false),
  /** Confirmed by one villager, because nobody held an office for it. */
  lack: z.boolean().default(false),
  reason: z.string().nullable().default(null),
  state: z.string(),
  history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() })),
}), { id: (claim) => claim.id, person: (claim) => claim.person, erase: (claim, who) => (claim.person === who.person ? null : claim) });
export type Claim = z.infer<typeof Claim.schema>;

/** Why somebody is a villager no more; they read it themselves. */
export const MemberEnd = row("MEMBEREND", () => z.object({ person: Id, how: z.enum(["moved", "died", "ended"]), reason: z.string(), at: Instant, by: Id, office: z.string() }), {
  id: (end) => end.person, erase: (end, who) => (end.person === who.person ? null : end),
});
export type MemberEnd = z.infer<typeof MemberEnd.schema>;
