import { createHmac } from "node:crypto";
import type { LookupAddress } from "node:dns";
import { secret } from "./secrets.ts";

/** One message to another system's address. */
export interface HookPost { readonly url: string; readonly id: string; readonly at: Date; readonly body: string; readonly secret: string; /** Hosts the operator allows. */ readonly hosts: readonly string[] }
/** What came of it; `why` as a code. */
export interface HookOutcome { readonly ok: boolean; readonly status: number | null; readonly why: "answered" | "refused" | "not-allowed" | "private-address" | "no-address" | "timeout" | "unreachable" }

const SECONDS = 5;
/** A block of addresses: its first, and how many leading bits count. */
const PRIVATE_4 = [[0, 8], [10, 8], [100.64, 10], [127, 8], [169.254, 16], [172.16, 12], [192.0, 24], [192.168, 16], [198.18, 15], [224, 4], [240, 4]] as const;
const number4 = (address: string): number => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const block4 = (start: number): number => number4([...String(start).split("."), "0", "0", "0"].slice(0, 4).join("."));

/** Whether an address belongs to this machine, its network or nobody: a webhook never goes there. IPv6: only global unicast (2000::/3) passes, and no IPv4 in disguise. */
export const isPrivate = ({ address, family }: LookupAddress): boolean => {
  if (family === 4) return PRIVATE_4.some(([start, bits]) => Math.floor(number4(address) / 2 ** (32 - bits)) === Math.floor(block4(start) / 2 ** (32 - bits)));
  return !/^[23][0-9a-f]{3}:/i.test(address) || /^2002:|^2001:0{0,4}:|^2001:db8:/i.test(address) || address.includes(".");
};

/** Whether an address is one a webhook may go to: https, the usual port, no name and password, and a host the operator allows by its whole name. */
export const hostAllowed = (url: string, hosts: readonly string[]): boolean => {
  if (/[\\\s]/.test(url) || !URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  return protocol === "https:" && port === "" && username === "" && password === "" && hosts.includes(hostname.toLowerCase());
};

/** What a webhook is signed with: made from the region's own secret, so it is kept nowhere. @param which the village and the webhook's id */
export const hookSecret = async (which: string): Promise<string> => `whsec_${createHmac("sha256", await secret("phone")).update(`hook|${which}`).digest("base64")}`;

/** The signature of Standard Webhooks: HMAC-SHA-256 over id, time and body. */
export const signature = ({ id, at, body, secret: key }: Pick<HookPost, "id" | "at" | "body" | "secret">): string =>
  `v1,${createHmac("sha256", Buffer.from(key.replace(/^whsec_/, ""), "base64")).update(`${id}.${Math.floor(at.getTime() / 1000)}.${body}`).digest("base64")}`;

/** The way out: names are looked up once, and the connection goes to the address that was judged. */
export interface Outside {
  lookup(host: string): Promise<readonly LookupAddress[]>;
  /** @returns the answer's status; redirects are not followed, the answer's body is not read */
  post(url: URL, to: LookupAddress, headers: Readonly<Record<string, string>>, body: string): Promise<number>;
}
export const internet: Outside = {
  lookup: async (host) => (await import("node:dns/promises")).lookup(host, { all: true }),
  post: async (url, to, headers, body) => {
    const { request } = await import("node:https");
    return new Promise((resolve, reject) => {
      const out = request(url, {
        method: "POST", headers: { ...headers, "content-length": String(Buffer.byteLength(body)) }, timeout: SECONDS * 1000, agent: false,
        lookup: (_host, options, done) => { if (options.all) done(null, [to]); else done(null, to.address, to.family); },
      }, (answer) => { answer.destroy(); resolve(answer.statusCode ?? 0); });
      out.on("timeout", () => out.destroy(new Error("timeout")));
      out.on("error", reject);
      // A server that answers drop by drop is given up on, too.
      setTimeout(() => out.destroy(new Error("timeout")), SECONDS * 1000).unref();
      out.end(body);
    });
  },
};
let outside: Outside = internet;
/** Sends elsewhere: for a test. Null: the internet again. */
export const useOutside = (other: Outside | null): void => { outside = other ?? internet; };

/**
 * Sends one signed message, at most five seconds long. Never throws: what went wrong is the outcome.
 * @see https://www.standardwebhooks.com
 */
export const postHook = async (hook: HookPost): Promise<HookOutcome> => {
  if (!hostAllowed(hook.url, hook.hosts)) return { ok: false, status: null, why: "not-allowed" };
  const url = new URL(hook.url);
  const addresses = await outside.lookup(url.hostname).catch((): readonly LookupAddress[] => []);
  if (addresses.length === 0) return { ok: false, status: null, why: "no-address" };
  // One private address among public ones is enough: whoever runs the name chose it.
  if (addresses.some(isPrivate)) return { ok: false, status: null, why: "private-address" };
  try {
    const status = await outside.post(url, addresses[0]!, {
      "content-type": "application/json", "user-agent": "WeCountry", "webhook-id": hook.id, "webhook-timestamp": String(Math.floor(hook.at.getTime() / 1000)), "webhook-signature": signature(hook),
    }, hook.body);
    return status >= 200 && status < 300 ? { ok: true, status, why: "answered" } : { ok: false, status, why: "refused" };
  } catch (error) {
    return { ok: false, status: null, why: (error as Error).message === "timeout" ? "timeout" : "unreachable" };
  }
};
