import { dayAfter } from "../../../shared/contract/days.ts";

export interface Stay { readonly id: string; readonly from: string; readonly until: string | null; readonly where: string }

const ends = (stay: Pick<Stay, "until">, day: string): boolean => stay.until !== null && stay.until < day;
/** The stay of that day, if there is one. */
export const stayOn = <T extends Stay>(stays: readonly T[], day: string): T | undefined => stays.find((stay) => stay.from <= day && !ends(stay, day));

/** Adds what was said last: earlier stays give way where they overlap, before it and behind it. Those over for a quarter go. */
export const withStay = (stays: readonly Stay[], latest: Stay, today: string): Stay[] => {
  const others = stays.flatMap((stay): Stay[] => {
    const before = stay.from < latest.from ? [{ ...stay, until: ends(stay, latest.from) ? stay.until : dayAfter(latest.from, -1) }] : [];
    const after = before.length === 0 && latest.until !== null && !ends(stay, dayAfter(latest.until)) ? [{ ...stay, from: stay.from > latest.until ? stay.from : dayAfter(latest.until) }] : [];
    return [...before, ...after];
  });
  return [...others, latest].filter((stay) => !ends(stay, dayAfter(today, -90))).sort((a, b) => (a.from < b.from ? -1 : 1));
};

/** Home again: the stay of that day ends with the day before; one that began that day is none. */
export const homeFrom = (stays: readonly Stay[], day: string): Stay[] =>
  stays.flatMap((stay) => (stay.from >= day ? (stay.from === day ? [] : [stay]) : ends(stay, day) ? [stay] : [{ ...stay, until: dayAfter(day, -1) }]));
