import { createHash, createHmac } from "node:crypto";

export interface AliyunKeys { readonly id: string; readonly secret: string }
export interface AliyunCall {
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly query: Readonly<Record<string, string>>;
  readonly date: string;
  readonly nonce: string;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
/** RFC 3986: what encodeURIComponent leaves alone and Aliyun does not. */
const percent = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** The query in the order that is signed. */
export const canonicalQuery = (query: Readonly<Record<string, string>>): string =>
  Object.keys(query).sort().map((name) => `${percent(name)}=${percent(query[name] ?? "")}`).join("&");

/**
 * The headers of a signed POST without a body: Alibaba Cloud signature version 3, ACS3-HMAC-SHA256.
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export const signedHeaders = (call: AliyunCall, keys: AliyunKeys): Record<string, string> => {
  const empty = sha256("");
  const headers: Record<string, string> = {
    host: call.host,
    "x-acs-action": call.action,
    "x-acs-content-sha256": empty,
    "x-acs-date": call.date,
    "x-acs-signature-nonce": call.nonce,
    "x-acs-version": call.version,
  };
  const names = Object.keys(headers).sort();
  const request = ["POST", "/", canonicalQuery(call.query), names.map((name) => `${name}:${headers[name]}\n`).join(""), names.join(";"), empty].join("\n");
  const signature = createHmac("sha256", keys.secret).update(`ACS3-HMAC-SHA256\n${sha256(request)}`).digest("hex");
  return { ...headers, authorization: `ACS3-HMAC-SHA256 Credential=${keys.id},SignedHeaders=${names.join(";")},Signature=${signature}` };
};
