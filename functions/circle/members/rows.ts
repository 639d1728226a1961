import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { row } from "../../core/implement.ts";

/** "I belong to this village", with the words of neighbours. No identity number is asked. */
export const Claim = row("CLAIM", z.object({
  id: Id, person: Id, name: z.string(), house: z.string(), group: z.string(), at: Instant,
  vouchers: z.array(z.object({ person: Id, household: Id.nullable(), office: z.boolean(), at: Instant })).default([]),
  /** One cadre vouched and verified: a ballot within seven days may not rest on it. */
  alone: z.boolean().default(false),
  reason: z.string().nullable().default(null),
  state: z.string(),
  history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() })),
}), { id: (claim) => claim.id, person: (claim) => claim.person });
export type Claim = z.infer<typeof Claim.schema>;
