import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { HOW } from "../../../shared/platform/privacy/consent.ts";
import { row } from "../../core/implement.ts";

/** One yes or no: when, how, and what proves it; by whom if not by themselves. */
export const Said = z.object({ given: z.boolean(), at: Instant, how: z.enum(HOW), by: Id, office: z.string().nullable(), proof: z.string() });
export type Said = z.infer<typeof Said>;

/** What one person said to one thing, newest last: a record, not a switch. */
export const Consent = row("AGREED", () => z.object({ person: Id, purpose: z.string(), history: z.array(Said).min(1) }), {
  id: (consent) => `${consent.person}#${consent.purpose}`, person: (consent) => consent.person,
  erase: (consent, who) => (consent.person === who.person ? null : consent),
});
export type Consent = z.infer<typeof Consent.schema>;
