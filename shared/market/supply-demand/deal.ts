import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRefs, saysSomething } from "../../contract/media.ts";
import { Amount } from "../../contract/money.ts";
import { OFFERS } from "../../contract/shown.ts";
import { text } from "../../contract/text.ts";

/** What villagers deal in here; every other kind of offer comes onto the board from its own feature. */
export const DEAL_KINDS = ["sell", "buy", "lend", "work", "second-hand"] as const;
export const DEAL_STATES = ["open", "agreed", "done", "expired", "withdrawn"] as const;
export const ASK_STATES = ["asked", "granted", "declined"] as const;
/** To whom the writer's number is shown: to whom the writer says yes, or to every verified villager. Never to everybody. */
export const PHONE_TO = ["granted", "villagers"] as const;
const Phone = z.string().trim().min(1).max(40);
const Texts = z.object({ zh: z.string(), en: z.string() });

export const NewDeal = z.strictObject({
  kind: z.enum(DEAL_KINDS), words: text(300).optional(), media: MediaRefs,
  /** In the smallest unit of money, for one `unit`: a jin, a day, a box. Left out: to be talked about; 0: for nothing. */
  price: Amount.optional(), unit: text(12).optional(),
  phone: Phone.optional(), phoneTo: z.enum(PHONE_TO).default("granted"),
}).refine(saysSomething, { path: ["words"], error: "required" });
export type NewDeal = z.infer<typeof NewDeal>;

/** A post as everybody reads it; a number never stands in it. */
export const DealView = z.object({
  id: Id, kind: z.enum(DEAL_KINDS), state: z.enum(DEAL_STATES), words: z.string(), media: MediaRefs, price: z.number().int().nullable(), unit: z.string(),
  name: z.string(), group: z.string(), at: Instant, until: Instant, version: z.number().int(),
});
/** What stands between the reader and the writer: whose it is, the number where the reader may have it, and what became of the reader's question. */
export const Contact = z.object({ mine: z.boolean(), phone: z.string().nullable(), asked: z.enum(ASK_STATES).nullable(), asks: z.number().int() });

export const NewAsk = z.strictObject({ name: z.union([z.literal(""), text(20)]).default(""), words: text(200), phone: Phone.optional() });
/** Who would like to be in touch: read by the writer alone. */
export const AskView = z.object({ id: Id, name: z.string(), villager: z.boolean(), words: z.string(), phone: z.string().nullable(), state: z.enum(ASK_STATES), at: Instant });
export const Grant = z.strictObject({ phone: Phone.optional() });

/** One line of the mixed board, whichever feature it comes from. */
export const OfferLine = z.object({
  thing: Id, kind: z.enum(OFFERS), feature: z.string(), title: z.union([z.string(), Texts]), where: z.string(), at: Instant, until: Instant.nullable(), note: Texts.nullable(),
});
/** The board: first which kinds have a shelf of their own, then what is mixed, newest first. */
export const Board = z.object({ shelves: z.array(z.object({ kind: z.enum(OFFERS), count: z.number().int() })), items: z.array(OfferLine), next: z.string().nullable() });
