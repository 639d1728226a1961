import { MEDIA_LIMITS } from "../../../shared/contract/media-limits.ts";
import type { Taken } from "../offline/store.ts";
import { newId } from "./new-id.ts";

interface Try { readonly longest: number; readonly quality: number }
/** From what looks good to what always fits. */
const LARGE: readonly Try[] = [{ longest: 1_600, quality: 0.75 }, { longest: 1_600, quality: 0.55 }, { longest: 1_200, quality: 0.5 }, { longest: 900, quality: 0.4 }];
const SMALL: readonly Try[] = [{ longest: 320, quality: 0.6 }, { longest: 240, quality: 0.5 }, { longest: 160, quality: 0.4 }];

const draw = async (picture: ImageBitmap, { longest, quality }: Try): Promise<Blob> => {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d")!;
  // A JPEG knows no transparency: without a ground, clear parts would turn black.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const as = (type: string): Promise<Blob | null> => new Promise((resolve) => { canvas.toBlob(resolve, type, quality); });
  // A phone that cannot write WebP answers with a PNG, which is larger than the JPEG it can write.
  const webp = await as("image/webp");
  const small = webp?.type === "image/webp" ? webp : await as("image/jpeg");
  if (!small) throw new Error("the phone could not make the picture");
  return small;
};
const fit = async (picture: ImageBitmap, tries: readonly Try[], most: number): Promise<Blob> => {
  for (const each of tries) {
    const made = await draw(picture, each);
    if (made.size <= most) return made;
  }
  throw new Error("the picture stays too large");
};

/**
 * A picture made small on the phone, with a smaller one beside it. Drawing it anew leaves out everything the camera wrote into the file, the
 * place above all; the server takes it out once more.
 * @throws Error when this phone cannot open it
 */
export const takePhoto = async (file: Blob): Promise<Taken> => {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    return { id: newId(), kind: "photo", blob: await fit(picture, LARGE, MEDIA_LIMITS.photoBytes), thumb: await fit(picture, SMALL, MEDIA_LIMITS.thumbBytes) };
  } finally {
    picture.close();
  }
};
