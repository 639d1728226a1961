import type * as z from "zod";
import type { Language, WordsFile } from "./language.ts";
import { say } from "./language.ts";
import type { Problem } from "./problem-schema.ts";

/** The closed set of common refusals and their HTTP status; a feature adds its own under `fails`. */
export const PROBLEMS = {
  "wrong-field": 422,
  "unknown-field": 422,
  "no-idempotency-key": 422,
  "not-found": 404,
  "not-allowed-now": 409,
  "stale-version": 409,
  "key-used-with-another-body": 409,
  "not-verified": 403,
  "role-missing": 403,
  "not-by-proxy": 403,
  "not-by-key": 403,
  "office-ended": 403,
  "other-origin": 403,
  "sign-in-needed": 401,
  "session-ended": 401,
  "key-unknown": 401,
  "key-ended": 401,
  "too-large": 413,
  "wrong-media-type": 415,
  "too-many": 429,
  "busy": 503,
  "message-not-sent": 503,
  "unexpected": 500,
} as const satisfies Readonly<Record<string, number>>;
export type CommonProblem = keyof typeof PROBLEMS;

export type ProblemBody = z.infer<typeof Problem>;
export type ProblemExtra = Omit<ProblemBody, "type" | "status" | "title">;

/** A refusal: thrown inside core, returned by handlers through `fail`. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly extra: ProblemExtra;
  constructor(code: string, status: number, extra: ProblemExtra = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.extra = extra;
  }
}

/** The common refusal of that code. */
export const refuse = (code: CommonProblem, extra: ProblemExtra = {}): Refusal => new Refusal(code, PROBLEMS[code], extra);

/** The body in the reader's language; field reasons and numbers fill the sentence's holes. */
export const problemBody = (refusal: Refusal, words: WordsFile, language: Language): ProblemBody => {
  const key = `fails.${refusal.code}`;
  const reason = refusal.extra.reason ? say(words, language, `reason.${refusal.extra.reason}`) : "";
  const values = { field: refusal.extra.field ?? "", reason, state: refusal.extra.state ?? "", seconds: refusal.extra.retryAfter ?? "", ...(refusal.extra.detail as Record<string, string> | undefined) };
  return { type: refusal.code, status: refusal.status, title: say(words, language, key, values), ...refusal.extra };
};
