import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRef, MediaRefs } from "../../contract/media.ts";
import { Body, text, Title } from "../../contract/text.ts";

export const KINDS = ["plain", "must-read"] as const;
export const STATES = ["draft", "approved", "published", "expired", "withdrawn", "dropped"] as const;
/** How the village means to spread it. The page is always one, and SMS goes out by itself; the others are done by hand with the texts made ready here. */
export const CHANNELS = ["page", "group", "speaker", "paper", "sms"] as const;

/** Whom a notice is for. */
export const Audience = z.discriminatedUnion("to", [
  z.strictObject({ to: z.literal("village") }),
  z.strictObject({ to: z.literal("groups"), groups: z.array(text(20)).min(1).max(60) }),
  z.strictObject({ to: z.literal("households"), households: z.array(Id).min(1).max(100) }),
]);
export type Audience = z.infer<typeof Audience>;

const Line = (max: number) => text(max).refine((value) => !value.includes("\n"), { error: "one-line" });

/** A notice as it is written. A voice counts as text. Left out: the SMS line and the read-aloud text follow from title and text, a plain notice is for the village. */
export const NewNotice = z.strictObject({
  kind: z.enum(KINDS), title: Title,
  /** May be empty where a voice note says it. */
  text: z.union([z.literal(""), Body]).default(""), media: MediaRefs,
  smsText: Line(500).optional(), readAloud: Body.optional(),
  audience: Audience.optional(), until: Instant.optional(),
  channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length).default(["page"]),
}).superRefine((notice, context) => {
  if (notice.text === "" && !notice.media.some(({ kind }) => kind === "voice")) context.addIssue({ code: "custom", path: ["text"], message: "required" });
  if (notice.kind !== "must-read") return;
  if (!notice.audience) context.addIssue({ code: "custom", path: ["audience"], message: "required" });
  if (!notice.until) context.addIssue({ code: "custom", path: ["until"], message: "required" });
});
export type NewNotice = z.infer<typeof NewNotice>;

/** The SMS line and what it costs: `perPhone` and, of it, `extra` for the parts beyond the first, in minor units. */
export const Sms = z.object({ text: z.string(), encoding: z.enum(["GSM-7", "UCS-2"]), parts: z.number().int(), left: z.number().int(), perPhone: z.number(), extra: z.number() });

/** A notice as everybody it is for sees it. Withdrawn: title and reason stay, text and pictures go. */
export const PublicNotice = z.object({
  id: Id, state: z.enum(STATES), kind: z.enum(KINDS), title: z.string(), text: z.string(), readAloud: z.string(), media: z.array(MediaRef), publishedAt: Instant.nullable(), until: Instant.nullable(),
  /** Passed by one person, for lack of others. */
  alone: z.boolean(), /** Two villagers drawn by lot agreed. */ byLot: z.boolean().optional(), reason: z.string().nullable(),
});
/** The same for one household: whether it has said "I know"; null where nobody asks. */
export const MyNotice = PublicNotice.extend({ known: z.boolean().nullable() });
/** A notice as the offices that work on it see it. */
export const OfficeNotice = PublicNotice.extend({
  version: z.number().int(), /** Until when two villagers drawn by lot may answer. */ lotUntil: Instant.nullable().optional(), audience: Audience, channels: z.array(z.enum(CHANNELS)), sms: Sms, smsWritten: z.boolean(), readAloudWritten: z.boolean(), mine: z.boolean(),
  history: z.array(z.object({ to: z.string(), at: Instant, office: z.string().optional() })),
});
