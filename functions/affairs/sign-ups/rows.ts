import * as z from "zod";
import { STATES } from "../../../shared/affairs/sign-ups/contract.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";
import { totalOf } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
const where = (id: string): string => `affairs/sign-ups/${id}`;

/** One list: "who wants, who has", with everybody on it in the order they came. */
export const SignUp = row("SIGNUP", () => z.object({
  id: Id, title: z.string(), words: z.string(), media: z.array(MediaRef), unit: z.string(), closesAt: Instant.nullable(), limit: z.number().int().nullable(), closesWhenFull: z.boolean(), groups: z.array(z.string()),
  by: Id, name: z.string(), at: Instant,
  /** `person` null: written down for somebody by a helper. */
  lines: z.array(z.object({ id: Id, name: z.string(), person: Id.nullable(), by: Id, helper: z.string().nullable(), count: z.number().int(), note: z.string(), at: Instant })),
  state: z.enum(STATES), history: z.array(Step),
}), {
  id: (list) => list.id,
  find: ({ id, title, words, groups, by, at }) => ({ title, words, where: where(id), by, at, audience: groups.length > 0 ? { groups } : "village" }),
  said: (list, part) => {
    if (part === null) return { words: [list.title, list.words].filter(Boolean).join(" · "), media: list.media, by: list.by, audience: "village" };
    const line = list.lines.find(({ id }) => id === part);
    return line ? { words: `${line.name} ${line.note}`, media: [], by: line.by, audience: "village" } : null;
  },
  // What is for some groups is not shown to all the others.
  shown: ({ id, title, by, at, closesAt, groups, state, lines, limit }) => (groups.length > 0 ? null : {
    kind: "post", title, where: where(id), by, at, until: closesAt, audience: "village", talk: "villagers",
    ...(state === "open" ? { offer: { kind: "sign-up" as const, ...(limit === null ? {} : { note: { zh: `已有${totalOf(lines, limit)}，共${limit}`, en: `${totalOf(lines, limit)} of ${limit}` } }) } } : {}),
  }),
  sheet: ({ id, title, lines, groups, state, at }) => ({
    title, words: [title, ...lines.map((line) => `${line.name} ${line.count} ${line.note}`)], since: at, stands: state === "open" ? "stands" : "over",
    sees: ({ member }) => member !== null && (groups.length === 0 || groups.includes(member.group)), where: where(id),
  }),
  erase: (list, who) => ({
    ...list, title: scrub(list.title, who), words: list.by === who.person ? list.words && ERASED : scrub(list.words, who), name: list.by === who.person ? NO_NAME : list.name, media: list.by === who.person ? [] : list.media,
    lines: list.lines.map((line) => ({ ...line, ...(line.person === who.person || who.names.includes(line.name) ? { name: NO_NAME, note: line.note && ERASED } : { note: scrub(line.note, who) }), helper: line.by === who.person && line.helper ? NO_NAME : line.helper })),
  }),
});
export type SignUp = z.infer<typeof SignUp.schema>;
