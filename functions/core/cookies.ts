import { environment } from "./environment.ts";
import { TOKEN_SECONDS } from "./token.ts";

/** How long a phone may stay away and still be known: 180 days. */
const REFRESH_SECONDS = 180 * 86_400;
const DEVICE_SECONDS = 400 * 86_400;
const REFRESH_PATH = "/v1/platform/sign-in";

/** Plain http is for a page on this very machine only. */
const secure = (): string => (/^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(environment().origin) ? "" : "; Secure");
const cookie = (name: string, value: string, path: string, seconds: number): string =>
  `${name}=${value}; HttpOnly; SameSite=Lax; Path=${path}; Max-Age=${seconds}${secure()}`;

/** What a phone is given when it is let in, or once more let in; the device's number alone for a visitor. */
export const enteredCookies = (given: { session?: string; refresh?: string; device: string; seconds?: number }): string[] => [
  ...(given.session === undefined ? [] : [cookie("session", given.session, "/", given.seconds ?? TOKEN_SECONDS)]),
  ...(given.refresh === undefined ? [] : [cookie("refresh", given.refresh, REFRESH_PATH, REFRESH_SECONDS)]),
  cookie("device", given.device, "/", DEVICE_SECONDS),
];

/** Takes a card's session off the phone; the helper's own refresh token stays, and brings their session back. */
export const leftCookies = (): string[] => [cookie("session", "", "/", 0)];
/** Takes session and refresh token off the phone; its device number stays, for counting. */
export const endedCookies = (): string[] => [cookie("session", "", "/", 0), cookie("refresh", "", REFRESH_PATH, 0)];
