import type { MediaAudience } from "../../../shared/contract/media.ts";
import { acting } from "../acting.ts";
import { newKey } from "../client/ask.ts";
import type { LooseCall } from "../client/client.ts";
import { Refused } from "../client/refused.ts";
import type { Answer, Args, Feature, RouteName } from "../client/types.ts";
import { sending } from "../form/drafts.ts";
import { part } from "../part.ts";
import { prefs } from "../prefs.ts";
import { here } from "../router.ts";
import { session } from "../session.ts";
import { t } from "../words.ts";
import { changed, drain, drainTexts, onOutbox } from "./drain.ts";
import { GRACE, mayBeTakenBack } from "./hold-rules.ts";
import { forget, keep, kept } from "./store.ts";
import type { QueuedAct, Taken } from "./store.ts";
import { markOutbox } from "./wake.ts";

export interface Extras {
  /** What the reader calls it in the list of what waits. */
  readonly title: string;
  /** Pictures and voices named in the body's `media`; they follow the words. */
  readonly media?: readonly Taken[];
  /** Who may see them; left out: the village. */
  readonly audience?: MediaAudience;
}

/** An act as the outbox keeps it. */
export const actOf = (feature: string, route: string, call: LooseCall, { title, media = [], audience = "village" }: Extras): QueuedAct => {
  const { village, area } = { ...here(), ...call };
  const who = acting();
  return {
    ...(who && who.village === village ? { actingFor: who.person } : {}),
    key: call.key ?? newKey(), at: Date.now(), person: session()?.person ?? "", feature, route, body: call.body, title, from: location.pathname, ...(sending.draft ? { draft: sending.draft } : {}), state: "waiting",
    place: { ...(village ? { village } : {}), ...(area ? { area } : {}) }, ...(call.params ? { params: call.params } : {}), ...(call.ifMatch === undefined ? {} : { ifMatch: call.ifMatch }),
    media: media.map((each) => ({ ...each, audience, sent: false })),
  };
};

/** Keeps it on the disk; in elder mode with ten seconds in which it can be taken back. */
const write = async (feature: string, route: string, call: LooseCall, extras: Extras): Promise<{ key: string; held: Promise<boolean> | null }> => {
  const act = actOf(feature, route, call, extras);
  const mayBack = prefs().mode === "elder" && mayBeTakenBack(feature, route);
  await keep(mayBack ? { ...act, until: Date.now() + GRACE } : act);
  markOutbox(true);
  changed();
  if (!mayBack) return { key: act.key, held: null };
  const held = part("hold").then(() => (globalThis as unknown as { takenBack: (title: string) => Promise<boolean> }).takenBack(extras.title)).catch(() => false).then(async (back) => {
    if (back) await forget(act.key);
    else await keep(act);
    changed();
    return back;
  });
  return { key: act.key, held };
};

/** What `send` does, for names that are only known at run time. */
export const keepLoosely = async (feature: string, route: string, call: LooseCall, extras: Extras): Promise<string> => {
  const { key, held } = await write(feature, route, call, extras);
  if (held) void held.then(drain);
  else void drain();
  return key;
};

/**
 * Keeps a write on the phone before anything is sent, then sends it as soon as there is a network: first the text, then each picture.
 * @returns the act's key once it is on the disk
 */
export const send = <F extends Feature, R extends RouteName<F>>(feature: F, route: R, args: Args<F, R>, extras: Extras): Promise<string> =>
  keepLoosely(feature, route, args as LooseCall, extras);

const MOMENT = 4_000;
/**
 * The same, and waits a moment for the answer, so that a form can go on to what was made or say what is wrong at its field.
 * @returns undefined when no answer came in that moment: it stays on the phone and goes by itself
 * @throws Refused when the server refused it; then the phone does not keep it
 */
export const sendNow = async <F extends Feature, R extends RouteName<F>>(feature: F, route: R, args: Args<F, R>, extras: Extras): Promise<Answer<F, R> | undefined> => {
  const { key, held } = await write(feature, route, args as LooseCall, extras);
  if (await held) throw new Refused({ type: "taken-back", status: 0, title: t("undo.taken-back") });
  let answer: unknown;
  const end = onOutbox((answered) => { if (answered?.key === key) answer = answered.answer; });
  await Promise.race([drainTexts(), new Promise((resolve) => { setTimeout(resolve, MOMENT); })]);
  end();
  void drain();
  const refused = (await kept()).find((act) => act.key === key && act.state === "refused");
  if (!refused?.problem) return answer as Answer<F, R> | undefined;
  await forget(key);
  changed();
  throw new Refused(refused.problem);
};
/** Takes a kept act back, as long as the server has not got it. */
export const takeBack = (key: string): Promise<unknown> => forget(key);
/** @example queue.send("cadres/letters", "send", { body: { …, media: refsOf(taken) } }, { title: body.title, media: taken }) */
export const queue = { send, sendNow, takeBack, drain };
