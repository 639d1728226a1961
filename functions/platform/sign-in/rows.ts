import * as z from "zod";
import { AreaCode, Id, Instant } from "../../../shared/contract/ids.ts";
import { LANGUAGES } from "../../../shared/contract/language.ts";
import { row } from "../../core/implement.ts";

/** What is remembered of a number that asks for codes, known or not: only its keyed hash, and the code's. */
export const NumberAsked = row("NUMBER", () => z.object({
  hash: z.string(),
  /** The asks of the last ten minutes. */
  asks: z.array(Instant),
  /** Wrong codes since the last right one. */
  wrong: z.number().int(),
  restUntil: Instant.nullable(),
  code: z.object({ hash: z.string(), until: Instant }).nullable(),
  until: Instant,
}), { id: (number) => number.hash, at: "region", expires: (number) => number.until, erase: (number, who) => (who.hashes.includes(number.hash) ? null : number), eraseAt: (who) => who.hashes });
export type NumberAsked = z.infer<typeof NumberAsked.schema>;

/** One code to be sent; `to` only where the number is somebody's. Gone after the code's life. */
export const Ask = row("ASK", () => z.object({
  id: Id, hash: z.string(), to: z.string().nullable(), language: z.enum(LANGUAGES), sent: z.boolean(), until: Instant,
}), { id: (ask) => ask.id, at: "region", expires: (ask) => ask.until, erase: (ask, who) => (who.hashes.includes(ask.hash) ? null : ask) });
export type Ask = z.infer<typeof Ask.schema>;

/** The chain of refresh tokens of one phone: the hash of the one that is good now. */
export const Family = row("FAMILY", () => z.object({
  id: z.string(), person: Id, device: z.string(), hash: z.string(), ended: z.boolean(), until: Instant,
}), { id: (family) => family.id, at: "region", person: (family) => family.person, expires: (family) => family.until, erase: (family, who) => (family.person === who.person ? null : family) });
export type Family = z.infer<typeof Family.schema>;

/** Numbers of people who hold posts without being on a village's roll: an operator, county officers. */
export const OfficerPhone = row("OFFICERPHONE", () => z.object({ hash: z.string(), people: z.array(Id) }), {
  id: (phone) => phone.hash, at: "region",
  // An officer's number is kept nowhere but in this key: all of them are read.
  erase: (phone, who) => { const people = phone.people.filter((each) => each !== who.person); return people.length > 0 ? { ...phone, people } : null; },
});

/** How many unknown numbers one address asked for in a day. */
export const Source = row("SOURCE", () => z.object({ asked: z.number().default(0), unknown: z.number().default(0) }), { id: () => "", at: "region" });
/** How many codes went out in a day, of the region's own budget for codes. */
export const CodeDay = row("CODEDAY", () => z.object({ asked: z.number().default(0), sent: z.number().default(0) }), { id: () => "", at: "region" });

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
/** A household card or a pendant: who bears it. Its code is only on the card, and here as a keyed hash. */
export const Card = row("CARD", () => z.object({
  id: Id, person: Id, name: z.string(), household: Id, group: z.string(), kind: z.enum(["card", "pendant"]), hash: z.string(), at: Instant,
  state: z.string(), history: z.array(Step),
}), { id: (card) => card.id, person: (card) => card.household, carry: "never", erase: (card, who) => (card.person === who.person ? null : card) });
export type Card = z.infer<typeof Card.schema>;
/** What a card's code opens, found by the code's hash: the figures as a keyed hash too. */
export const CardKey = row("CARDCODE", () => z.object({ hash: z.string(), village: AreaCode, card: Id, person: Id, figures: z.string().nullable(), state: z.enum(["issued", "active", "dead"]) }), {
  id: (key) => key.hash, at: "region", carry: "never", erase: (key, who) => (key.person === who.person ? null : key),
});
export type CardKey = z.infer<typeof CardKey.schema>;
/** Wrong figures with one code, known or not. */
export const CardTry = row("CARDTRY", () => z.object({ hash: z.string(), wrong: z.number().int(), restUntil: Instant.nullable(), until: Instant }), { id: (each) => each.hash, at: "region", expires: (each) => each.until, carry: "never" });
export type CardTry = z.infer<typeof CardTry.schema>;

/** A number of which somebody said, with the right code in hand, that it is none of these people's. */
export const Doubt = row("DOUBT", () => z.object({
  id: Id, hash: z.string(), phone: z.string(), people: z.array(Id), at: Instant, state: z.enum(["open", "parted", "kept"]),
}), { id: (doubt) => doubt.id, carry: "never", erase: (doubt, who) => (doubt.people.includes(who.person) ? null : doubt) });
export type Doubt = z.infer<typeof Doubt.schema>;
/** People a number signs in no more, though a list still has it. */
export const Parted = row("PARTED", () => z.object({ hash: z.string(), people: z.array(Id) }), {
  id: (each) => each.hash, at: "region", carry: "never", eraseAt: (who) => who.hashes,
  erase: (each, who) => (each.people.includes(who.person) ? { ...each, people: each.people.filter((person) => person !== who.person) } : each),
});
