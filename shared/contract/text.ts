import * as z from "zod";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/**
 * Whether a text holds a full mainland identity number (18 figures with a right check digit, GB 11643-1999).
 * Such a number is stopped in every text: see SECURITY.md of this project.
 */
export const holdsIdentityNumber = (text: string): boolean =>
  (text.replace(/[\s-]/g, "").match(/\d{17}[\dXx]/g) ?? []).some((number) => {
    const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
    return CHECKS[sum % 11] === number[17]?.toUpperCase();
  });

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

/** What people write: trimmed, without control or direction-changing characters, without identity numbers. Text is data, never markup. */
export const text = (max: number, min = 1) =>
  z.string().trim().min(min).max(max)
    .refine((value) => !CONTROL.test(value), { error: "control-characters" })
    .refine((value) => !holdsIdentityNumber(value), { error: "identity-number" });
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
