import { createHash } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Language } from "../../shared/contract/language.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import { refuse } from "../../shared/contract/problem.ts";
import { environment } from "./environment.ts";

/** An HTTP request as the dispatcher sees it. */
export interface Request {
  readonly method: string;
  readonly at: Scope;
  /** The village's or county's code; the region's name. */
  readonly place: string;
  /** Below the place: "/", "/01J…/answer". */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  readonly language: Language;
  readonly token: string | null;
  /** A device's own number, from its cookie; made when it has none. */
  readonly device: string;
  /** Refresh token's cookie, for sign-in alone. */
  readonly refresh: string | null;
  /** Whom the request is for, where somebody acts for another; any text that is no id is nobody's. */
  readonly actingFor: string | null;
  /** What another system shows instead of a session: the text after "Key " in its Authorization header; a wrong one is no visitor. */
  readonly apiKey: string | null;
  readonly source: string;
  readonly key: string | null;
  readonly ifMatch: number | null;
  readonly open: boolean;
}

const PATH = /^\/(v1|open)\/[a-z]+\/[a-z-]+\/(?:villages\/([^/]+)|areas\/([^/]+)|region)(\/.*)?$/;
const MAX_ID = 64;

const cookiesOf = (event: APIGatewayProxyEventV2): Record<string, string> =>
  Object.fromEntries((event.cookies ?? []).map((cookie) => { const at = cookie.indexOf("="); return [cookie.slice(0, at).trim(), cookie.slice(at + 1).trim()]; }));

/**
 * The source address as a short hash: enough to count by, not to know. Behind the CDN the viewer stands second from the right (the CDN adds the
 * viewer, the gateway the CDN); whatever stands further left the caller may have written. Without the CDN it is the peer itself.
 */
export const sourceOf = (event: Pick<APIGatewayProxyEventV2, "headers" | "requestContext">, behindCdn: boolean): string => {
  const chain = (event.headers["x-forwarded-for"] ?? "").split(",").map((each) => each.trim()).filter(Boolean);
  const address = behindCdn ? chain.at(-2) ?? chain.at(-1) ?? event.requestContext.http.sourceIp : event.requestContext.http.sourceIp;
  return createHash("sha256").update(address).digest("base64url").slice(0, 16);
};

/** The language a request asks for, by ?lang= or its header; else the first of the region. */
export const languageOf = (event: APIGatewayProxyEventV2): Language => {
  const first = environment().region.languages[0]!;
  const asked = (event.queryStringParameters?.["lang"] ?? event.headers["accept-language"] ?? first).slice(0, 2).toLowerCase();
  return asked === "zh" || asked === "en" ? asked : first;
};

/** @throws Refusal not-found when the path cannot be a route's; other-origin when a write comes from elsewhere */
export const readRequest = (event: APIGatewayProxyEventV2): Request => {
  const { origin, originSecret } = environment();
  const method = event.requestContext.http.method;
  let raw: string;
  try { raw = decodeURIComponent(event.rawPath); } catch { throw refuse("not-found"); }
  const parts = PATH.exec(raw);
  if (!parts || raw.includes("..") || raw.includes("\0") || raw.length > 512) throw refuse("not-found");
  if (originSecret && event.headers["x-origin-secret"] !== originSecret) throw refuse("other-origin");
  if (method !== "GET" && event.headers["origin"] && origin && event.headers["origin"] !== origin) throw refuse("other-origin");
  if (method !== "GET" && event.headers["sec-fetch-site"] && !["same-origin", "none"].includes(event.headers["sec-fetch-site"])) throw refuse("other-origin");
  const open = parts[1] === "open";
  const cookies = open ? {} : cookiesOf(event);
  const [at, place]: [Scope, string] = parts[2] ? ["village", parts[2]] : parts[3] ? ["area", parts[3]] : ["region", environment().region.name];
  if (place.length > MAX_ID) throw refuse("not-found");
  // Reading needs no address: it is hashed when somebody is counted by it.
  let counted: string | undefined;
  const source = (): string => (counted ??= sourceOf(event, originSecret !== undefined));
  const device = /^[\w-]{16,40}$/.test(cookies["device"] ?? "") ? cookies["device"]! : null;
  const match = /^"?(\d{1,9})"?$/.exec(event.headers["if-match"] ?? "");
  const { lang: _lang, ...query } = event.queryStringParameters ?? {};
  return {
    method, at, place, path: parts[4] ?? "/", open, language: languageOf(event),
    query: query as Record<string, string>,
    body: event.body ? (event.isBase64Encoded ? Buffer.from(event.body, "base64").toString("utf8") : event.body) : "",
    token: open ? null : cookies["session"] ?? null,
    get source() { return source(); },
    get device() { return device ?? `s-${source()}`; },
    refresh: cookies["refresh"] ?? null,
    actingFor: open ? null : event.headers["x-acting-for"]?.slice(0, MAX_ID) ?? null,
    apiKey: open ? null : /^Key\s+(.*)$/i.exec(event.headers["authorization"] ?? "")?.[1] ?? null,
    key: event.headers["idempotency-key"] ?? null, ifMatch: match ? Number(match[1]) : null,
  };
};
