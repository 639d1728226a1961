import { MEDIA_LANE } from "../../shared/contract/media-limits.ts";
import type { Message } from "./queues.ts";

const KEY = /^in\/([0-9a-z][0-9a-z-]{1,23})\/([0-9A-HJKMNP-TV-Z]{26})\/(?:full|thumb)$/;

/**
 * A bucket's word that an object arrived ("Object Created", by way of the event bus), as work of the feature whose queue it came to; null for
 * what is none of ours.
 */
export const readArrival = (body: Readonly<Record<string, unknown>>): Message | null => {
  if (body["detail-type"] !== "Object Created") return null;
  const key = String((body["detail"] as { object?: { key?: unknown } } | undefined)?.object?.key ?? "");
  const [, village, id] = KEY.exec(key) ?? [];
  return village && id ? { kind: "work", pk: `V#${village}`, work: MEDIA_LANE, lane: MEDIA_LANE, data: { id } } : null;
};
