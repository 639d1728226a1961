import * as z from "zod";
import { LINK_STATES } from "../../../shared/cadres/linked-households/contract.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";

/** One person who looks after one household: a matter with states; its history is from when until when. */
export const Linked = row("LINKED", () => z.object({
  id: Id, household: Id, no: z.string(), group: z.string(), person: Id, name: z.string(), witness: z.string().nullable().default(null), wish: z.string().nullable().default(null), reason: z.string().nullable().default(null),
  state: z.enum(LINK_STATES), history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() })),
}), {
  id: (link) => link.id, person: (link) => link.person,
  erase: (link, who) => ({
    ...link, name: link.person === who.person ? NO_NAME : link.name, witness: link.witness && who.names.includes(link.witness) ? NO_NAME : link.witness,
    wish: link.wish === null ? null : who.households.includes(link.household) ? ERASED : scrub(link.wish, who), reason: link.reason === null ? null : scrub(link.reason, who),
  }),
});
export type Linked = z.infer<typeof Linked.schema>;

/** A household's links of today: who looks after it, and who was asked to. */
export const LinkHouse = row("LINKHOUSE", () => z.object({ household: Id, link: Id.nullable(), person: Id.nullable(), next: Id.nullable() }), { id: (house) => house.household });
export type LinkHouse = z.infer<typeof LinkHouse.schema>;

/** How many households somebody looks after. Only ever added to. */
export const LinkLoad = row("LINKLOAD", () => z.object({ households: z.number().default(0) }), { id: () => { throw new Error("a count's id is its person"); } });
