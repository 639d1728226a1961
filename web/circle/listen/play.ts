import { ask } from "../../core/client/ask.ts";
import type { Answer } from "../../core/client/types.ts";
import { mediaUrl } from "../../core/media/refs.ts";
import { prefs } from "../../core/prefs.ts";
import { pick } from "../../core/words.ts";

export type Told = Answer<"circle/listen", "today">;
export type Item = Told["items"][number];
export type Voice = Item["voices"][number];
const LOCAL = "local";

/** What the reader reads: the village's own language where the item has it, else theirs. */
export const textOf = (item: Item): string => item.more[prefs().tongue ?? ""] ?? pick(item.text);
/** The voice to hear: in the language chosen, else as people talk here, else in the page's language. */
export const voiceOf = (item: Item): Voice | undefined =>
  [prefs().tongue, LOCAL, prefs().language].flatMap((language) => item.voices.find((each) => each.language === language) ?? [])[0];
/** What the phone says where it speaks: title and text, the title once. */
export const spokenText = (item: Item): string => {
  const [title, text] = [pick(item.title), textOf(item)];
  return item.kind === "warning" || text.startsWith(title) ? text : `${title}。 ${text}`;
};

const phoneVoice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis?.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(prefs().tongue ?? prefs().language));
/** Whether this item can be heard on this phone. */
export const canHear = (item: Item): boolean => voiceOf(item) !== undefined || phoneVoice() !== undefined;

/** Plays one item to its end, or until stopped. `true`: it was heard to the end. */
export interface Playing { readonly ended: Promise<boolean>; stop(): void }

const play = (village: string, voice: Voice): Playing => {
  let over = false;
  let audio: HTMLAudioElement | undefined;
  let end: (heard: boolean) => void = () => undefined;
  const ended = new Promise<boolean>((resolve) => { end = resolve; });
  void (async () => {
    try {
      const answer = await ask({ method: "GET", url: mediaUrl(village, voice.media[0]!.id, "public", "full") });
      if (!answer.ok || over) { end(false); return; }
      const url = URL.createObjectURL(await answer.blob());
      audio = new Audio(url);
      audio.onended = () => { URL.revokeObjectURL(url); end(true); };
      audio.onerror = () => { URL.revokeObjectURL(url); end(false); };
      if (over) { end(false); return; }
      await audio.play();
    } catch { end(false); }
  })();
  return { ended, stop: () => { over = true; audio?.pause(); end(false); } };
};
const speak = (text: string): Playing => {
  const synth = globalThis.speechSynthesis;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = phoneVoice() ?? null;
  words.lang = words.voice?.lang ?? prefs().language;
  words.rate = 0.9;
  const ended = new Promise<boolean>((resolve) => { words.onend = () => resolve(true); words.onerror = () => resolve(false); });
  synth.cancel();
  synth.speak(words);
  return { ended, stop: () => synth.cancel() };
};

/** Starts an item: a neighbour's voice, and where that does not come, the phone's. Undefined where neither is there. */
export const begin = (village: string, item: Item): Playing | undefined => {
  const voice = voiceOf(item);
  const machine = phoneVoice();
  if (!voice) return machine ? speak(spokenText(item)) : undefined;
  const first = play(village, voice);
  if (!machine) return first;
  let now = first;
  let stopped = false;
  return {
    ended: first.ended.then((heard) => { if (heard || stopped) return heard; now = speak(spokenText(item)); return now.ended; }),
    stop: () => { stopped = true; now.stop(); },
  };
};
