import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { RELATIONS, WAYS } from "../../../shared/services/proxies/scopes.ts";
import { ERASED, NO_NAME, row } from "../../core/implement.ts";

const Word = z.object({ person: Id, household: Id.nullable(), at: Instant });
const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });

/** One asking to act for somebody, with what came of it: the consent and its proof. Kept when it is over. */
export const Consent = row("CONSENT", () => z.object({
  id: Id,
  /** Null where nobody of that name is registered at that house: the one who asks is told nothing of it. */
  elder: Id.nullable(), elderName: z.string(), house: z.string(), household: Id.nullable(), group: z.string(),
  proxy: Id, proxyName: z.string(), relation: z.enum(RELATIONS), scopes: z.array(z.string()), until: Instant, way: z.enum(WAYS), at: Instant,
  /** The code sent to the elder's phone: its keyed hash, never the code. */
  code: z.object({ hash: z.string(), until: Instant, wrong: z.number().int() }).nullable(),
  proof: z.object({ how: z.string(), at: Instant, by: z.string() }).nullable(),
  neighbours: z.array(Word),
  /** How the elder learnt that it holds: by a text, at the door, on the own page. */
  told: z.enum(["sms", "door", "page"]).nullable(),
  reason: z.string().nullable(),
  state: z.string(),
  history: z.array(Step),
}), {
  id: (each) => each.id, person: (each) => each.elder, carried: (each) => ({ ...each, code: null }),
  erase: (each, who) =>
    each.elder === who.person ? { ...each, elderName: NO_NAME, house: "", reason: each.reason === null ? null : ERASED }
      : each.proxy === who.person ? { ...each, proxyName: NO_NAME, reason: each.reason === null ? null : ERASED } : each,
});
export type Consent = z.infer<typeof Consent.schema>;

/** What somebody asked, by the one who asked. */
export const ConsentBy = row("CONSENTBY", () => z.object({ proxy: Id, consent: Id }), { id: (each) => `${each.proxy}#${each.consent}` });
