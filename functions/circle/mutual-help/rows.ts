import * as z from "zod";
import { STATES, WHEN } from "../../../shared/circle/mutual-help/contract.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";
import { stands } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
const Offer = z.object({ id: Id, person: Id, name: z.string(), words: z.string(), media: z.array(MediaRef), at: Instant, accepted: z.boolean() });
const titleOf = ({ what }: { readonly what: string }) => what || { zh: "请邻居搭把手（听语音）", en: "A neighbour asks for a hand (listen)" };

/** Somebody asks for a hand, with who offered one. */
export const Ask = row("MHELP", () => z.object({
  id: Id, what: z.string(), words: z.string(), media: z.array(MediaRef), when: z.enum(WHEN), address: z.string().nullable(), by: Id, name: z.string(), group: z.string(), at: Instant,
  offers: z.array(Offer), hours: z.number().nullable(), thanks: z.string(), state: z.enum(STATES), history: z.array(Step),
}), {
  id: (ask) => ask.id,
  find: (ask) => (stands(ask) ? { title: titleOf(ask), words: ask.words, where: `circle/mutual-help/${ask.id}`, by: ask.by, audience: "village", at: ask.at } : null),
  said: (ask, part) => {
    if (part === null) return ask.state === "withdrawn" ? null : { words: [ask.what, ask.words, ask.thanks].filter(Boolean).join(" · "), media: ask.media, by: ask.by, audience: "village" };
    const offer = ask.offers.find(({ id }) => id === part);
    return offer ? { words: offer.words, media: offer.media, by: offer.person, audience: "village" } : null;
  },
  shown: (ask) => (ask.state === "withdrawn" ? null : {
    kind: "post", title: titleOf(ask), where: `circle/mutual-help/${ask.id}`, by: ask.by, at: ask.at, audience: "village", talk: "villagers", ...(stands(ask) ? { offer: { kind: "help" as const } } : {}),
  }),
  erase: (ask, who) => ({
    ...ask, ...(ask.by === who.person ? { name: NO_NAME, what: ERASED, words: ERASED, thanks: ask.thanks && ERASED, address: null, media: [] } : { what: scrub(ask.what, who), words: scrub(ask.words, who), thanks: scrub(ask.thanks, who) }),
    offers: ask.offers.map((offer) => (offer.person === who.person ? { ...offer, name: NO_NAME, words: ERASED, media: [] } : offer)),
  }),
});
export type Ask = z.infer<typeof Ask.schema>;
