import { big, joined, letters, type Looked } from "./bytes.ts";

/** What draws the picture; texts, times, Exif and moving frames fall away. */
const STAYS = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "bKGD", "pHYs"]);
const HEAD = 8, AROUND = 12;

/** A PNG of its picture alone, ending where it ends. */
export const lookAtPng = (bytes: Uint8Array): Looked => {
  if (letters(bytes, HEAD + 4) !== "IHDR") return { why: "broken" };
  const [width, height] = [big(bytes, HEAD + 8, 4), big(bytes, HEAD + 12, 4)];
  const parts: Uint8Array[] = [bytes.subarray(0, HEAD)];
  for (let at = HEAD; at + AROUND <= bytes.length;) {
    const name = letters(bytes, at + 4);
    const end = at + AROUND + big(bytes, at, 4);
    if (end > bytes.length) return { why: "broken" };
    if (STAYS.has(name)) parts.push(bytes.subarray(at, end));
    if (name === "IEND") return width > 0 && height > 0 ? { clean: joined(parts), width, height } : { why: "broken" };
    at = end;
  }
  return { why: "broken" };
};
