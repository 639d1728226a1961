import type { contract } from "../../../shared/platform/media/contract.ts";
import type { WhyAside } from "../../../shared/platform/media/media.ts";
import { objects, put, type ObjectStore, type Stored, type WorkGiven } from "../../core/implement.ts";
import { inspect } from "./inspect.ts";
import { keyOf, keysOf, PARTS, type Part } from "./keys.ts";
import { Media } from "./rows.ts";

type Given = WorkGiven<typeof contract>;
interface Arrived { readonly part: Part; readonly type: string; readonly bytes: Uint8Array }

const sha256 = async (bytes: Uint8Array): Promise<string> => Buffer.from(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)).toString("hex");

/** Its parts as they arrived; null while one is still on its way. */
const arrived = async (store: ObjectStore, village: string, media: Media): Promise<Arrived[] | null> => {
  const parts = PARTS.filter((part) => part === "full" || media.thumb !== null);
  const found = await Promise.all(parts.map((part) => store.get(keyOf("arriving", village, media.id, part))));
  return found.some((each) => each === null) ? null : parts.map((part, i) => ({ part, type: part === "full" ? media.type : media.thumb!.type, bytes: found[i]! }));
};

/** Bytes that were not what they said: kept apart for whoever looks into it, and never served. */
const setAside = async ({ commit, place, clock }: Given, store: ObjectStore, media: Stored<Media>, parts: readonly Arrived[], why: WhyAside): Promise<void> => {
  const { version, ...row } = media;
  for (const { part, bytes } of parts) await store.put(keyOf("aside", place.id, media.id, part), bytes, "application/octet-stream");
  const stands = await commit({ writes: [put(Media, { ...row, state: "quarantined", why, hash: await sha256(parts[0]!.bytes), size: parts[0]!.bytes.length, at: clock().toISOString() }, { version })], emits: { name: "set-aside", data: { media: media.id, why } } });
  if (stands) await store.remove(keysOf("arriving", place.id, media));
};

/**
 * Looks at what arrived: type by its first bytes, pixels, size; cleans it, keeps it where it may be seen, then says so. Run twice it does the
 * same again; a part that is missing leaves all as it is, because the bucket speaks once for each.
 */
export const check = async (given: Given): Promise<void> => {
  const { table, data, place, commit } = given;
  const media = await table.get(Media, String(data["id"]));
  if (!media || media.state !== "waiting") return;
  const store = await objects();
  const parts = await arrived(store, place.id, media);
  if (!parts) return;
  const looked = parts.map(({ bytes, type }) => inspect(bytes, type));
  const wrong = looked.find((each) => "why" in each);
  if (wrong && "why" in wrong) return setAside(given, store, media, parts, wrong.why);
  const clean = looked.flatMap((each) => ("clean" in each ? [each] : []));
  for (const [i, { part, type }] of parts.entries()) await store.put(keyOf("kept", place.id, media.id, part), clean[i]!.clean, type);
  const { version, ...row } = media;
  const { clean: bytes, width, height } = clean[0]!;
  const stands = await commit({
    writes: [put(Media, { ...row, state: "ready", size: bytes.length, hash: await sha256(bytes), width, height, keys: keysOf("kept", place.id, media) }, { version })],
    emits: { name: "kept", data: { media: media.id } },
  });
  if (stands) await store.remove(keysOf("arriving", place.id, media));
};
