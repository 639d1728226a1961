import { ask, PATIENCE } from "../client/ask.ts";
import { refusedBy } from "../client/refused.ts";
import { routeOf, urlOf } from "../client/routes.ts";
import { session } from "../session.ts";
import { forget, keep, kept } from "./store.ts";
import type { QueuedAct, QueuedBlob } from "./store.ts";
import { markOutbox } from "./wake.ts";

/** Answers after which the same thing may be sent again later; any other 4xx is a refusal to be shown. */
export const LATER: readonly number[] = [401, 408, 425, 429];
/** Not now. `away`: no answer came at all, so nothing else will go either. */
class Later extends Error {
  readonly away: boolean;
  constructor(away = false) { super("later"); this.away = away; }
}

const post = async (feature: string, route: string, act: QueuedAct, params: Readonly<Record<string, string>> | undefined, body: unknown, key: string): Promise<unknown> => {
  const data = await routeOf(feature, route).catch(() => { throw new Later(); });
  const answer = await ask({ method: data.method, url: urlOf(feature, data, { ...act.place, params }), body: JSON.stringify(body ?? {}), key }).catch(() => { throw new Later(true); });
  if (answer.ok) return answer.json().catch(() => ({}));
  if (LATER.includes(answer.status) || answer.status >= 500) throw new Later();
  throw await refusedBy(answer);
};

interface Ticket { readonly media: string; readonly url: string; readonly fields: Readonly<Record<string, string>> }
const MEDIA = "platform/media";

/** Asks where the picture may go, brings it there, and tells the matter it belongs to. Each step has its own key, so each may be repeated. */
const sendBlob = async (act: QueuedAct, part: QueuedBlob): Promise<void> => {
  const ticket = (await post(MEDIA, "ask", act, undefined, { type: part.blob.type, bytes: part.blob.size }, `${part.key}-ask`)) as Ticket;
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value);
  form.append("file", part.blob);
  const stored = await fetch(ticket.url, { method: "POST", body: form, credentials: "omit", signal: AbortSignal.timeout(PATIENCE) }).catch(() => { throw new Later(); });
  if (!stored.ok) throw stored.status >= 500 || LATER.includes(stored.status) ? new Later() : await refusedBy(stored);
  await post(part.feature, part.route, act, { ...act.params, ...(act.answer as { id?: string } | undefined) }, { media: ticket.media }, part.key);
};

const sendOne = async (act: QueuedAct): Promise<void> => {
  if (act.state === "waiting") {
    act.answer = await post(act.feature, act.route, act, act.params, act.body, act.key);
    act.state = "text-stands";
    await keep(act);
    changed();
  }
  for (const part of act.blobs.filter(({ sent }) => !sent)) {
    await sendBlob(act, part);
    part.sent = true;
    await keep(act);
  }
  await forget(act.key);
};

const SIGN = "wecountry-outbox";
/** Says that the outbox changed. */
export const changed = (): void => { dispatchEvent(new Event(SIGN)); };
/** Called whenever the outbox changes; returns how to stop listening. An event of the window, because each page carries its own copy of this file. */
export const onOutbox = (tell: () => void): (() => void) => { addEventListener(SIGN, tell); return () => removeEventListener(SIGN, tell); };

/** Whether the reader may see and send it: their own, or what was written before anybody had signed in. */
export const isMine = ({ person }: QueuedAct): boolean => person === "" || person === session()?.person;

const isLife = (act: QueuedAct): boolean => act.feature.startsWith("alerts/");
const lifeFirst = (a: QueuedAct, b: QueuedAct): number => Number(isLife(b)) - Number(isLife(a));

/**
 * Sends what waits, one at a time and in one tab only (a Web Lock): sync, message and online events race, and without the lock one
 * letter goes out several times. Whoever comes meanwhile waits and then looks again, so nothing written in between is left. What cannot go now stays; what is refused stays and says why.
 */
export const drain = async (): Promise<void> => {
  await navigator.locks.request("wecountry-outbox", async () => {
    const stuck = new Set<string>();
    for (const act of [...(await kept())].sort(lifeFirst)) {
      if (act.state === "refused" || !isMine(act) || stuck.has(act.feature)) continue;
      try {
        await sendOne(act);
      } catch (thrown) {
        if (thrown instanceof Later && thrown.away) break;
        // A letter that cannot go now holds back letters, never a call for help.
        if (thrown instanceof Later) { stuck.add(act.feature); continue; }
        act.state = "refused";
        act.problem = (thrown as { problem?: QueuedAct["problem"] }).problem!;
        await keep(act);
      }
      changed();
    }
    markOutbox((await kept()).some((act) => act.state !== "refused" && isMine(act)));
  });
  changed();
};
