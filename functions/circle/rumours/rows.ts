import * as z from "zod";
import { Paper, RUMOUR_STATES } from "../../../shared/circle/rumours/rumour.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRefs } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row } from "../../core/implement.ts";
import { titleOf } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
const Answer = z.object({ person: z.string(), name: z.string(), office: z.string(), words: z.string(), media: MediaRefs, papers: z.array(Paper), at: Instant, bare: z.boolean() });

/** "Is it true that …?", with everybody who asked it and what was answered. */
export const Rumour = row("RUMOUR", () => z.object({
  id: Id, state: z.enum(RUMOUR_STATES), history: z.array(Step), words: z.string(), media: MediaRefs, person: z.string(), at: Instant,
  askers: z.array(z.string()), verifier: z.object({ person: z.string(), name: z.string(), office: z.string() }).nullable(), answer: Answer.nullable(),
}), {
  id: (rumour) => rumour.id, person: (rumour) => rumour.person,
  find: (rumour) => ({
    title: titleOf(rumour.words), words: rumour.words, parts: rumour.answer ? [{ id: "answer", words: rumour.answer.words, by: rumour.answer.person }] : [], where: `circle/rumours/${rumour.id}`, by: rumour.person, audience: "public", at: rumour.at,
  }),
  said: (rumour, part) => {
    if (part === null) return { words: rumour.words, media: rumour.media, by: rumour.person, audience: "public" };
    return part === "answer" && rumour.answer ? { words: rumour.answer.words, media: rumour.answer.media, by: rumour.answer.person, audience: "public" } : null;
  },
  // A rumour is no news; its answer is.
  shown: (rumour) => (rumour.answer ? { kind: "disclosure", title: titleOf(rumour.words), where: `circle/rumours/${rumour.id}`, by: rumour.answer.person, at: rumour.answer.at, audience: "public", talk: "villagers" } : null),
  sheet: (rumour) => (rumour.state === "pinned" && rumour.answer ? { title: titleOf(rumour.words), words: [rumour.words, rumour.answer.words, ...rumour.answer.papers.map(({ title }) => title)], since: rumour.answer.at, stands: "stands", sees: () => true, where: `circle/rumours/${rumour.id}` } : null),
  erase: (rumour, who) => ({
    ...rumour, ...(rumour.person === who.person ? { words: ERASED, media: [], person: "erased" } : {}), askers: rumour.askers.filter((each) => each !== who.person),
    verifier: rumour.verifier?.person === who.person ? { ...rumour.verifier, name: NO_NAME } : rumour.verifier, answer: rumour.answer?.person === who.person ? { ...rumour.answer, name: NO_NAME } : rumour.answer,
  }),
});
export type Rumour = z.infer<typeof Rumour.schema>;
