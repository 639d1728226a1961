/** The calendar day of the region. @example dayIn("Asia/Shanghai", new Date("2026-05-01T17:00:00Z")) // "2026-05-02" */
export const dayIn = (zone: string, now: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
/** Whether an entry tells of a day that has not come. */
export const isToCome = (day: string, today: string): boolean => day > today;
/** Whether it was written after the day it tells of: then it carries the mark 补记. */
export const isLate = (day: string, today: string): boolean => day < today;

interface Said { readonly title: string; readonly words: string }
const FIRST = 40;
/** One line for an entry: its title, or how it begins; null where only a recording says it. */
export const lineOf = ({ title, words }: Said): string | null => {
  if (title) return title;
  const begins = [...words.replace(/\s+/g, " ").trim()];
  return begins.length === 0 ? null : begins.length > FIRST ? `${begins.slice(0, FIRST - 1).join("")}…` : begins.join("");
};
/** As it is read out: title, a stop, the words. */
export const readAloudOf = ({ title, words }: Said): string => [title, words].filter(Boolean).join(/\p{Script=Han}/u.test(title + words) ? "。" : ". ");
/** Whether everybody may read that it was there: drafts are their writer's alone. */
export const wasPublished = (entry: { readonly publishedAt: string | null }): boolean => entry.publishedAt !== null;
