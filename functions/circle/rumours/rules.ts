/** What is asked, without the words every question has, signs and spaces. */
const plain = (words: string): string => words.normalize("NFKC").toLowerCase().replace(/是真的吗|真的吗|是不是|听说|据说|有没有|is it true that|is it true|true|吗|呢/g, "").replace(/[^\p{L}\p{N}]/gu, "");
const pairs = (words: string): Set<string> => {
  const letters = [...plain(words)];
  return new Set(letters.length < 2 ? letters : letters.slice(1).map((each, i) => letters[i]! + each));
};
const ALIKE = 0.6;
/** Figures and dates make two questions different, however alike the rest is. */
const figures = (words: string): string => (words.normalize("NFKC").match(/\d+/g) ?? []).join(" ");

/** Whether two questions ask the same: most pairs of letters in common, and the same figures. @example sameQuestion("水库是不是要塌了？", "听说水库要塌了，真的吗") // true */
export const sameQuestion = (a: string, b: string): boolean => {
  const [one, two] = [pairs(a), pairs(b)];
  if (one.size === 0 || two.size === 0 || figures(a) !== figures(b)) return false;
  const both = [...one].filter((pair) => two.has(pair)).length;
  return both / (one.size + two.size - both) >= ALIKE;
};

/** Whether an answer comes with nothing to show for it: no paper and no picture. */
export const isBare = ({ papers, media }: { readonly papers: readonly unknown[]; readonly media: readonly { readonly kind: string }[] }): boolean => papers.length === 0 && !media.some(({ kind }) => kind === "photo");

const LONGEST_TITLE = 60;
/** One line of what is asked; a spoken question is called by what it is. */
export const titleOf = (words: string): string | { zh: string; en: string } => (words === "" ? { zh: "是不是真的？（听语音）", en: "Is it true? (voice)" } : [...words].slice(0, LONGEST_TITLE).join(""));
