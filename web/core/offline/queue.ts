import { newKey } from "../client/ask.ts";
import type { LooseCall } from "../client/client.ts";
import type { Args, Feature, RouteName } from "../client/types.ts";
import { here } from "../router.ts";
import { session } from "../session.ts";
import { changed, drain } from "./drain.ts";
import { forget, keep } from "./store.ts";
import type { QueuedAct } from "./store.ts";
import { markOutbox } from "./wake.ts";

export interface Extras {
  /** What the reader calls it in the list of what waits. */
  readonly title: string;
  readonly blobs?: readonly { readonly blob: Blob; readonly feature: string; readonly route: string }[];
}

/** What `send` does, for names that are only known at run time. */
export const keepLoosely = async (feature: string, route: string, call: LooseCall, { title, blobs = [] }: Extras): Promise<string> => {
  const { village, area } = { ...here(), ...call };
  const act: QueuedAct = {
    key: call.key ?? newKey(), at: Date.now(), person: session()?.person ?? "", feature, route, body: call.body, title, state: "waiting",
    place: { ...(village ? { village } : {}), ...(area ? { area } : {}) }, ...(call.params ? { params: call.params } : {}),
    blobs: blobs.map((each) => ({ ...each, key: newKey(), sent: false })),
  };
  await keep(act);
  markOutbox(true);
  changed();
  void drain();
  return act.key;
};

/**
 * Keeps a write on the phone before anything is sent, then sends it as soon as there is a network: first the text, then each picture.
 * @returns the act's key once it is on the disk
 */
export const send = <F extends Feature, R extends RouteName<F>>(feature: F, route: R, args: Args<F, R>, extras: Extras): Promise<string> =>
  keepLoosely(feature, route, args as LooseCall, extras);
/** Takes a kept act back, as long as the server has not got it. */
export const takeBack = (key: string): Promise<unknown> => forget(key);
/** @example queue.send("cadres/letters", "send", { body }, { title: body.title, blobs }) */
export const queue = { send, takeBack, drain };
