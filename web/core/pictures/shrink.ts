const LONGEST = 1_600;
const QUALITY = 0.72;

/**
 * A picture made small on the phone. Drawing it anew leaves out everything the camera wrote into the file, the place above all.
 * @returns WebP where the phone can, else JPEG; longest side 1,600 pixels unless said
 */
export const shrink = async (file: Blob, longest: number = LONGEST): Promise<Blob> => {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const as = (type: string): Promise<Blob | null> => new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
  const small = (await as("image/webp")) ?? (await as("image/jpeg"));
  if (!small) throw new Error("the phone could not make the picture");
  return small;
};
