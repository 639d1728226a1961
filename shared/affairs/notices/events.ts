import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const notice = z.object({ notice: Id });

/** Written or changed. */
export const Drafted = event(notice);
/** `alone`: by one person, for lack of others. */
export const Approved = event(z.object({ notice: Id, alone: z.boolean() }), { public: true });
export const SentBack = event(notice);
export const Published = event(z.object({ notice: Id, to: z.enum(["village", "groups", "households"]), mustRead: z.boolean(), alone: z.boolean(), byLot: z.boolean().optional() }), { public: true, act: "published" });
export const Withdrawn = event(notice, { public: true });
export const Expired = event(notice);
/** A draft that was never published. */
export const Dropped = event(notice);
/** Two villagers were drawn in the place of a second person nobody can be; link and seed let anybody draw again. */
export const LotDrawn = event(z.object({ notice: Id, link: z.number().int(), seed: z.string(), drawn: z.array(Id) }), { public: true });
/** One of them answered. */
export const LotAnswered = event(z.object({ notice: Id, answer: z.enum(["agree", "against", "not-me"]) }));
/** A household said "I know", by itself or through an office. */
export const Known = event(z.object({ notice: Id, household: Id }), { act: "known" });
/** It also goes out by SMS. */
export const SmsWanted = event(notice);
/** The houses are looked through: how many messages, in how many parts; whether it was joined into the digest instead. */
export const SmsPlanned = event(z.object({ notice: Id, messages: z.number().int(), parts: z.number().int(), joined: z.boolean() }));
