import { big, joined, letters, type Looked } from "./bytes.ts";

const [START, END, SCAN] = [0xd8, 0xd9, 0xda];
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Tables, frames, scans and restarts make the picture; of the rest only the colour marks of APP0, APP14 and a colour profile stay. */
const stays = (bytes: Uint8Array, at: number, marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xdf) || (marker === 0xe0 && letters(bytes, at + 4) === "JFIF") || (marker === 0xee && letters(bytes, at + 4, 5) === "Adobe")
  || (marker === 0xe2 && letters(bytes, at + 4, 11) === "ICC_PROFILE");

/** Where the coded picture data of a scan ends: at the next marker that is no stuffed byte and no restart. */
const afterScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at < bytes.length - 1; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
};

/** A JPEG without Exif (the place it was taken above all), XMP, maker's notes, comments, embedded previews, or anything after its end. */
export const lookAtJpeg = (bytes: Uint8Array): Looked => {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let [width, height] = [0, 0];
  for (let at = 2; at < bytes.length - 1;) {
    if (bytes[at] !== 0xff) return { why: "broken" };
    const marker = bytes[at + 1]!;
    if (marker === 0xff) { at += 1; continue; }
    if (marker === END) return width > 0 && height > 0 ? { clean: joined([...parts, bytes.subarray(at, at + 2)]), width, height } : { why: "broken" };
    if (marker === START || marker < 0xc0) return { why: "broken" };
    const length = big(bytes, at + 2, 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return { why: "broken" };
    if (isFrame(marker)) [height, width] = [big(bytes, at + 5, 2), big(bytes, at + 7, 2)];
    if (marker === SCAN) end = afterScan(bytes, end);
    if (stays(bytes, at, marker)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return { why: "broken" };
};
