import { useEffect, useState } from "preact/hooks";
import { prefs } from "../prefs.ts";
import { t } from "../words.ts";
import { Button } from "./button.tsx";

const voice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis?.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(prefs().language));

/** Whether this phone can read the page's language aloud; voices may come late. */
export const useVoice = (): boolean => {
  const [there, set] = useState(() => !!voice());
  useEffect(() => {
    const look = (): void => set(!!voice());
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", look);
    return () => globalThis.speechSynthesis?.removeEventListener?.("voiceschanged", look);
  }, []);
  return there;
};
/** Reads a text aloud; a second call stops it. */
export const readAloud = (text: string): void => {
  const synth = globalThis.speechSynthesis;
  if (synth.speaking) { synth.cancel(); return; }
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice() ?? null;
  words.lang = words.voice?.lang ?? prefs().language;
  words.rate = 0.9;
  synth.speak(words);
};
/** What the page says, for the listen button: its main part without buttons. */
export const pageText = (): string => (document.querySelector("main")?.innerText ?? "").slice(0, 4_000);
/** Hidden where the phone has no voice of the language. */
export const ReadAloud = ({ text, label }: { text: string; label?: string }) =>
  useVoice() ? <Button icon="listen" onPress={() => readAloud(text)}>{label ?? t("frame.listen")}</Button> : null;
