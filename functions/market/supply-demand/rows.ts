import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRefs } from "../../../shared/contract/media.ts";
import { ASK_STATES, DEAL_KINDS, DEAL_STATES, PHONE_TO } from "../../../shared/market/supply-demand/deal.ts";
import { ERASED, NO_NAME, row } from "../../core/implement.ts";
import { noteOf, titleOf } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });

/** What a villager offers or looks for. */
export const Deal = row("DEAL", () => z.object({
  id: Id, state: z.enum(DEAL_STATES), history: z.array(Step), kind: z.enum(DEAL_KINDS), words: z.string(), media: MediaRefs,
  price: z.number().int().nullable(), unit: z.string(), currency: z.string(), person: z.string(), name: z.string(), group: z.string(),
  /** E.164: only whom the writer let have it sees it. */
  phone: z.string().nullable(), phoneTo: z.enum(PHONE_TO), at: Instant, until: Instant,
}), {
  id: (deal) => deal.id, person: (deal) => deal.person,
  erase: (deal, who) => (deal.person === who.person ? { ...deal, words: ERASED, name: NO_NAME, media: [], phone: null } : deal),
  said: (deal) => (deal.state === "withdrawn" ? null : { words: deal.words, media: deal.media, by: deal.person, audience: "public" }),
  find: (deal) => (deal.state === "open" || deal.state === "agreed" ? { title: titleOf(deal), words: `${deal.name} ${deal.words}`, where: `market/supply-demand/${deal.id}`, by: deal.person, audience: "public", at: deal.at, until: deal.until } : null),
  shown: (deal) => ({
    kind: "market", title: titleOf(deal), where: `market/supply-demand/${deal.id}`, by: deal.person, at: deal.at, audience: "public", talk: "all", gone: deal.state === "withdrawn",
    // What is agreed or over stays to be talked about, but is no news.
    until: deal.state === "open" ? deal.until : deal.history.at(-1)!.at,
    ...(deal.state === "open" ? { offer: { kind: deal.kind, note: noteOf(deal) } } : {}),
  }),
});
export type Deal = z.infer<typeof Deal.schema>;

/** Who would like to be in touch with the writer of a post. `by`: a person, or a guest's phone. */
export const Ask = row("DEALASK", () => z.object({
  id: Id, deal: Id, by: z.string(), villager: z.boolean(), name: z.string(), words: z.string(), phone: z.string().nullable(), state: z.enum(ASK_STATES), granted: z.string().nullable(), at: Instant,
}), {
  id: (ask) => `${ask.deal}#${ask.id}`, person: (ask) => ask.by, carried: (ask) => (ask.villager ? ask : { ...ask, by: "elsewhere" }),
  erase: (ask, who) => (ask.by === who.person || who.devices.includes(ask.by) ? { ...ask, name: NO_NAME, words: ERASED, phone: null } : who.phones.includes(ask.granted ?? "") ? { ...ask, granted: null } : ask),
});
export type Ask = z.infer<typeof Ask.schema>;
