import { big, letters, type Looked } from "./bytes.ts";

const whole = (clean: Uint8Array): Looked => ({ clean, width: null, height: null });

/** Boxes that say where, when and by whom; blanked in place, because other boxes count bytes from the start. */
const NOTES = new Set(["udta", "meta", "uuid"]);
const HOLDERS = new Set(["moov", "trak", "mdia", "minf", "moof", "traf"]);
const blank = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at + 8 <= to;) {
    const name = letters(bytes, at + 4);
    const said = big(bytes, at, 4);
    const size = said === 1 ? big(bytes, at + 8, 8) : said === 0 ? to - at : said;
    if (size < 8 || at + size > to) return false;
    if (NOTES.has(name)) { bytes.set([0x66, 0x72, 0x65, 0x65], at + 4); bytes.fill(0, at + 8, at + size); }
    else if (HOLDERS.has(name) && !blank(bytes, at + 8, at + size)) return false;
    at += size;
  }
  return true;
};

/** A recording in MP4 (AAC), without its notes. A film is none. */
export const lookAtMp4 = (bytes: Uint8Array): Looked => {
  const clean = bytes.slice();
  return blank(clean, 0, clean.length) ? whole(clean) : { why: "broken" };
};

/** A recording in Ogg (Opus): every page begins as pages do, to the last. */
export const lookAtOgg = (bytes: Uint8Array): Looked => {
  if (!letters(bytes, 0, 80).includes("OpusHead")) return { why: "other-type" };
  for (let at = 0; at < bytes.length;) {
    if (letters(bytes, at) !== "OggS") return { why: "broken" };
    const parts = bytes[at + 26] ?? 0;
    at += 27 + parts + bytes.subarray(at + 27, at + 27 + parts).reduce((sum, each) => sum + each, 0);
    if (at > bytes.length) return { why: "broken" };
  }
  return whole(bytes);
};

/** A recording in WebM (Opus), as phones write it: told by its head, which names document type and codec. */
export const lookAtWebm = (bytes: Uint8Array): Looked => {
  const head = letters(bytes, 0, Math.min(bytes.length, 2_000));
  return head.includes("webm") && head.includes("A_OPUS") && !head.includes("V_VP") && !head.includes("V_AV1") ? whole(bytes) : { why: "other-type" };
};
