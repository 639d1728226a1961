import * as z from "zod";
import { refuse } from "../../shared/contract/problem.ts";

// No code is made at run time (a fresh process answers sooner, and nothing needs eval).
z.config({ jitless: true });

/** The first thing wrong, as a refusal that names the field in the reader's language. */
const refusalOf = (error: z.ZodError) => {
  const issue = error.issues[0]!;
  const inner = issue.code === "invalid_union" ? issue.errors.flat()[0] ?? issue : issue;
  const path = [...issue.path, ...(inner === issue ? [] : inner.path)].map(String).join(".");
  if (inner.code === "unrecognized_keys") return refuse("unknown-field", { field: [path, inner.keys[0]].filter(Boolean).join(".") });
  const reason = inner.code === "custom" ? inner.message : inner.code === "invalid_type" && inner.input === undefined ? "required" : inner.message.includes("-") && !inner.message.includes(" ") ? inner.message : inner.code;
  return refuse("wrong-field", { field: path || "body", reason });
};

const NOTHING = z.strictObject({});
/** @throws Refusal wrong-field or unknown-field, with the field's dotted path */
export const parseInput = (schema: z.ZodType | undefined, value: unknown): unknown => {
  const parsed = (schema ?? NOTHING).safeParse(value, { reportInput: true });
  if (!parsed.success) throw refusalOf(parsed.error);
  return parsed.data;
};

/** An answer on its way out: unknown fields fall away, a wrong one is our own fault and a 500. */
export const parseAnswer = (schema: z.ZodType, value: unknown): unknown => schema.parse(value);

/** @throws Refusal wrong-field if the text is not JSON */
export const parseJson = (text: string): unknown => {
  if (text === "") return {};
  try { return JSON.parse(text) as unknown; } catch { throw refuse("wrong-field", { field: "body", reason: "invalid_format" }); }
};
