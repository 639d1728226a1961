import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { Audience, CHANNELS, KINDS, STATES } from "../../../shared/affairs/notices/notice.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { deliveryFields, Lot, row } from "../../core/implement.ts";
import { isFor } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() });

export const Notice = row("NOTICE", () => z.object({
  id: Id, state: z.enum(STATES), history: z.array(Step), kind: z.enum(KINDS), title: z.string(), text: z.string(), smsText: z.string().nullable(), readAloud: z.string().nullable(), media: z.array(MediaRef).default([]),
  audience: Audience, channels: z.array(z.enum(CHANNELS)), until: Instant.nullable(),
  /** Who changed it last: the one whose word does not count as a second person's. */
  writer: z.string(), alone: z.boolean(), reason: z.string().nullable(), publishedAt: Instant.nullable(),
  /** Its place on a shelf, in the order of publishing, while it stands there. */
  key: Id.nullable(),
  /** Villagers drawn in the place of a second person; kept while they are asked, and that they agreed. */
  lot: Lot.nullable().default(null), byLot: z.boolean().default(false),
  /** What one SMS part cost when it was written, in minor units. */
  partPrice: z.number(),
}), {
  id: (notice) => notice.id,
  find: ({ id, state, title, text, audience, publishedAt, until }) => (state !== "published" || publishedAt === null ? null : {
    title, words: text, where: `affairs/notices/${id}`, at: publishedAt, until, audience: audience.to === "village" ? "public" : audience.to === "groups" ? { groups: audience.groups } : { households: audience.households },
  }),
  // A draft is not for the wall. What was withdrawn keeps its words here, so that an old sheet is known.
  sheet: ({ id, title, text, media, until, publishedAt, state, audience }) => (publishedAt === null ? null : {
    title, words: [title, text, ...media.map((each) => each.id), until ?? ""], since: publishedAt,
    stands: state === "withdrawn" ? "withdrawn" : state === "expired" ? "over" : "stands",
    sees: ({ member, holds }) => audience.to === "village" || holds.some((each) => ["office:secretary", "office:committee", "township:director"].includes(each)) || (member !== null && isFor(audience, member)),
    where: `affairs/notices/${id}`,
  }),
  // So that it can be talked about; only what is for the whole village, which guests read too.
  shown: ({ id, title, writer, audience, publishedAt, until, state }) => (publishedAt === null || audience.to !== "village" ? null : {
    kind: "notice", title, where: `affairs/notices/${id}`, by: writer, at: publishedAt, until, audience: "public", talk: "all", gone: state === "withdrawn",
  }),
});
export type Notice = z.infer<typeof Notice.schema>;

/**
 * Where a notice stands, so that no list reads what it does not show: `waiting` until approved and published, `now` is public, `some` is for
 * groups or houses, `past` was public.
 */
export const Noted = row("NOTED", () => z.object({ shelf: z.enum(["waiting", "now", "some", "past"]), key: Id, notice: Id, audience: Audience, mustRead: z.boolean() }), { id: (noted) => `${noted.shelf}#${noted.key}` });
export type Noted = z.infer<typeof Noted.schema>;

/** A draft that waits for the word of somebody drawn. */
export const Drawn = row("NOTELOT", () => z.object({ person: Id, notice: Id, until: Instant }), { id: (drawn) => `${drawn.person}#${drawn.notice}` });

/** One household's "I know". */
export const Know = row("KNOW", () => z.object({ notice: Id, household: Id, at: Instant, by: z.string(), byOffice: z.boolean(), /** Heard to the end where it was read aloud. */ heard: z.boolean().default(false) }), { id: (know) => `${know.notice}#${know.household}` });

/** How many households know, and how many a notice for groups is for. Only ever added to. */
export const KnownCount = row("KNOWN", () => z.object({ known: z.number().default(0), of: z.number().default(0) }), { id: () => { throw new Error("a count's id is its notice"); } });

const KEEP = 180 * 86_400_000;
/** One house's SMS of a notice: its own record, whatever becomes of it. */
export const NoteSms = row("NOTESMS", () => z.object({ notice: Id, household: Id, at: Instant, ...deliveryFields }), {
  id: (sms) => `${sms.notice}#${sms.household}`, due: (sms) => (sms.again ? { at: sms.again, clock: "sms" } : null), expires: (sms) => new Date(Date.parse(sms.at) + KEEP).toISOString(),
  erase: (sms, who) => (who.households.includes(sms.household) ? { ...sms, phones: sms.phones.map((phone) => (who.phones.includes(phone) ? "" : phone)) } : sms),
});
export type NoteSms = z.infer<typeof NoteSms.schema>;

/** A day's notices by SMS of one writer, or everybody's parts. Only ever added to. */
export const NoteDay = row("NOTEDAY", () => z.object({ notices: z.number().default(0), parts: z.number().default(0) }), { id: () => { throw new Error("a count's id is <day> or <day>#<writer>"); }, carry: "never" });

/** What became of a notice's messages. Only ever added to. */
export const NoteTally = row("NOTETALLY", () => z.object({ planned: z.number().default(0), parts: z.number().default(0), sent: z.number().default(0), failed: z.number().default(0), unreached: z.number().default(0), joined: z.number().default(0) }), { id: () => { throw new Error("a tally's id is its notice"); } });
