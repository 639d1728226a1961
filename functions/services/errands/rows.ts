import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { CARES, KINDS, STATES } from "../../../shared/services/errands/errand.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";
import { isOpen } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });

/** A way to town that has room, or something to be carried; what a traveller takes along is an errand of its own. */
export const Errand = row("ERRAND", () => z.object({
  id: Id, kind: z.enum(KINDS), what: z.string(), words: z.string(), media: z.array(MediaRef), from: z.string(), to: z.string(), goesAt: Instant.nullable(), care: z.enum(CARES), sender: z.string().nullable(), receiver: z.string().nullable(),
  by: Id, name: z.string(), at: Instant, carrier: Id.nullable(), carrierName: z.string().nullable(), code: z.string(), handed: z.object({ to: z.string(), at: Instant }).nullable(),
  state: z.enum(STATES), history: z.array(Step),
}), {
  id: (errand) => errand.id, carried: (errand) => ({ ...errand, code: "" }),
  said: (errand, part) => (part === null && isOpen(errand) && errand.care === "none" ? { words: [errand.what, errand.words].filter(Boolean).join(" · "), media: errand.media, by: errand.by, audience: "village" } : null),
  find: (errand) => (isOpen(errand) && errand.care === "none" ? { title: errand.what || errand.to, words: `${errand.words} ${errand.from} ${errand.to}`, where: `services/errands/${errand.id}`, by: errand.by, audience: "village", at: errand.at, until: errand.goesAt } : null),
  shown: (errand) => (!isOpen(errand) ? null : {
    kind: "post", where: `services/errands/${errand.id}`, by: errand.by, at: errand.at, until: errand.goesAt, audience: "village", offer: { kind: "errand" },
    title: errand.kind === "trip" ? { zh: `有人去${errand.to || "镇上"}，可以捎东西`, en: `Somebody goes to ${errand.to || "town"} and can bring things` }
      : errand.care === "none" && errand.what ? { zh: `请人捎：${errand.what}`, en: `To be fetched: ${errand.what}` } : { zh: "请人捎样东西", en: "Something to be fetched" },
  }),
  erase: (errand, who) => {
    const name = (said: string | null): string | null => (said !== null && who.names.includes(said) ? NO_NAME : said);
    return {
      ...errand, ...(errand.by === who.person ? { name: NO_NAME, what: ERASED, words: ERASED, media: [] } : { what: scrub(errand.what, who), words: scrub(errand.words, who) }),
      carrierName: errand.carrier === who.person ? NO_NAME : errand.carrierName, sender: name(errand.sender), receiver: name(errand.receiver), handed: errand.handed && { ...errand.handed, to: name(errand.handed.to)! },
    };
  },
});
export type Errand = z.infer<typeof Errand.schema>;

/** Where parcels lie: one place a village. */
export const Pickup = row("PICKUP", () => z.object({ place: z.string(), hours: z.string() }), { id: () => "" });
