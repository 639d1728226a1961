import { isHan, readings } from "./pinyin.ts";

/** One sign of a text: itself, and how it may sound; nothing for what stands between words. */
interface Sign { readonly letter: string; readonly sounds: readonly string[] }
type Signs = readonly (Sign | null)[];

const NOT_SEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const plain = (text: string): string => text.normalize("NFKC").replace(NOT_SEEN, "").toLowerCase();
const signOf = (letter: string): Sign | null => (isHan(letter) ? { letter, sounds: readings(letter) } : /[\p{L}\p{N}]/u.test(letter) ? { letter, sounds: [letter] } : null);
const signsOf = (text: string): Signs => [...text].map(signOf);

/** How a syllable sounds where people do not tell zh from z, l from n, or -ng from -n. */
const loose = (sound: string): string => sound.replace(/^([zcs])h/, "$1").replace(/^l/, "n").replace(/ng$/, "n").replace(/v/g, "u");

/** Whether one letter more, less or other makes one word of two. */
const nearly = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  let end = 0;
  while (end < a.length - same && end < b.length - same && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - same - end <= 1;
};

const some = (a: Sign, b: Sign, alike: (x: string, y: string) => boolean): boolean => a.letter === b.letter || a.sounds.some((x) => b.sounds.some((y) => alike(x, y)));
const sameSound = (a: Sign, b: Sign): boolean => some(a, b, (x, y) => x === y);
const alike = (a: Sign, b: Sign): boolean => some(a, b, (x, y) => loose(x) === loose(y));
const almost = (a: Sign, b: Sign): boolean => some(a, b, (x, y) => x.length > 2 && y.length > 2 && nearly(loose(x), loose(y)));

/** Whether the word stands in the text from this place on, with at most one sign that only almost fits, is another, or is missing or too many. */
const oneOff = (word: readonly Sign[], text: Signs, from: number): boolean => {
  let at = 0;
  while (at < word.length && text[from + at] && alike(word[at]!, text[from + at]!)) at++;
  const rest = (wordFrom: number, textFrom: number): boolean => word.slice(wordFrom).every((sign, i) => { const there = text[textFrom + i]; return there ? alike(sign, there) : false; });
  if (at === word.length) return true;
  const there = text[from + at];
  if (there && almost(word[at]!, there) && rest(at + 1, from + at + 1)) return true;
  return word.length >= 3 && at > 0 && (rest(at + 1, from + at + 1) || rest(at + 1, from + at) || rest(at, from + at + 1));
};

/** Whether letters spell the signs from this place on: whole syllables, or their beginnings ("tongzhi", "tz", "tzhi", "tongz"). */
const spells = (letters: string, text: Signs, from: number, whole: boolean): boolean => {
  if (letters === "") return true;
  const sign = text[from];
  if (!sign) return false;
  return sign.sounds.some((sound) => {
    if (letters.startsWith(sound) && spells(letters.slice(sound.length), text, from + 1, whole)) return true;
    if (whole) return false;
    if (sound.startsWith(letters)) return true;
    return [sound.slice(0, 1), /^[zcs]h/.test(sound) ? sound.slice(0, 2) : ""].some((start) => start !== "" && letters.startsWith(start) && spells(letters.slice(start.length), text, from + 1, false));
  });
};
const LONGEST = 6;
/** Whether letters sound like some signs from this place on, with one letter wrong. */
const soundsLike = (letters: string, text: Signs, from: number): boolean => {
  let said = "";
  for (let i = from; i < from + LONGEST && text[i]; i++) {
    said += loose(text[i]!.sounds[0] ?? "");
    if (said.length > letters.length + 1) return false;
    if (said.length >= letters.length - 1 && nearly(said, letters)) return true;
  }
  return false;
};

export interface Sought { readonly words: readonly { readonly text: string; readonly signs: readonly Sign[]; readonly letters: string | null; readonly loosely: string }[] }
const MOST_WORDS = 6;

/** What somebody wrote into the box, taken apart once for all the texts it is held against. Null where nothing is left of it. */
export const soughtFor = (query: string): Sought | null => {
  const words = plain(query).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "").slice(0, MOST_WORDS);
  if (words.length === 0) return null;
  return { words: words.map((text) => ({
    text, signs: signsOf(text).filter((sign) => sign !== null), letters: /^[a-züv]{2,}$/.test(text) ? text.replace(/[üv]/g, "u") : null,
    loosely: text.replace(/([zcs])h/g, "$1").replace(/ng/g, "n").replace(/l/g, "n").replace(/[üv]/g, "u"),
  })) };
};

/** A text made ready to be searched. */
export interface Searched { readonly text: string; readonly signs: Signs; readonly words: readonly string[] }
export const searched = (text: string): Searched => {
  const whole = plain(text);
  return { text: whole, signs: signsOf(whole), words: whole.match(/[a-z]{4,}/g) ?? [] };
};

const fitOf = ({ text, signs, letters, loosely }: Sought["words"][number], against: Searched): number => {
  if (against.text.includes(text)) return 100;
  const places = against.signs.flatMap((sign, at) => (sign && isHan(sign.letter) ? [at] : []));
  if (letters !== null) {
    if (places.some((at) => spells(letters, against.signs, at, true))) return 80;
    if (places.some((at) => spells(letters, against.signs, at, false))) return 60;
    if (letters.length >= 4 && against.words.some((word) => nearly(word, letters))) return 40;
    return letters.length >= 5 && places.some((at) => soundsLike(loosely, against.signs, at)) ? 30 : 0;
  }
  if (signs.filter((sign) => isHan(sign.letter)).length < 2) return 0;
  const stands = (is: (a: Sign, b: Sign) => boolean) => (at: number): boolean => signs.every((sign, i) => { const there = against.signs[at + i]; return there ? is(sign, there) : false; });
  if (places.some(stands(sameSound))) return 70;
  if (places.some(stands(alike))) return 50;
  return places.some((at) => oneOff(signs, against.signs, at)) ? 30 : 0;
};

/**
 * How well a title and further words fit what is sought; 0: not at all. Every word must be found somewhere; as it is written counts most, then
 * by its sound, its first letters, with one sign wrong.
 * @example fits(soughtFor("tz")!, searched("停水通知")) // > 0
 */
export const fits = (sought: Sought, title: Searched, more?: Searched): number => {
  let sum = 0;
  for (const word of sought.words) {
    const best = Math.max(2 * fitOf(word, title), more ? fitOf(word, more) : 0);
    if (best === 0) return 0;
    sum += best;
  }
  return sum / sought.words.length;
};
