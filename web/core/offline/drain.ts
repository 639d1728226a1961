import { session } from "../session.ts";
import { bring } from "./bring.ts";
import { GRACE, isHeld } from "./hold-rules.ts";
import { Later, post } from "./post.ts";
import { forget, keep, kept } from "./store.ts";
import type { QueuedAct } from "./store.ts";
import { MARK, markOutbox } from "./wake.ts";

const SIGN = "wecountry-outbox";
/** What the server answered to one act, by its key. */
export interface Answered { readonly key: string; readonly answer: unknown }
/** Says that the outbox changed, and how. */
export const changed = (detail?: Answered): void => { dispatchEvent(new CustomEvent(SIGN, { detail })); };
/** Called whenever the outbox changes; returns how to stop listening. An event of the window, because each page carries its own copy of this file. */
export const onOutbox = (tell: (answered?: Answered) => void): (() => void) => {
  const heard = (event: Event): void => tell((event as CustomEvent<Answered | undefined>).detail ?? undefined);
  // Another tab that sent something says so by the mark it leaves.
  const elsewhere = (event: StorageEvent): void => { if (event.key === MARK) tell(); };
  addEventListener(SIGN, heard);
  addEventListener("storage", elsewhere);
  return () => { removeEventListener(SIGN, heard); removeEventListener("storage", elsewhere); };
};

/** Whether the reader may see and send it: their own, or what was written before anybody had signed in. */
export const isMine = ({ person }: QueuedAct): boolean => person === "" || person === session()?.person;

const isLife = (act: QueuedAct): boolean => act.feature.startsWith("alerts/");
const lifeFirst = (a: QueuedAct, b: QueuedAct): number => Number(isLife(b)) - Number(isLife(a));
const problemOf = (thrown: unknown): NonNullable<QueuedAct["problem"]> => (thrown as { problem?: QueuedAct["problem"] }).problem ?? { type: "unexpected", status: 0, title: String((thrown as Error).message) };

const sendText = async (act: QueuedAct): Promise<void> => {
  const answer = await post(act.feature, act.route, act, { params: act.params, body: act.body, key: act.key, ifMatch: act.ifMatch });
  if (act.media?.length) await keep({ ...act, state: "text-stands" });
  else await forget(act.key);
  changed({ key: act.key, answer });
};

const sendMedia = async (act: QueuedAct): Promise<void> => {
  for (const each of act.media ?? []) {
    if (each.sent) continue;
    await bring(act, each);
    each.sent = true;
    await keep(act);
    changed();
  }
  await forget(act.key);
};

/** Goes through what is in this state, life first and else oldest first; what cannot go now stays, what is refused stays and says why. */
const go = async (state: QueuedAct["state"], send: (act: QueuedAct) => Promise<void>): Promise<void> => {
  const stuck = new Set<string>();
  for (const act of (await kept()).filter((each) => each.state === state && isMine(each) && !isHeld(each)).sort(lifeFirst)) {
    if (stuck.has(act.feature)) continue;
    try {
      await send(act);
    } catch (thrown) {
      if (thrown instanceof Later && thrown.away) break;
      // A letter that cannot go now holds back letters, never a call for help.
      if (thrown instanceof Later) { stuck.add(act.feature); continue; }
      await keep({ ...act, state: "refused", problem: problemOf(thrown) });
    }
    changed();
  }
  markOutbox((await kept()).some((act) => act.state !== "refused" && isMine(act)));
  changed();
};

/**
 * Sends the words that wait, one at a time and in one tab only (a Web Lock): sync, message and online events race, and without the lock one
 * letter goes out several times. Whoever comes meanwhile waits and then looks again, so nothing written in between is left.
 */
export const drainTexts = (): Promise<void> => navigator.locks.request("wecountry-outbox", () => go("waiting", sendText));
/** Brings the pictures and voices of words that stand. A lock of its own: a call for help does not wait behind a picture on a weak network. */
const drainMedia = (): Promise<void> => navigator.locks.request("wecountry-pictures", () => go("text-stands", sendMedia));
/** All words first, then what belongs to them. */
export const drain = async (): Promise<void> => {
  await drainTexts();
  await drainMedia();
  // What may still be taken back goes when its ten seconds are over, if the page that held it is gone.
  if ((await kept()).some((act) => isHeld(act))) setTimeout(() => void drain(), GRACE + 1_000);
};
