import { timingSafeEqual } from "node:crypto";
import { signPolicy } from "../../functions/core/media-policy.ts";
import type { Signer } from "../../functions/core/media.ts";
import type { Form } from "./media-form.ts";

/** What S3 answers to a form: 204, or a status with the code of its error. */
export interface Verdict { readonly status: number; readonly code?: string }
type Condition = readonly [string, string, string] | readonly ["content-length-range", number, number] | Readonly<Record<string, string>>;
interface Policy { readonly expiration?: string; readonly conditions?: readonly Condition[] }

const DENIED: Verdict = { status: 403, code: "AccessDenied" };
/** Fields that need no condition of their own. */
const FREE = new Set(["policy", "x-amz-signature", "file"]);
const equal = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
const parse = (text: string): Policy | null => { try { return JSON.parse(Buffer.from(text, "base64").toString("utf8")) as Policy; } catch { return null; } };

/** Whether one condition holds, and which field it speaks of. */
const meets = (condition: Condition, form: Form, bucket: string): { field: string; holds: boolean } => {
  const [kind, name, value] = Array.isArray(condition) ? (condition as [string, string, string]) : ["eq", `$${Object.keys(condition)[0]}`, String(Object.values(condition)[0])];
  const field = name.replace(/^\$/, "").toLowerCase();
  const given = field === "bucket" ? bucket : form.fields.get(field);
  return { field, holds: given !== undefined && (kind === "eq" ? given === value : kind === "starts-with" && given.startsWith(value)) };
};

/**
 * Judges a form as S3 does: who signed, whether the policy still holds, each of its conditions, every field named by one, and the length of
 * the file.
 */
export const judge = (form: Form, bucket: string, signer: Signer, now: Date): Verdict => {
  const { fields, file } = form;
  const text = fields.get("policy") ?? "";
  const [key, day, region, service, end] = (fields.get("x-amz-credential") ?? "").split("/");
  if (!text || fields.get("x-amz-algorithm") !== "AWS4-HMAC-SHA256" || region !== signer.region || service !== "s3" || end !== "aws4_request" || !day) return DENIED;
  if (key !== signer.accessKeyId) return { status: 403, code: "InvalidAccessKeyId" };
  if (!equal(signPolicy(text, signer, day), fields.get("x-amz-signature") ?? "")) return { status: 403, code: "SignatureDoesNotMatch" };
  const policy = parse(text);
  if (!policy?.expiration || Number.isNaN(Date.parse(policy.expiration)) || Date.parse(policy.expiration) <= now.getTime()) return DENIED;
  const conditions = policy.conditions ?? [];
  const ranges = conditions.filter((each): each is readonly ["content-length-range", number, number] => Array.isArray(each) && each[0] === "content-length-range");
  const judged = conditions.filter((each) => !(ranges as readonly Condition[]).includes(each)).map((each) => meets(each, form, bucket));
  if (judged.some(({ holds }) => !holds)) return DENIED;
  const named = new Set(judged.map(({ field }) => field));
  if ([...fields.keys()].some((field) => !FREE.has(field) && !named.has(field))) return DENIED;
  for (const [, least, most] of ranges) {
    if (file.length > most) return { status: 400, code: "EntityTooLarge" };
    if (file.length < least) return { status: 400, code: "EntityTooSmall" };
  }
  return { status: 204 };
};
