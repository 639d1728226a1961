/** What a thing may carry, and how large: bytes after the phone has made it small, the longest side in pixels, seconds of voice. Plain data: phone, cloud and stacks read it. */
export const MEDIA_LIMITS = { photos: 9, voices: 1, photoBytes: 1_000_000, thumbBytes: 25_000, voiceBytes: 2_000_000, pixels: 4_096, seconds: 120 } as const;

/** Folders of the bucket: where uploads arrive, what was looked at and may be seen, and what was not what it said (never read again, gone after 30 days). */
export const MEDIA_FOLDERS = { arriving: "in", kept: "kept", aside: "aside" } as const;
/** The lane of the queue to which the bucket says that something arrived. */
export const MEDIA_LANE = "check";
