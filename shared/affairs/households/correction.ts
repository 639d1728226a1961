import * as z from "zod";
import { Id } from "../../contract/ids.ts";
import { Name, text } from "../../contract/text.ts";
import { HAZARDS, VULNERABLE } from "./household.ts";

const Born = z.number().int().min(1900);
const People = z.array(Id).min(1).max(60);

/** What a household, or a cadre for it, may ask to have put right. Other houses are named as people name them: by their number. */
export const Correction = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("name"), person: Id, name: Name }),
  z.strictObject({ what: z.literal("born"), person: Id, bornIn: Born }),
  z.strictObject({ what: z.literal("head"), person: Id }),
  z.strictObject({ what: z.literal("vulnerable"), person: Id, codes: z.array(z.enum(VULNERABLE)).max(VULNERABLE.length) }),
  z.strictObject({ what: z.literal("joined"), name: Name, bornIn: Born.optional(), sleepsHere: z.boolean() }),
  z.strictObject({ what: z.enum(["moved", "died"]), person: Id, head: Id.optional() }),
  z.strictObject({ what: z.literal("hazards"), codes: z.array(z.enum(HAZARDS)).max(HAZARDS.length) }),
  z.strictObject({ what: z.literal("house"), no: text(20), group: text(20) }),
  /** Some found a household of their own; `head` leads those who stay, `lead` the new one. */
  z.strictObject({ what: z.literal("split"), people: People, no: text(20), group: text(20), head: Id.optional(), lead: Id.optional() }),
  /** Some go to live in another house of the village. */
  z.strictObject({ what: z.literal("within"), people: People, to: text(20), head: Id.optional() }),
  /** The whole household becomes part of another and is one no more. */
  z.strictObject({ what: z.literal("merge"), to: text(20) }),
]);
export type Correction = z.infer<typeof Correction>;
