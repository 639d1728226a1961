import { LAST_ONE_STAYS } from "../../../shared/contract/profile.ts";

export type Held = Readonly<Record<string, readonly string[]>>;
export interface HoldsAndHeld { readonly offices: Record<string, string[]>; readonly ended: Record<string, string[]> }

const copy = (held: Held): Record<string, string[]> => Object.fromEntries(Object.entries(held).map(([name, people]) => [name, [...people]]));

/** The posts after one more person holds this one. */
export const given = (offices: Held, ended: Held, office: string, person: string): HoldsAndHeld => ({
  offices: { ...copy(offices), [office]: [...(offices[office] ?? []).filter((each) => each !== person), person] },
  ended: { ...copy(ended), [office]: (ended[office] ?? []).filter((each) => each !== person) },
});

const REMEMBERED = 50;
/** The posts after a person gave this one back; they are remembered, so that they are told so when they try. */
export const taken = (offices: Held, ended: Held, office: string, person: string): HoldsAndHeld => ({
  offices: { ...copy(offices), [office]: (offices[office] ?? []).filter((each) => each !== person) },
  ended: { ...copy(ended), [office]: [...(ended[office] ?? []).filter((each) => each !== person), person].slice(-REMEMBERED) },
});

/** Whether these leaving their post would leave the village with nobody who may act for it. */
export const leavesNobody = (offices: Held, office: string, leaving: readonly string[]): boolean => office === LAST_ONE_STAYS && (offices[office] ?? []).every((each) => leaving.includes(each));

/** The different people who may give a village's posts today. */
export const giversOf = (village: Held, township: Held, county: Held, operators: readonly string[]): string[] =>
  [...new Set([...(village["secretary"] ?? []), ...(township["director"] ?? []), ...(county["director"] ?? []), ...operators])];

/** Whether anybody is there to confirm: neither who asks nor who is to hold the post. */
export const othersToConfirm = (givers: readonly string[], asker: string, holder: string): boolean => givers.some((each) => each !== asker && each !== holder);

const DAY = 86_400_000;
/** When the end of a term is pointed out: so long before it; at once, where less is left; never where there is no end. */
export const remindAt = (until: string | null, before: number, now: Date): string | null =>
  until === null ? null : new Date(Math.max(now.getTime(), Date.parse(until) - before)).toISOString();
/** Somebody may act for another this long. */
export const longestActing = 90 * DAY;
export const termWait = (office: string, person: string): string => `term-${office}-${person}`;

export interface PostAt { readonly at: "village" | "township" | "county" | "region"; readonly id: string; readonly office: string }
const same = (a: PostAt, b: PostAt): boolean => a.at === b.at && a.id === b.id && a.office === b.office;
export const withPost = (posts: readonly PostAt[], post: PostAt): PostAt[] => [...posts.filter((each) => !same(each, post)), post];
export const withoutPost = (posts: readonly PostAt[], post: PostAt): PostAt[] => posts.filter((each) => !same(each, post));
