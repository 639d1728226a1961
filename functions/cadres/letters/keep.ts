import { maskName } from "../../../shared/contract/text.ts";
import { put, remove, type Telling, type Write } from "../../core/implement.ts";
import { nameMark, Voice, Wall, type Letter } from "./rows.ts";
import { daysTaken, maskedWords } from "./rules.ts";

/** What stands in an event for a writer who must not be known. */
export const unnamed = (letter: Pick<Letter, "mark">): string => `unnamed-${letter.mark}`;
/** For an event of what its writer does. */
export const asWriter = (letter: Letter): { as: string } | Record<never, never> => (letter.secret ? { as: unnamed(letter) } : {});

/** The letter's voices and pictures with who may have them now; nothing where there are none. */
export const voices = (letter: Letter): Write[] => {
  const media = [...letter.parts, ...letter.replies.flatMap((reply) => reply.parts)];
  if (media.length === 0) return [];
  const township = letter.above || letter.history.some(({ to }) => to === "escalated");
  return [put(Voice, { mark: letter.mark, media, writer: letter.writer, secretary: !letter.above, township, handler: letter.handler?.person ?? null, not: letter.named, letter: letter.id }, "over")];
};
export { nameMark };

/** The letter's place on the wall: there while its writer gave it and it is answered. @param words without the names somebody took out by hand */
export const wallOf = (letter: Letter, words = maskedWords(letter.words, letter.from ?? "")): Write[] => {
  if (letter.wall === "withdrawn") return [remove(Wall, letter.id)];
  if (letter.wall !== "published" || letter.writer === null || letter.answeredAt === null) return [];
  return [put(Wall, {
    id: letter.id, writer: letter.writer, consentedAt: letter.sentAt, category: letter.category, from: maskName(letter.from ?? ""), words, spoken: letter.words === "" && letter.parts.length > 0,
    sentAt: letter.sentAt, days: daysTaken(letter.sentAt, letter.answeredAt), replies: letter.replies.map(({ parts: _, ...reply }) => reply),
  }, "over")];
};

/** The writer is told; of what the village must not know, without a way to it and in no copy. */
export const tellWriter = (letter: Letter, key: "answered"): Telling[] =>
  letter.writer === null ? [] : [{ person: letter.writer, key, ...(letter.secret ? { where: "cadres/letters", stays: true as const } : { where: `cadres/letters/${letter.id}` }) }];
