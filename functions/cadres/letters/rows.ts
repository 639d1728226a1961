import * as z from "zod";
import { CATEGORIES, LETTER_STATES, PRIVACIES, WALL_STATES } from "../../../shared/cadres/letters/letter.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row, scrub, stableId } from "../../core/implement.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
const Reply = z.object({ id: Id, at: Instant, by: Id, name: z.string(), office: z.string(), words: z.string(), parts: z.array(MediaRef) });

/** An officer a letter is about, kept so that their own file of what names them does not lead them to it. */
export const nameMark = (letter: string, person: string): string => stableId(`${letter}|${person}`);

export const Letter = row("LETTER", () => z.object({
  id: Id,
  /** Stands for the letter in events. */
  mark: Id,
  state: z.enum(LETTER_STATES), history: z.array(Step), number: z.string(), category: z.enum(CATEGORIES), urgent: z.boolean(), privacy: z.enum(PRIVACIES),
  words: z.string(),
  /** Voice and pictures; carried by the row below, under the mark. */
  parts: z.array(MediaRef), more: z.array(z.object({ at: Instant, words: z.string() })),
  /** Null for an anonymous letter: nothing of its writer is kept anywhere. */
  writer: Id.nullable(), from: z.string().nullable(),
  /** Went past the village. */
  above: z.boolean(),
  /** Nobody may learn who wrote it, or the village's own office that it exists: its events carry a mark instead of a person, it travels in no copy. */
  secret: z.boolean(),
  named: z.array(Id), handler: z.object({ person: Id, name: z.string(), office: z.string() }).nullable(),
  sentAt: Instant, answerBy: Instant, answeredAt: Instant.nullable(), replies: z.array(Reply), satisfied: z.number().int().nullable(), wall: z.enum(WALL_STATES).nullable(),
}), {
  id: (letter) => letter.id, person: (letter) => letter.writer,
  carried: (letter) => (letter.above && letter.secret ? null : letter),
  erase: (letter, who) => ({
    ...letter, words: letter.writer === who.person ? ERASED : scrub(letter.words, who), more: letter.writer === who.person ? [] : letter.more.map((each) => ({ ...each, words: scrub(each.words, who) })),
    ...(letter.writer === who.person ? { writer: null, from: NO_NAME, parts: [], wall: letter.wall === null ? null : "withdrawn" as const, history: letter.history.map((step) => (step.by === who.person ? { ...step, by: "writer" } : step)) } : {}),
    handler: letter.handler?.person === who.person ? { ...letter.handler, name: NO_NAME } : letter.handler,
    replies: letter.replies.map((reply) => (reply.by === who.person ? { ...reply, name: NO_NAME } : { ...reply, words: scrub(reply.words, who) })),
  }),
});
export type Letter = z.infer<typeof Letter.schema>;

/** In whose box a letter lies: "secretary", "township", or a person it was handed to. */
export const Box = row("LETTERBOX", () => z.object({ box: z.string(), letter: Id, stays: z.boolean() }), { id: ({ box, letter }) => `${box}#${letter}`, carried: (each) => (each.stays ? null : each) });
export type Box = z.infer<typeof Box.schema>;

/** By number and word a letter is followed without an account. */
export const Ticket = row("LETTERTICKET", () => z.object({ number: z.string(), letter: Id, word: Id, wrong: z.number().int(), lockedUntil: Instant.nullable(), stays: z.boolean() }), {
  id: ({ number }) => number, carried: (ticket) => (ticket.stays ? null : ticket),
});
export type Ticket = z.infer<typeof Ticket.schema>;

/** What was spoken and photographed for a letter, and who may have it besides its maker. */
export const Voice = row("LETTERVOICE", () => z.object({ mark: Id, media: z.array(MediaRef), writer: Id.nullable(), secretary: z.boolean(), township: z.boolean(), handler: Id.nullable(), not: z.array(Id), letter: Id }), {
  id: ({ mark }) => mark, carry: "never",
  hears: (voice, { person, holds }) => person !== null && (voice.writer === person || (!voice.not.includes(nameMark(voice.letter, person))
    && (voice.handler === person || (voice.secretary && holds.includes("office:secretary")) || (voice.township && holds.some((each) => /^(?:township:(?:director|duty-officer)|county:(?:supervisor|director))$/.test(each)))))),
  erase: (voice, who) => (voice.writer === who.person ? null : voice),
});
export type Voice = z.infer<typeof Voice.schema>;

/** An answered letter as everybody reads it, with its writer's consent: when that was given stands with it. */
export const Wall = row("LETTERWALL", () => z.object({
  id: Id, writer: Id, consentedAt: Instant, category: z.enum(CATEGORIES), from: z.string(), words: z.string(), spoken: z.boolean(), sentAt: Instant, days: z.number().int(), replies: z.array(Reply.omit({ parts: true })),
}), {
  id: (wall) => wall.id,
  find: (wall) => ({ title: [...(wall.words || wall.replies.at(-1)?.words || "")].slice(0, 60).join(""), words: [wall.words, ...wall.replies.map((reply) => reply.words)].join(" "), where: `cadres/letters/wall/${wall.id}`, by: wall.writer, audience: "public", at: wall.sentAt }),
  said: (wall, part) => {
    if (part === null) return { words: wall.words, media: [], by: wall.writer, audience: "public" };
    const reply = wall.replies.find((each) => each.id === part);
    return reply ? { words: reply.words, media: [], by: reply.by, audience: "public" } : null;
  },
  erase: (wall, who) => (wall.writer === who.person ? null : { ...wall, words: scrub(wall.words, who), replies: wall.replies.map((reply) => (reply.by === who.person ? { ...reply, name: NO_NAME } : { ...reply, words: scrub(reply.words, who) })) }),
});
export type Wall = z.infer<typeof Wall.schema>;
