import * as z from "zod";
import { HOW, LEVELS, LogLine, RULES, STATES } from "../../../shared/circle/moderation/case.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { ERASED, Lot, row, scrub, type Erasing } from "../../core/implement.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
const Vote = z.object({ person: Id, verdict: z.enum(["keep", "remove"]), rule: z.enum(RULES).nullable(), reason: z.string().nullable(), at: Instant });
export type Vote = z.infer<typeof Vote>;
const gone = (key: string, { devices }: Erasing): string => (devices.includes(key) ? "erased" : key);

/** Words that were reported: who judges them now, and how it ended. Never the words themselves, they stand where they were said. */
export const Case = row("MODCASE", () => z.object({
  id: Id, state: z.enum(STATES), history: z.array(Step), feature: z.string(), thing: Id, part: Id.nullable(), at: Instant,
  /** What the words were when they were reported, as a hash: others that come to stand there are not judged yet. */
  mark: z.string(),
  /** The person, or a visitor's device. */
  author: z.string(),
  named: z.array(Id), officeNamed: z.boolean(),
  reports: z.number().int(), houses: z.array(Id), visitors: z.number().int(), reporters: z.array(z.string()), grounds: z.record(z.string(), z.number().int()),
  hidden: z.boolean(),
  by: z.enum(LEVELS), seats: z.number().int(), votes: z.array(Vote), lot: Lot.nullable(),
  verdict: z.enum(["keep", "remove"]).nullable(), rule: z.enum(RULES).nullable(), reason: z.string().nullable(), how: z.enum(HOW).nullable(),
  appeal: z.object({ from: z.enum(["writer", "reporter"]), reason: z.string(), at: Instant }).nullable(),
  until: Instant.nullable(),
}), {
  id: (matter) => matter.id, person: (matter) => matter.author,
  carried: (matter) => ({ ...matter, reporters: [], author: Id.safeParse(matter.author).success ? matter.author : "elsewhere" }),
  erase: (matter, who) => ({
    ...matter, author: gone(matter.author, who), reporters: matter.reporters.map((key) => gone(key, who)), reason: matter.reason && scrub(matter.reason, who),
    votes: matter.votes.map((vote) => ({ ...vote, reason: vote.reason && (vote.person === who.person ? ERASED : scrub(vote.reason, who)) })),
    appeal: matter.appeal && { ...matter.appeal, reason: matter.author === who.person || who.devices.includes(matter.author) ? ERASED : scrub(matter.appeal.reason, who) },
  }),
});
export type Case = z.infer<typeof Case.schema>;

/** One report: who made it is known to nobody but them. */
export const Report = row("MODREPORT", () => z.object({ case: Id, by: z.string(), visitor: z.boolean(), household: Id.nullable(), rule: z.enum(RULES), note: z.string(), at: Instant }), {
  id: (report) => `${report.case}#${report.by}`, person: (report) => report.by, carried: (report) => (report.visitor ? null : report),
  erase: (report, who) => (report.by === who.person || who.devices.includes(report.by) ? null : { ...report, note: scrub(report.note, who) }),
});
export type Report = z.infer<typeof Report.schema>;

const Standing = z.object({ case: Id, is: z.enum(["open", "hidden", "kept", "removed"]), mark: z.string() });
export type Standing = z.infer<typeof Standing>;
/** How a thing and its parts stand, in one row: a list of things costs one read. */
export const Mark = row("MODMARK", () => z.object({ feature: z.string(), thing: Id, whole: Standing.nullable(), parts: z.record(z.string(), Standing) }), { id: (mark) => `${mark.feature}#${mark.thing}` });
export type Mark = z.infer<typeof Mark.schema>;

/** The public log. */
export const Logged = row("MODLOG", () => LogLine, { id: (line) => line.id, erase: (line, who) => ({ ...line, reason: line.reason && scrub(line.reason, who) }) });

/** A case that waits for the word of somebody drawn. */
export const Drawn = row("MODLOT", () => z.object({ person: Id, case: Id, until: Instant }), { id: (drawn) => `${drawn.person}#${drawn.case}` });
