import * as z from "zod";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";
/** The first two figures: provinces, regions and cities of GB/T 2260, and the permits of 81, 82 and 83. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const HAN = "〇一二三四五六七八九";
const NOT_SEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** One way to write figures: full-width and Chinese ones become plain, signs nobody sees go. */
const figures = (text: string): string =>
  text.normalize("NFKC").replace(NOT_SEEN, "").replace(/零/g, "0").replace(/[〇一二三四五六七八九]/g, (each) => String(HAN.indexOf(each)));
const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1850 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
const bornOn = (eight: string): boolean => isDay(Number(eight.slice(0, 4)), Number(eight.slice(4, 6)), Number(eight.slice(6)));

const isLong = (number: string): boolean =>
  PROVINCES.test(number) && bornOn(number.slice(6, 14))
  && CHECKS[WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0) % 11] === number[17]?.toUpperCase();
/** The older form, without century and check digit: it counts only where it stands alone. */
const isShort = (number: string): boolean => PROVINCES.test(number) && bornOn(`19${number.slice(6, 12)}`);

/**
 * Whether a text holds a full mainland identity number: 18 figures with a birthday and a right check digit (GB 11643-1999), or the 15 of
 * before; however they are spaced or written. Such a number is stopped in every text: see SECURITY.md of this project.
 */
export const holdsIdentityNumber = (text: string): boolean => {
  const plain = figures(text);
  const long = [...plain.replace(/[\s\-–—.·_,，、]/g, "").matchAll(/(?=(\d{17}[\dXx]))/g)].map((found) => found[1]!);
  const short = [...plain.matchAll(/(?<!\d)(\d{6})[\s-]?(\d{6})[\s-]?(\d{3})(?![\dXx])/g)].map((found) => found.slice(1).join(""));
  return long.some(isLong) || short.some(isShort);
};

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

// The same for every text there is: made once, for a fresh process makes a hundred texts before it answers.
const [WRITTEN, TRIMMED] = [z.string(), z.trim()];
const WITHOUT_CONTROL = z.refine<string>((value) => !CONTROL.test(value), { error: "control-characters" });
const WITHOUT_IDENTITY = z.refine<string>((value) => !holdsIdentityNumber(value), { error: "identity-number" });
/** What people write: trimmed, without control or direction-changing characters, without identity numbers. Text is data, never markup. */
export const text = (max: number, min = 1) => WRITTEN.check(TRIMMED, z.minLength(min), z.maxLength(max), WITHOUT_CONTROL, WITHOUT_IDENTITY);
/** A title: at most 60 characters. */
export const Title = text(60);
/** A body text: at most 2,000 characters. */
export const Body = text(2000);
/** A person's or thing's name: at most 40 characters. */
export const Name = text(40);

/** The first and last letter of a name stay. @example maskName("张小三") // "张*三" */
export const maskName = (name: string): string => {
  const letters = [...name];
  if (letters.length <= 1) return name;
  return letters.length === 2 ? `${letters[0]}*` : `${letters[0]}${"*".repeat(letters.length - 2)}${letters.at(-1)}`;
};
/** @example maskPhone("+8613812348000") // "138****8000" */
export const maskPhone = (e164: string): string => {
  const national = e164.replace(/^\+(86)?/, "");
  return `${national.slice(0, 3)}****${national.slice(-4)}`;
};
