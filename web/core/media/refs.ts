import type { MediaAudience, MediaRef } from "../../../shared/contract/media.ts";
import type { Taken } from "../offline/store.ts";

/** How a body names what follows it. */
export const refsOf = (taken: readonly Taken[]): MediaRef[] => taken.map(({ id, kind }) => ({ id, kind }));

/** Where a picture or voice, or what is known of it, is read: public ones without cookies, so that the CDN keeps them. */
export const mediaUrl = (village: string, id: string, audience: MediaAudience, part?: "full" | "thumb"): string =>
  `/${audience === "public" ? "open" : "v1"}/platform/media/villages/${village}/${id}${part ? `/${part}` : ""}`;
/** "0:07" */
export const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;
