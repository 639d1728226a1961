import { MEDIA_FOLDERS } from "../../../shared/contract/media-limits.ts";

export const PARTS = ["full", "thumb"] as const;
export type Part = (typeof PARTS)[number];
type Folder = keyof typeof MEDIA_FOLDERS;

/**
 * Where a part lies. Made of the village and the id alone: what a phone calls a file is never asked. What arrives and what is seen lie apart,
 * so that a ticket still good cannot put other bytes in the place of those that were looked at.
 */
export const keyOf = (folder: Folder, village: string, id: string, part: Part): string => `${MEDIA_FOLDERS[folder]}/${village}/${id}/${part}`;
export const keysOf = (folder: Folder, village: string, media: { readonly id: string; readonly thumb: unknown }): string[] =>
  (media.thumb ? PARTS : (["full"] as const)).map((part) => keyOf(folder, village, media.id, part));
