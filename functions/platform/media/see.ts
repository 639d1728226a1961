import { heardThrough, objects, put, type Caller, type Stored, type Table } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { keyOf, type Part } from "./keys.ts";
import { Media } from "./rows.ts";
import { mayKnow, mayWrite } from "./rules.ts";
import { mediaView } from "./view.ts";

type Found = Stored<Media> | "not-found" | "sign-in-needed" | "not-for-you";
/** The picture if this reader may know it; a guest is asked to sign in, anybody else is refused. */
const find = async (table: Table, id: string, caller: Caller): Promise<Found> => {
  const media = await table.get(Media, id);
  if (!media) return "not-found";
  return mayKnow(media, caller) || (caller.person !== null && media.audience === "mine" && await heardThrough(table, id, caller)) ? media : caller.person === null ? "sign-in-needed" : "not-for-you";
};

export const about = async ({ table, params, caller, fail }: For<"about">) => {
  const found = await find(table, params.id, caller);
  return typeof found === "string" ? fail(found) : mediaView(found);
};

/** The bytes go through here, so that rights are judged each time and no address opens anything by itself. */
const bytes = async ({ table, params, caller, village, fail }: For<"full"> | For<"thumb">, part: Part) => {
  const found = await find(table, params.id, caller);
  if (typeof found === "string") return fail(found);
  const type = part === "full" ? found.type : found.thumb?.type;
  const kept = found.state === "ready" && type ? await (await objects()).get(keyOf("kept", village.id, found.id, part)) : null;
  return kept && type ? { type, base64: Buffer.from(kept).toString("base64") } : fail("not-found");
};
export const full = (given: For<"full">) => bytes(given, "full");
export const thumb = (given: For<"thumb">) => bytes(given, "thumb");

export const transcribe = async ({ table, params, body, caller, now, ifMatch, change, fail }: For<"transcribe">) => {
  const media = await table.get(Media, params.id);
  if (!media || media.kind !== "voice") return fail("not-found");
  if (!mayKnow(media, caller)) return fail("not-for-you");
  if (!mayWrite(media, caller.person!, caller.holds)) return fail("written-already");
  const { version, ...row } = media;
  const next: Media = { ...row, transcript: { text: body.text, person: caller.person!, name: caller.member!.name, at: now.toISOString() } };
  return change({
    writes: [put(Media, next, { version: ifMatch ?? version, ...(ifMatch === null ? {} : { fromClient: true as const }) })],
    emits: { name: "written", data: { media: media.id } }, answer: mediaView({ ...next, version: version + 1 }),
  });
};
