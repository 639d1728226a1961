import type { Session } from "./session.ts";

/** For whom this tab acts just now: somebody in one village who has agreed to it. */
export interface Acting { readonly village: string; readonly person: string; readonly name: string }
/** A household card shown on this phone: until then it is its bearer's, in every tab. */
export interface CardShown extends Session { readonly village: string; readonly until: string }
export const FOR = "wecountry.for";
export const CARD = "wecountry.card";
export const NEW = "wecountry.new";

const read = <T,>(store: () => Storage, key: string): T | null => {
  try {
    return JSON.parse(store().getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
};
export const acting = (): Acting | null => read(() => sessionStorage, FOR);
export const cardShown = (): CardShown | null => read(() => localStorage, CARD);
/** When a phone this person's other phones have not heard of was let in. */
export const newPhone = (): string | null => read(() => localStorage, NEW);
const SKEW = "wecountry.skew";
/** Hears from each fresh answer what time it is: how far this phone's clock is off, in milliseconds, where that is more than ten minutes. */
export const tellTime = (answer: Response): Response => {
  const off = Date.now() - Date.parse(answer.headers.get("date") ?? "");
  if (answer.url.includes("/v1/") && !answer.headers.has("x-kept") && off) {
    if (Math.abs(off) > 600_000) sessionStorage.setItem(SKEW, String(off));
    else sessionStorage.removeItem(SKEW);
  }
  return answer;
};
export const clockOff = (): number | null => read(() => sessionStorage, SKEW);
/** Ends acting for another in this tab. */
export const actForSelf = (): void => sessionStorage.removeItem(FOR);

/** Whom a call is for: calls of that village, but never the consents themselves, or an answer by a warning's link. */
export const forWhom = (url: string): string | undefined => {
  const who = acting();
  return who && url.startsWith("/v1/") && url.includes(`/villages/${who.village}/`) && !/proxies|by-link/.test(url) ? who.person : undefined;
};
