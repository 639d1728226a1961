import { createECDH, createPrivateKey, hkdfSync, sign, type KeyObject } from "node:crypto";
import { clock } from "./clock.ts";
import { environment } from "./environment.ts";
import { failureOf, retryAfterOf } from "./messaging/port.ts";
import { encryptPush, type PushKeys } from "./push-encrypt.ts";
import { secret } from "./secrets.ts";

/** The push services of the browsers there are. Whatever else a phone names is not called: the address comes from outside. */
const SERVICES = [".googleapis.com", ".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com"];
const TIMEOUT = 10_000;

interface Identity { readonly made: string; readonly key: KeyObject; readonly open: string }
let identity: Identity | undefined;
/** The region's key pair (VAPID, RFC 8292), made of its secret, so that every process has the same. */
const own = async (): Promise<Identity> => {
  const text = await secret("push");
  if (!text) throw new Error("the region has no secret for web push");
  if (identity?.made === text) return identity;
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(Buffer.from(hkdfSync("sha256", text, "", "web push", 32)));
  const point = pair.getPublicKey();
  const part = (from: number): string => point.subarray(from, from + 32).toString("base64url");
  const key = createPrivateKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x: part(1), y: part(33), d: pair.getPrivateKey().toString("base64url").padStart(43, "A") } });
  identity = { made: text, key, open: point.toString("base64url") };
  return identity;
};

/** What a page gives its browser as `applicationServerKey`. */
export const pushKey = async (): Promise<string> => (await own()).open;

/** Whether an address belongs to a push service we know; a service on the same machine only where the page itself is served from it. */
export const isPushAddress = (address: string): boolean => {
  if (!URL.canParse(address) || address.length > 1000) return false;
  const { protocol, hostname, username, password, port } = new URL(address);
  if (hostname === "127.0.0.1" && new URL(environment().origin || "https://x").hostname === "127.0.0.1") return true;
  return protocol === "https:" && username === "" && password === "" && port === "" && SERVICES.some((service) => hostname.endsWith(service));
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const HALF_A_DAY = 43_200;
const token = async (address: string): Promise<string> => {
  const { key, open } = await own();
  const claims = `${part({ typ: "JWT", alg: "ES256" })}.${part({ aud: new URL(address).origin, exp: Math.floor(clock().now().getTime() / 1000) + HALF_A_DAY, sub: environment().origin })}`;
  return `vapid t=${claims}.${sign("sha256", Buffer.from(claims), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}, k=${open}`;
};

export type Pushed = "sent" | "gone" | "busy" | "refused";
export interface Push {
  readonly address: string;
  readonly keys: PushKeys;
  /** `t`: what the phone shows; `u`: where a tap leads. Nothing personal: it lies on a locked screen. */
  readonly show: { readonly t: string; readonly u: string };
  /** A newer one of the same topic takes the place of one not delivered yet: base64url, 32 letters at most. */
  readonly topic: string;
  /** For how long the service keeps it. */
  readonly seconds: number;
  readonly urgent: boolean;
}

/** Hands a message to a browser's push service. "gone": the subscription is over and is to be forgotten; "busy": later. */
export const sendPush = async (push: Push): Promise<Pushed> => {
  if (!isPushAddress(push.address)) return "gone";
  let body: Buffer;
  try { body = encryptPush(Buffer.from(JSON.stringify(push.show)), push.keys); } catch { return "gone"; }
  try {
    const answer = await fetch(push.address, {
      method: "POST", body: new Uint8Array(body), redirect: "error", signal: AbortSignal.timeout(TIMEOUT),
      headers: { "content-encoding": "aes128gcm", "content-type": "application/octet-stream", ttl: String(push.seconds), urgency: push.urgent ? "high" : "normal", topic: push.topic, authorization: await token(push.address) },
    });
    await answer.body?.cancel();
    if (answer.ok) return "sent";
    if (answer.status === 404 || answer.status === 410) return "gone";
    return failureOf(answer.status) === "busy" || retryAfterOf(answer.headers.get("retry-after")) !== undefined ? "busy" : "refused";
  } catch { return "busy"; }
};
