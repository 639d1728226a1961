import type { Audience } from "../../../shared/affairs/notices/notice.ts";
import { countSms, type SmsCount } from "../../../shared/contract/sms-parts.ts";

export type Second = "nobody" | "one other";
type Offices = Readonly<Record<string, readonly string[]>>;

/** Whether someone besides the writer must say yes: setting 4 of the list of functions. */
export const secondFor = (notice: { readonly kind: string; readonly channels: readonly string[] }, settings: { readonly secondPlain: Second; readonly secondMustRead: Second }): Second =>
  notice.kind === "must-read" || notice.channels.includes("sms") ? settings.secondMustRead : settings.secondPlain;

export type Verdict = "passes" | "passes-alone" | "own-draft" | "secretary-approves";
/**
 * Whether this person's yes lets a notice pass. The secretary approves what the committee wrote; what the secretary wrote another secretary
 * or a committee member approves, else the township's director. Where none of these posts is filled it passes by the writer alone, marked.
 */
export const verdict = (second: Second, writer: string, approver: string, village: Offices, townshipDirectors: readonly string[]): Verdict => {
  if (second === "nobody") return "passes";
  const others = (people: readonly string[] | undefined): readonly string[] => (people ?? []).filter((person) => person !== writer);
  const called = [others(village["secretary"]), others(village["committee"]), others(townshipDirectors)].find((people) => people.length > 0);
  if (!called) return approver === writer ? "passes-alone" : "passes";
  if (called.includes(approver)) return "passes";
  return approver === writer ? "own-draft" : "secretary-approves";
};

/** Whether a notice is for this house. */
export const isFor = (audience: Audience, house: { readonly household: string | null; readonly group: string }): boolean =>
  audience.to === "village" || (audience.to === "groups" ? audience.groups.includes(house.group) : house.household !== null && audience.households.includes(house.household));

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const joined = (title: string, text: string): string => text === "" ? title : (isChinese(title + text) ? `${title}：${text}` : `${title}: ${text}`);

/** Title and text as one line of one SMS: cut, with an ellipsis, where a second part would begin. */
export const smsLineOf = (title: string, text: string): string => {
  const whole = joined(title, text).replace(/\s+/g, " ").trim();
  if (countSms(whole).parts === 1) return whole;
  const dots = isChinese(whole) ? "…" : "...";
  const letters = [...whole];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (countSms(letters.slice(0, middle).join("") + dots).parts === 1) low = middle; else high = middle - 1;
  }
  return letters.slice(0, low).join("") + dots;
};
/** What the speaker says: title, a stop, the text. */
export const readAloudOf = (title: string, text: string): string => text === "" ? title : (isChinese(title + text) ? `${title}。${text}` : `${title}. ${text}`);

/** The line with its parts and what they cost, in minor units a phone; `extra` is what stands beyond the first part. */
export const smsWithCost = (text: string, partPrice: number): SmsCount & { text: string; perPhone: number; extra: number } => {
  const counted = countSms(text);
  return { text, ...counted, perPhone: counted.parts * partPrice, extra: (counted.parts - 1) * partPrice };
};

/** Whether an office may say for this house that it knows: a group's leader only for the own group. */
export const maySpeakFor = (holds: readonly string[], ownGroup: string | undefined, group: string): boolean =>
  holds.some((each) => each === "office:secretary" || each === "office:committee" || each === "office:grid-worker") || (holds.includes("office:group-leader") && ownGroup === group);
