import { HELD_FOR } from "../../../shared/circle/guestbook/greeting.ts";

type HeldFor = (typeof HELD_FOR)[number];

/** One way to write each letter: full-width forms become plain, spaces and signs nobody sees between letters go. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, "").toLowerCase();

const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/|\bwww\s*\.|[a-z0-9-]{2,}\s*(?:\.|。|点|\[\.\]|\(\.\)|\bdot\b)\s*(?:com|cn|net|org|top|xyz|vip|cc|me|io|app|shop|site|info|link|icu|tv|co|ly|online|store|club|html?)(?![a-z0-9])|[\w.+-]+@[\w-]+\.[a-z]{2,}/;
/** Days and clock times are what guests write most; they are no phone numbers. */
const DATES = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{1,2}:\d{2}(?:\s*[-~到]\s*\d{1,2}:\d{2})?/g;
const FIGURES = /[\d零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[\s\-–—.,，、_*()+]*[\d零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){6,}/;
const ACCOUNT = /(?:微信|薇信|威信|v\s*信|wechat|weixin|whatsapp|telegram|\bvx\b|\bwx\b|\bqq\b|扣扣)\s*(?:号|id|群)?\s*[:=是加]?\s*[a-z0-9_-]{5,}/;

/** What in a text leads out of the village's page: a link or address; a phone number or an account, however it is written. */
export const leadsAway = (text: string): HeldFor[] => {
  const letters = plain(text);
  const link = ADDRESS.test(letters);
  const number = FIGURES.test(letters.replace(DATES, " ; ")) || ACCOUNT.test(letters);
  return [...(link ? (["link"] as const) : []), ...(number ? (["number"] as const) : [])];
};

/** Whether words lead away from the page: a guest's wait for a look, a villager's answer is refused. */
export const isHeld = (words: string): boolean => leadsAway(words).length > 0;

/** Why a greeting is held, all its words looked at together and one by one; empty: it is shown at once. */
export const heldFor = (greeting: { readonly name: string; readonly hometown: string; readonly words: string }, habit: "at once" | "after a look"): HeldFor[] => {
  const all = [greeting.name, greeting.hometown, greeting.words];
  const found = new Set([...all.flatMap(leadsAway), ...leadsAway(all.join(" "))]);
  return [...HELD_FOR.filter((each) => found.has(each)), ...(found.size === 0 && habit === "after a look" ? (["habit"] as const) : [])];
};

/** Whole minutes between a greeting and an answer. */
export const minutesBetween = (from: string, to: string): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));

/** Whether everybody may read it. */
export const isShown = (greeting: { readonly state: string }): boolean => greeting.state === "shown" || greeting.state === "answered";
