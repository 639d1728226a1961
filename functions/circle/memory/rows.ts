import * as z from "zod";
import { ABOUT, AUDIENCES, KINDS, MEMORY_STATES } from "../../../shared/circle/memory/memory.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";
import { audienceOf, isOpen } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });

export const Memory = row("MEMORY", () => z.object({
  id: Id, state: z.enum(MEMORY_STATES), history: z.array(Step), kind: z.enum(KINDS), title: z.string(), words: z.string(), media: z.array(MediaRef), year: z.number().int().nullable(), about: z.enum(ABOUT),
  /** How the living person it tells of agreed. */
  consent: z.string().nullable(), audience: z.enum(AUDIENCES), brought: z.enum(AUDIENCES), person: Id, name: z.string(), at: Instant,
  parts: z.array(z.object({ id: Id, person: Id, name: z.string(), words: z.string(), media: z.array(MediaRef), at: Instant })),
}), {
  id: (memory) => memory.id, person: (memory) => memory.person,
  find: (memory) => (!isOpen(memory) ? null : {
    title: memory.title, words: memory.words, parts: memory.parts.map(({ id, words, person }) => ({ id, words, by: person })), where: `circle/memory/${memory.id}`, by: memory.person, audience: audienceOf(memory), at: memory.at,
  }),
  said: (memory, part) => {
    if (!isOpen(memory)) return null;
    if (part === null) return { words: [memory.title, memory.words].filter(Boolean).join(" · "), media: memory.media, by: memory.person, audience: audienceOf(memory) };
    const told = memory.parts.find(({ id }) => id === part);
    return told ? { words: told.words, media: told.media, by: told.person, audience: audienceOf(memory) } : null;
  },
  shown: (memory) => (memory.state === "held" ? null : { kind: "post", title: memory.title, where: `circle/memory/${memory.id}`, by: memory.person, at: memory.at, audience: audienceOf(memory), talk: "all", gone: !isOpen(memory) }),
  erase: (memory, who) => ({
    ...memory, words: scrub(memory.words, who), title: scrub(memory.title, who), consent: memory.consent && scrub(memory.consent, who),
    parts: memory.parts.filter(({ person }) => person !== who.person).map((part) => ({ ...part, words: scrub(part.words, who) })),
    ...(memory.person === who.person ? { name: NO_NAME, title: ERASED, words: "", media: [], consent: null } : {}),
  }),
});
export type Memory = z.infer<typeof Memory.schema>;

/** What guests may see, so that their list reads nothing else. */
export const PublicMemory = row("MEMOUT", () => z.object({ memory: Id }), { id: (out) => out.memory });
