import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { NO_NAME, row } from "../../core/implement.ts";

/** One printed state of one thing, by the code in its foot. Never the words themselves: they stand with the thing, and on the paper. */
export const Paper = row("PAPER", () => z.object({
  code: z.string(), of: z.string(), thing: z.string(), fingerprint: z.string(), edition: z.number().int(),
  since: Instant.nullable(), at: Instant,
}), { id: (paper) => paper.code });
export type Paper = z.infer<typeof Paper.schema>;

/** The states of a thing that were printed so far, oldest first. */
export const PaperOf = row("PAPEROF", () => z.object({ of: z.string(), thing: z.string(), /** Editions no longer named here. */ before: z.number().int(), fingerprints: z.array(z.string()) }), { id: (each) => paperOfId(each.of, each.thing) });
export type PaperOf = z.infer<typeof PaperOf.schema>;
export const paperOfId = (of: string, thing: string): string => `${of}#${thing}`;

const KEEP = 730 * 86_400_000;
/** One print: who, when. A guest's has no name. */
export const Print = row("PAPERED", () => z.object({ id: Id, code: z.string(), of: z.string(), thing: z.string(), edition: z.number().int(), at: Instant, person: Id.nullable(), name: z.string(), office: z.string() }), {
  id: (each) => each.id, expires: (each) => new Date(Date.parse(each.at) + KEEP).toISOString(),
  erase: (each, who) => (each.person === who.person ? { ...each, person: null, name: NO_NAME } : each),
});
export type Print = z.infer<typeof Print.schema>;

/** How often a sheet was printed. Only ever added to. */
export const Prints = row("PAPERS", () => z.object({ prints: z.number().default(0) }), { id: () => { throw new Error("a count's id is its sheet's code"); } });
