import { objects, put, uploadFields, type Stored } from "../../core/implement.ts";
import type { NewMedia } from "../../../shared/platform/media/media.ts";
import type { For } from "./given.ts";
import { keyOf, keysOf, type Part } from "./keys.ts";
import { Media } from "./rows.ts";
import { ORPHAN_AFTER, refusalFor, TICKET_LASTS } from "./rules.ts";
import { mediaView } from "./view.ts";

const ticketFor = async (media: Media, village: string, now: Date) => {
  const store = await objects();
  const base = { media: media.id, state: media.state, url: `/${store.bucket}`, full: null, thumb: null };
  if (media.state !== "waiting") return base;
  const [signer, until] = [await store.signer(), new Date(now.getTime() + TICKET_LASTS)];
  const fields = (part: Part, type: string, bytes: number) => uploadFields({ bucket: store.bucket, key: keyOf("arriving", village, media.id, part), type, bytes, until }, signer, now);
  return { ...base, full: fields("full", media.type, media.bytes), thumb: media.thumb ? fields("thumb", media.thumb.type, media.thumb.bytes) : null };
};

const isSame = (media: Media, body: NewMedia): boolean =>
  media.kind === body.kind && media.type === body.type && media.bytes === body.bytes && media.audience === body.audience && media.thumb?.bytes === body.thumb?.bytes && media.thumb?.type === body.thumb?.type;

/**
 * A ticket to bring a picture or a voice: signed for one person, one id, one type and length, for minutes. The same id again gives a fresh
 * ticket while it waits and none once it is there, so that a phone which lost an answer may simply ask again.
 */
export const sign = async ({ table, body, caller, village, now, change, fail }: For<"sign">) => {
  const no = refusalFor(body);
  if (no) return fail(no, { field: "type" });
  const before: Stored<Media> | null = await table.get(Media, body.id);
  if (before) return before.owner === caller.person && isSame(before, body) ? ticketFor(before, village.id, now) : fail("id-taken", { field: "id" });
  const media: Media = {
    id: body.id, kind: body.kind, type: body.type, bytes: body.bytes, thumb: body.thumb ?? null, seconds: body.seconds ?? null, owner: caller.person!, audience: body.audience, feature: body.feature,
    at: now.toISOString(), state: "waiting", why: null, size: null, hash: null, width: null, height: null, transcript: null, lookAt: new Date(now.getTime() + ORPHAN_AFTER).toISOString(), keys: [],
  };
  return change({ writes: [put(Media, media, "new")], emits: { name: "asked", data: { media: media.id, feature: media.feature } }, answer: await ticketFor(media, village.id, now) });
};

/** The phone says it is there. What is not is asked for again; what is will be looked at, whether or not the bucket said so. */
export const done = async ({ table, params, caller, village, change, fail }: For<"done">) => {
  const media = await table.get(Media, params.id);
  if (!media || media.owner !== caller.person) return fail("not-found");
  if (media.state !== "waiting") return mediaView(media);
  const store = await objects();
  const there = await Promise.all(keysOf("arriving", village.id, media).map((key) => store.get(key)));
  if (there.some((each) => each === null)) {
    // The bucket's word may have been quicker than this: then it was looked at and moved in between.
    const now = await table.get(Media, params.id);
    return now && now.state !== "waiting" ? mediaView(now) : fail("not-arrived");
  }
  return change({ writes: [], emits: { name: "brought", data: { media: media.id } }, answer: mediaView(media) });
};
