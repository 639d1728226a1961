const MINUTE = 60_000;
/** A code is good this long; so it is told. */
export const CODE_MS = 5 * MINUTE;
export const REST_MS = 15 * MINUTE;
const ASK_WINDOW = 10 * MINUTE;
const ASKS = 3;
const WRONG = 5;
/** A number left alone this long is forgotten, its wrong codes too. */
export const FORGET_MS = 30 * MINUTE;
/** Numbers on no roll that one address may ask for in a day; those on a roll do not count: one Wi-Fi, one training hall. */
export const UNKNOWN_A_DAY = 100;
const DEVICES = 20;

/** What is remembered of a number between two asks. */
export interface Counted {
  readonly asks: readonly string[];
  readonly wrong: number;
  readonly restUntil: string | null;
  readonly code: { readonly hash: string; readonly until: string } | null;
}
const secondsTo = (then: number, now: Date): number => Math.max(1, Math.ceil((then - now.getTime()) / 1000));

/** Seconds this number still rests after five wrong codes; 0 when it does not. */
export const restLeft = (number: Counted | null, now: Date): number =>
  number?.restUntil && Date.parse(number.restUntil) > now.getTime() ? secondsTo(Date.parse(number.restUntil), now) : 0;

/** The asks that still count, or after how many seconds the next may come (the fourth in ten minutes waits). */
export const mayAsk = (number: Counted | null, now: Date): { asks: string[] } | { wait: number } => {
  const asks = (number?.asks ?? []).filter((at) => Date.parse(at) > now.getTime() - ASK_WINDOW);
  return asks.length < ASKS ? { asks: [...asks, now.toISOString()] } : { wait: secondsTo(Date.parse(asks[0]!) + ASK_WINDOW, now) };
};

/** Compares two texts in a time that does not depend on where they differ. */
export const sameText = (a: string, b: string): boolean => {
  let differ = a.length ^ b.length;
  for (let i = 0; i < Math.max(a.length, b.length); i++) differ |= (a.charCodeAt(i) || 0) ^ (b.charCodeAt(i) || 0);
  return differ === 0;
};

export type Judged = { readonly is: "right" } | { readonly is: "old" } | { readonly is: "wrong"; readonly left: number; readonly restUntil: string | null };

/** What a code given is worth. The fifth wrong one ends the code and begins fifteen minutes' rest. */
export const judgeCode = (number: Counted | null, hash: string, now: Date): Judged => {
  const same = sameText(number?.code?.hash ?? "", hash);
  if (same && number?.code) return Date.parse(number.code.until) > now.getTime() ? { is: "right" } : { is: "old" };
  const left = WRONG - (number?.wrong ?? 0) - 1;
  return { is: "wrong", left: Math.max(0, left), restUntil: left <= 0 ? new Date(now.getTime() + REST_MS).toISOString() : null };
};

/** Wrong figures with one card, one more: the fifth begins fifteen minutes' rest. */
export const oneMoreWrong = (before: { readonly wrong: number } | null, now: Date): { wrong: number; left: number; restUntil: string | null } => {
  const wrong = (before?.wrong ?? 0) + 1;
  return wrong >= WRONG ? { wrong: 0, left: 0, restUntil: new Date(now.getTime() + REST_MS).toISOString() } : { wrong, left: WRONG - wrong, restUntil: null };
};
/** One matter: as long as a card opens somebody's phone. */
export const CARD_MS = 15 * MINUTE;
/** Printed and never given its figures: no good after this. */
export const UNUSED_MS = 30 * 24 * 60 * MINUTE;

/** A name with its first letter hidden: its bearer knows it, a stranger with the number does not. @example hinted("张海燕") // "*海燕" */
export const hinted = (name: string): string => { const letters = [...name]; return letters.length > 1 ? `*${letters.slice(1).join("")}` : name; };

interface Known { readonly used?: boolean | undefined; readonly devices: Readonly<Record<string, unknown>> }
/**
 * Whether a right code alone opens the account: one person, never signed in before, or on a phone that is theirs already. Numbers change
 * hands: from the second phone on somebody says who they are.
 */
export const opensAlone = (people: readonly (Known | null)[], device: string): boolean =>
  people.length === 1 && (!people[0] || (!people[0].used && Object.keys(people[0].devices).length === 0) || device in people[0].devices);

export interface Device { readonly since: string; readonly family: string; readonly label: string; readonly number?: string | undefined; readonly untold?: string[] | undefined }

/** A phone added to those remembered; beyond twenty the one let in longest ago falls out. */
export const withDevice = (devices: Readonly<Record<string, Device>>, id: string, device: Device): Record<string, Device> => {
  const others = Object.entries(devices).filter(([other]) => other !== id).sort(([, a], [, b]) => (a.since < b.since ? 1 : -1));
  return Object.fromEntries([[id, device] as const, ...others.slice(0, DEVICES - 1)]);
};
/** Tells a phone of those let in since; null when there is nothing it does not know. */
export const toldOf = (devices: Readonly<Record<string, Device>>, id: string): { since: string; devices: Record<string, Device> } | null => {
  const fresh = Object.entries(devices).filter(([, device]) => device.untold?.includes(id));
  if (fresh.length === 0) return null;
  const since = fresh.map(([, device]) => device.since).sort().at(-1)!;
  return { since, devices: Object.fromEntries(Object.entries(devices).map(([name, device]) => [name, device.untold?.includes(id) ? { ...device, untold: device.untold.filter((each) => each !== id) } : device])) };
};
/** Without the phones one number let in. */
export const withoutNumber = (devices: Readonly<Record<string, Device>>, mark: string): Record<string, Device> => Object.fromEntries(Object.entries(devices).filter(([, device]) => device.number !== mark));
export const withoutDevice = (devices: Readonly<Record<string, Device>>, id: string): Record<string, Device> =>
  Object.fromEntries(Object.entries(devices).filter(([other]) => other !== id));

/** A refresh token's family and secret part; null for a text of another shape. @example readRefresh("Ab…16.Xy…43") */
export const readRefresh = (token: string | null): { family: string; secret: string } | null => {
  const match = /^([\w-]{22})\.([\w-]{43})$/.exec(token ?? "");
  return match ? { family: match[1]!, secret: match[2]! } : null;
};
