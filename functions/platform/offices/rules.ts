import { LAST_ONE_STAYS } from "../../../shared/platform/offices/profiles.ts";

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

/** Whether taking this post away would leave the village with nobody who may act for it. */
export const leavesNobody = (offices: Held, office: string): boolean => office === LAST_ONE_STAYS && (offices[office] ?? []).length <= 1;

/** The different people who may give a village's posts today. */
export const giversOf = (village: Held, township: Held, county: Held, operators: readonly string[]): string[] =>
  [...new Set([...(village["secretary"] ?? []), ...(township["director"] ?? []), ...(county["director"] ?? []), ...operators])];

/** Whether anybody is there to confirm: neither who asks nor who is to hold the post. */
export const othersToConfirm = (givers: readonly string[], asker: string, holder: string): boolean => givers.some((each) => each !== asker && each !== holder);

export interface PostAt { readonly at: "village" | "township" | "county" | "region"; readonly id: string; readonly office: string }
const same = (a: PostAt, b: PostAt): boolean => a.at === b.at && a.id === b.id && a.office === b.office;
export const withPost = (posts: readonly PostAt[], post: PostAt): PostAt[] => [...posts.filter((each) => !same(each, post)), post];
export const withoutPost = (posts: readonly PostAt[], post: PostAt): PostAt[] => posts.filter((each) => !same(each, post));
