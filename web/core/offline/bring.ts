import type { QueuedAct, QueuedMedia } from "./store.ts";
import { Later, post } from "./post.ts";

/** A picture over a weak network takes longer than words; its ticket lasts five minutes. */
const PATIENCE = 240_000;
type Fields = Readonly<Record<string, string>> | null;
interface Ticket { readonly url: string; readonly full: Fields; readonly thumb: Fields }
const MEDIA = "platform/media";

/** One signed form. Whatever the bucket objects to (broken off, too late) is tried again with a fresh ticket; what is wrong with the thing itself was said when it was asked for. */
const upload = async (url: string, fields: Fields, blob: Blob | undefined): Promise<void> => {
  if (!fields || !blob) return;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", blob);
  const stored = await fetch(url, { method: "POST", body: form, credentials: "omit", signal: AbortSignal.timeout(PATIENCE) }).catch(() => { throw new Later(true); });
  if (!stored.ok) throw new Later();
};

/**
 * Asks where a picture or voice may go, brings it there, and says that it is there. Its id was made on the phone: asked again after a reload
 * or a lost answer, the server gives another ticket, or none when it has it.
 */
export const bring = async (act: QueuedAct, { id, kind, blob, thumb, seconds, audience }: QueuedMedia): Promise<void> => {
  const body = { id, kind, type: blob.type, bytes: blob.size, audience, feature: act.feature, ...(thumb ? { thumb: { type: thumb.type, bytes: thumb.size } } : {}), ...(seconds ? { seconds } : {}) };
  // Words may be for another; whoever took a picture brings it in their own name.
  const own = { place: act.place };
  const ticket = (await post(MEDIA, "sign", own, { body })) as Ticket;
  if (!ticket.full) return;
  await upload(ticket.url, ticket.full, blob);
  await upload(ticket.url, ticket.thumb, thumb);
  await post(MEDIA, "done", own, { params: { id }, again: [409] });
};
