import type { Rule } from "./rules.ts";

const length = (value: unknown): number => (typeof value === "string" ? [...value.trim()].length : Array.isArray(value) ? value.length : Number(value));
const bare = (value: unknown): boolean => value === undefined || value === null || (typeof value === "string" && value.trim() === "");

const wrongWith = (rule: Rule, value: unknown): string | undefined => {
  const [min, max] = [rule.minLength ?? rule.minItems ?? rule.minimum, rule.maxLength ?? rule.maxItems ?? rule.maximum];
  if (rule.enum && !rule.enum.includes(value)) return "invalid_value";
  if ((rule.type === "number" || rule.type === "integer") && (!Number.isFinite(value) || (rule.type === "integer" && !Number.isInteger(value)))) return "invalid_type";
  if (min !== undefined && length(value) < min) return "too_small";
  if (max !== undefined && length(value) > max) return "too_big";
  if (rule.pattern && typeof value === "string" && !new RegExp(rule.pattern, "u").test(value.trim())) return "invalid_format";
  return undefined;
};

/**
 * What is wrong with a form's values, by dotted field, as reason codes of the common catalogue; empty when all is well.
 * @example check({ type: "object", required: ["text"], properties: { text: { minLength: 1 } } }, {}) // { text: "required" }
 */
export const check = (rule: Rule, values: Readonly<Record<string, unknown>>, under = ""): Record<string, string> => {
  const wrong: Record<string, string> = {};
  for (const [name, inner] of Object.entries(rule.properties ?? {})) {
    const value = values[name];
    if (bare(value)) {
      if (rule.required?.includes(name)) wrong[under + name] = "required";
    } else if (inner.properties) Object.assign(wrong, check(inner, value as Record<string, unknown>, `${under}${name}.`));
    else {
      const reason = wrongWith(inner, value);
      if (reason) wrong[under + name] = reason;
    }
  }
  return wrong;
};
