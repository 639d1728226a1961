interface Said { readonly words: string; readonly media: readonly { readonly kind: "photo" | "voice" }[] }
const FIRST = 60;
const [SPOKEN, PICTURES] = [{ zh: "说了一段话", en: "Said something aloud" }, { zh: "发了照片", en: "Posted pictures" }];

/** One line for a post: how it begins, else what it is. */
export const lineOf = ({ words, media }: Said): string | { zh: string; en: string } => {
  const letters = [...words.replace(/\s+/g, " ").trim()];
  if (letters.length === 0) return media.some(({ kind }) => kind === "voice") ? SPOKEN : PICTURES;
  return letters.length > FIRST ? `${letters.slice(0, FIRST - 1).join("")}…` : letters.join("");
};
/** Whether it still stands. */
export const isUp = ({ state }: { readonly state: string }): boolean => state !== "removed";

interface Reader { readonly person: string | null; readonly member: object | null; readonly holds: readonly string[] }
interface Posted { readonly state: string; readonly audience: "village" | "public"; readonly person: string }
const KEEPERS = ["office:secretary", "office:director", "office:committee", "township:director"];
/** Its audience, while it stands; its writer and the offices also afterwards. */
export const sees = (post: Posted, { person, member, holds }: Reader): boolean =>
  (isUp(post) && (post.audience === "public" || member !== null)) || (person !== null && post.person === person) || holds.some((each) => KEEPERS.includes(each));
