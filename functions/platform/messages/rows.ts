import * as z from "zod";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { LANGUAGES } from "../../../shared/contract/language.ts";
import { DoorLine, WAYS, Wishes } from "../../../shared/platform/messages/wishes.ts";
import { deliveryFields, row, scrub } from "../../core/implement.ts";

const KEEP = 90 * 86_400_000;
const kept = (at: string): string => new Date(Date.parse(at) + KEEP).toISOString();

/** How one person wants to be told. */
export const Wish = row("TELLWISH", () => z.object({ person: Id, ...Wishes.shape }), { id: (wish) => wish.person, erase: (wish, who) => (wish.person === who.person ? null : wish) });
export type Wish = z.infer<typeof Wish.schema>;

/** How a household in which nobody is signed in is told. */
export const HouseWish = row("TELLHOUSE", () => z.object({ household: Id, way: z.enum(WAYS), at: Instant, by: z.string() }), { id: (wish) => wish.household });

/** A phone's subscription: who reads on it, and where its push service listens. One a phone and village. */
export const Sub = row("PUSHSUB", () => z.object({ device: z.string(), person: Id.nullable(), endpoint: z.string(), p256dh: z.string(), auth: z.string(), since: Instant }), {
  id: (sub) => sub.device, person: (sub) => sub.person, carry: "never", erase: (sub, who) => (sub.person === who.person || who.devices.includes(sub.device) ? null : sub),
});
export type Sub = z.infer<typeof Sub.schema>;

/** Something that leaves for one reader: a line at once, a day's digest, or a warning. Stands until the quiet hours are over. */
export const Out = row("TELLOUT", () => z.object({
  id: Id, /** The person; a guest's phone. */ who: z.string(), device: z.boolean(), how: z.enum(["own", "digest", "now", "warning"]),
  /** Keys of the lines: "<person or household>#<id>". */
  lines: z.array(z.string()), warning: Id.nullable(), at: Instant, leave: Instant.nullable(), state: z.enum(["waits", "left", "dropped"]),
}), { id: (out) => out.id, due: (out) => (out.leave ? { at: out.leave, clock: "leave" } : null), expires: (out) => kept(out.at), carry: "never", erase: (out, who) => (out.who === who.person || who.devices.includes(out.who) ? null : out) });
export type Out = z.infer<typeof Out.schema>;

const hourText = (hour: number): string => String(hour).padStart(2, "0");
/** A line that waits for somebody's digest, by the hour of theirs: listed once, then gone. */
export const Waiting = row("TELLLINE", () => z.object({ hour: z.number().int(), person: Id, line: z.string() }), { id: (each) => `${hourText(each.hour)}#${each.person}#${each.line}`, erase: (each, who) => (each.person === who.person ? null : each) });
export const underHour = (hour: number, person = ""): string => `${hourText(hour)}#${person === "" ? "" : `${person}#`}`;

/** The village's one clock for digests: which hour comes next, and where a page of it stopped. */
export const Round = row("TELLROUND", () => z.object({ hour: z.number().int(), /** When that hour struck, or will. */ struck: Instant, next: Instant.nullable(), from: z.string().nullable() }), { id: () => "", due: (round) => (round.next ? { at: round.next, clock: "round" } : null) });
export type Round = z.infer<typeof Round.schema>;

/** What one person's digest of one day listed. */
export const Digest = row("TELLDAY", () => z.object({ person: Id, day: Day, at: Instant, lines: z.array(z.string()) }), { id: (digest) => `${digest.person}#${digest.day}`, expires: (digest) => kept(digest.at), erase: (digest, who) => (digest.person === who.person ? null : digest) });

/** How often one sender told one person or household today. Only ever added to. */
export const Told = row("TELLCOUNT", () => z.object({ n: z.number().default(0) }), { id: () => { throw new Error("a count's id is <who>#<day>#<sender>"); }, carry: "never" });

/** One SMS about own matters, or with a digest: its own record. */
export const Sms = row("TELLSMS", () => z.object({ id: Id, household: Id, person: Id.nullable(), purpose: z.enum(["own-matters", "digest"]), lines: z.array(z.string()), language: z.enum(LANGUAGES), at: Instant, ...deliveryFields }), {
  id: (sms) => sms.id, due: (sms) => (sms.again ? { at: sms.again, clock: "again" } : null), expires: (sms) => kept(sms.at),
  erase: (sms, who) => (who.households.includes(sms.household) ? { ...sms, phones: sms.phones.map((phone) => (who.phones.includes(phone) ? "" : phone)) } : sms),
});
export type Sms = z.infer<typeof Sms.schema>;

/** What a cadre says at a household's door. */
export const Door = row("TELLDOOR", () => DoorLine, {
  id: (door) => `${door.household}#${door.id}`, expires: (door) => kept(kept(door.at)),
  erase: (door, who) => ({ ...door, text: Object.fromEntries(Object.entries(door.text).map(([language, text]) => [language, scrub(text, who)])) }),
});
