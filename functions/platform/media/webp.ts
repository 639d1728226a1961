import { joined, letters, little, type Looked } from "./bytes.ts";

const HEAD = 12;
/** Of the flags only "has transparency" stays: no profile, Exif, XMP or movement is left to be announced. */
const ALPHA = 0x10, MOVES = 0x02;

const sizeOf = (bytes: Uint8Array, at: number, name: string): readonly [number, number] | null => {
  const data = at + 8;
  if (name === "VP8X") return [little(bytes, data + 4, 3) + 1, little(bytes, data + 7, 3) + 1];
  if (name === "VP8 ") return bytes[data + 3] === 0x9d ? [little(bytes, data + 6, 2) & 0x3fff, little(bytes, data + 8, 2) & 0x3fff] : null;
  if (name !== "VP8L" || bytes[data] !== 0x2f) return null;
  const bits = little(bytes, data + 1, 4);
  return [(bits & 0x3fff) + 1, (Math.floor(bits / 0x4000) & 0x3fff) + 1];
};
const long = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255);

/** A still WebP of its picture alone. The picture's own size counts, not what the head says of the canvas. */
export const lookAtWebp = (bytes: Uint8Array): Looked => {
  const end = Math.min(bytes.length, little(bytes, 4, 4) + 8);
  const parts: Uint8Array[] = [];
  let size: readonly [number, number] | null = null;
  for (let at = HEAD; at + 8 <= end;) {
    const name = letters(bytes, at);
    const length = little(bytes, at + 4, 4);
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) return { why: "broken" };
    if (name === "ANIM" || name === "ANMF") return { why: "broken" };
    if (name === "VP8X") {
      const head = bytes.slice(at, next);
      if (head[8]! & MOVES) return { why: "broken" };
      head[8] = head[8]! & ALPHA;
      parts.push(head);
      size ??= sizeOf(bytes, at, name);
    } else if (name === "VP8 " || name === "VP8L" || name === "ALPH") {
      parts.push(bytes.subarray(at, Math.min(next, bytes.length)));
      if (name !== "ALPH") { const own = sizeOf(bytes, at, name); if (!own || (size && (size[0] !== own[0] || size[1] !== own[1]))) return { why: "broken" }; size = own; }
    }
    at = next;
  }
  if (!size || !parts.some((part) => letters(part, 0).startsWith("VP8") && letters(part, 0) !== "VP8X")) return { why: "broken" };
  const body = joined(parts);
  return { clean: joined([bytes.subarray(0, 4), long(body.length + 4), bytes.subarray(8, HEAD), body]), width: size[0], height: size[1] };
};
