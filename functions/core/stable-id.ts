import { createHash } from "node:crypto";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * An id that is always the same for the same text, shaped like any other: a line imported twice makes no double.
 * @example stableId(`${village}|12|李秀英`)
 */
export const stableId = (text: string): string => {
  const bytes = createHash("sha256").update(text).digest();
  return `0${Array.from({ length: 25 }, (_, i) => LETTERS[bytes[i]! & 31]).join("")}`;
};
