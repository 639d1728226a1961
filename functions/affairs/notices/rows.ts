import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { Audience, CHANNELS, KINDS, STATES } from "../../../shared/affairs/notices/notice.ts";
import { row } from "../../core/implement.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() });

export const Notice = row("NOTICE", z.object({
  id: Id, state: z.enum(STATES), history: z.array(Step), kind: z.enum(KINDS), title: z.string(), text: z.string(), smsText: z.string().nullable(), readAloud: z.string().nullable(),
  audience: Audience, channels: z.array(z.enum(CHANNELS)), until: Instant.nullable(),
  /** Who changed it last: the one whose word does not count as a second person's. */
  writer: z.string(), alone: z.boolean(), reason: z.string().nullable(), publishedAt: Instant.nullable(),
  /** Its place on a shelf, in the order of publishing, while it stands there. */
  key: Id.nullable(),
  /** What one SMS part cost when it was written, in minor units. */
  partPrice: z.number(),
}), { id: (notice) => notice.id });
export type Notice = z.infer<typeof Notice.schema>;

/**
 * Where a notice stands, so that no list reads what it does not show: `todo` waits for approval or publishing, `now` is public, `some` is for
 * groups or houses, `past` was public.
 */
export const Noted = row("NOTED", z.object({ shelf: z.enum(["todo", "now", "some", "past"]), key: Id, notice: Id, audience: Audience, mustRead: z.boolean() }), { id: (noted) => `${noted.shelf}#${noted.key}` });
export type Noted = z.infer<typeof Noted.schema>;

/** One household's "I know". */
export const Know = row("KNOW", z.object({ notice: Id, household: Id, at: Instant, by: z.string(), byOffice: z.boolean() }), { id: (know) => `${know.notice}#${know.household}` });

/** How many households know, and how many a notice for groups is for. Only ever added to. */
export const KnownCount = row("KNOWN", z.object({ known: z.number().default(0), of: z.number().default(0) }), { id: () => { throw new Error("a count's id is its notice"); } });
