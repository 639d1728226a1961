import { randomUUID } from "node:crypto";
import { ulid } from "ulid";
import type { Answered, As, TestStack } from "../../core/stack.ts";
import { jpeg } from "./samples.ts";

export const M = "platform/media";
export interface Wanted { readonly id?: string; readonly kind?: "photo" | "voice"; readonly type?: string; readonly audience?: "public" | "village" | "mine"; readonly bytes?: Uint8Array; readonly small?: Uint8Array; readonly said?: number }

/** Asks where a picture may go. */
export const ask = (as: As, village: string, { id = ulid(), kind = "photo", type = "image/jpeg", audience = "public", bytes = jpeg(), small = jpeg({ width: 200, height: 150 }), said = bytes.length }: Wanted = {}): Promise<Answered> =>
  as.call(M, "sign", { village, body: { id, kind, type, bytes: said, audience, feature: "affairs/notices", ...(kind === "photo" ? { thumb: { type: "image/jpeg", bytes: small.length } } : { seconds: 4 }) } });

/** Posts a form as a phone does; `change` is what somebody does to it on the way. */
export const post = async (stack: TestStack, fields: Record<string, string>, bytes: Uint8Array, change: Record<string, string> = {}, name = "photo.jpg"): Promise<{ status: number; code?: string }> => {
  const form = new FormData();
  for (const [key, value] of Object.entries({ ...fields, ...change })) form.append(key, value);
  form.append("file", new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  const sent = new Response(form);
  return stack.media.post(Buffer.from(await sent.arrayBuffer()), sent.headers.get("content-type")!);
};

/** The whole way of one picture or voice; answers its id. */
export const bring = async (stack: TestStack, as: As, village: string, wanted: Wanted = {}): Promise<string> => {
  const { bytes = jpeg(), small = jpeg({ width: 200, height: 150 }) } = wanted;
  const { body } = await ask(as, village, wanted);
  await post(stack, body.full, bytes);
  if (body.thumb) await post(stack, body.thumb, small);
  await stack.settle();
  return body.media as string;
};
export const key = randomUUID;
