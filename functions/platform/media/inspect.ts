import { MEDIA_LIMITS } from "../../../shared/contract/media.ts";
import { begins, letters, type Looked } from "./bytes.ts";
import { lookAtJpeg } from "./jpeg.ts";
import { lookAtPng } from "./png.ts";
import { lookAtMp4, lookAtOgg, lookAtWebm } from "./voice.ts";
import { lookAtWebp } from "./webp.ts";

/** Windows, Linux, macOS, Android and Java programs, scripts, and archives that hold any of them. */
const PROGRAMS: readonly (readonly number[])[] = [
  [0x4d, 0x5a], [0x7f, 0x45, 0x4c, 0x46], [0xfe, 0xed, 0xfa], [0xcf, 0xfa, 0xed, 0xfe], [0xce, 0xfa, 0xed, 0xfe], [0xca, 0xfe, 0xba, 0xbe], [0x64, 0x65, 0x78, 0x0a], [0x23, 0x21],
  [0x50, 0x4b, 0x03, 0x04], [0x52, 0x61, 0x72, 0x21], [0x37, 0x7a, 0xbc, 0xaf], [0x1f, 0x8b], [0x00, 0x61, 0x73, 0x6d],
];

/** The type the first bytes tell; null when they tell none that is taken here. */
export const typeOf = (bytes: Uint8Array): string | null =>
  begins(bytes, 0xff, 0xd8, 0xff) ? "image/jpeg"
    : begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? "image/png"
      : letters(bytes, 0) === "RIFF" && letters(bytes, 8) === "WEBP" ? "image/webp"
        : begins(bytes, 0x1a, 0x45, 0xdf, 0xa3) ? "audio/webm"
          : letters(bytes, 0) === "OggS" ? "audio/ogg"
            : letters(bytes, 4) === "ftyp" ? "audio/mp4" : null;

const LOOKS: Readonly<Record<string, (bytes: Uint8Array) => Looked>> = {
  "image/jpeg": lookAtJpeg, "image/png": lookAtPng, "image/webp": lookAtWebp, "audio/webm": lookAtWebm, "audio/ogg": lookAtOgg, "audio/mp4": lookAtMp4,
};

/**
 * Looks at bytes that say they are of a type: clean bytes without notes of camera or program, or why nobody shall see them.
 * @param declared the type that was signed for
 */
export const inspect = (bytes: Uint8Array, declared: string): Looked => {
  if (PROGRAMS.some((first) => begins(bytes, ...first))) return { why: "program" };
  const found = typeOf(bytes);
  if (!found && /<(?:!doctype|html|svg|\?xml|script|body|iframe)/i.test(letters(bytes, 0, Math.min(bytes.length, 1_000)))) return { why: "markup" };
  if (!found || found !== declared) return { why: "other-type" };
  const looked = LOOKS[found]!(bytes);
  if ("clean" in looked && Math.max(looked.width ?? 0, looked.height ?? 0) > MEDIA_LIMITS.pixels) return { why: "too-wide" };
  return looked;
};
