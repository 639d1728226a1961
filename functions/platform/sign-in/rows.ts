import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { LANGUAGES } from "../../../shared/contract/language.ts";
import { row } from "../../core/implement.ts";

/** What is remembered of a number that asks for codes, known or not: only its keyed hash, and the code's. */
export const NumberAsked = row("NUMBER", z.object({
  hash: z.string(),
  /** The asks of the last ten minutes. */
  asks: z.array(Instant),
  /** Wrong codes since the last right one. */
  wrong: z.number().int(),
  restUntil: Instant.nullable(),
  code: z.object({ hash: z.string(), until: Instant }).nullable(),
  until: Instant,
}), { id: (number) => number.hash, at: "region", expires: (number) => number.until });
export type NumberAsked = z.infer<typeof NumberAsked.schema>;

/** One code to be sent; `to` only where the number is somebody's. Gone after the code's life. */
export const Ask = row("ASK", z.object({
  id: Id, hash: z.string(), to: z.string().nullable(), language: z.enum(LANGUAGES), sent: z.boolean(), until: Instant,
}), { id: (ask) => ask.id, at: "region", expires: (ask) => ask.until });
export type Ask = z.infer<typeof Ask.schema>;

/** The chain of refresh tokens of one phone: the hash of the one that is good now. */
export const Family = row("FAMILY", z.object({
  id: z.string(), person: Id, device: z.string(), hash: z.string(), ended: z.boolean(), until: Instant,
}), { id: (family) => family.id, at: "region", expires: (family) => family.until });
export type Family = z.infer<typeof Family.schema>;

/** Numbers of people who hold posts without being on a village's roll: an operator, county officers. */
export const OfficerPhone = row("OFFICERPHONE", z.object({ hash: z.string(), people: z.array(Id) }), { id: (phone) => phone.hash, at: "region" });

/** How many unknown numbers one address asked for in a day. */
export const Source = row("SOURCE", z.object({ asked: z.number().default(0), unknown: z.number().default(0) }), { id: () => "", at: "region" });
/** How many codes went out in a day, of the region's own budget for codes. */
export const CodeDay = row("CODEDAY", z.object({ asked: z.number().default(0), sent: z.number().default(0) }), { id: () => "", at: "region" });
