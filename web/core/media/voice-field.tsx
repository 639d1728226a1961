import { useEffect, useRef, useState } from "preact/hooks";
import type { Taken } from "../offline/store.ts";
import { Button } from "../parts/button.tsx";
import { t } from "../words.ts";
import { newId } from "./new-id.ts";
import { canRecord, record } from "./recorder.ts";
import type { Recorded, Recording } from "./recorder.ts";
import { minutes } from "./refs.ts";
import "./style.ts";

/** What was said, to be heard once more before it goes. */
const Heard = ({ voice }: { voice: Taken }) => {
  const [url, set] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(voice.blob);
    set(made);
    return () => URL.revokeObjectURL(made);
  }, [voice.id]);
  return url ? <audio controls src={url} aria-label={t("media.voice", { length: minutes(voice.seconds ?? 0) })} /> : null;
};

/**
 * Says it instead of typing it: two minutes at most, the loudness shown; under a second or without a voice in it, it is asked again. Hidden where a phone cannot record.
 * @param value what was taken so far; pictures in it stay as they are
 * @example <VoiceField value={taken} onChange={setTaken} />
 */
export const VoiceField = ({ value, onChange, label }: { value: readonly Taken[]; onChange: (taken: readonly Taken[]) => void; label?: string }) => {
  const [running, run] = useState<Recording | undefined>();
  const [now, set] = useState({ level: 0, seconds: 0 });
  const [problem, say] = useState("");
  const live = useRef<Recording | undefined>(undefined);
  // The page is left in the middle of a sentence: the microphone goes off.
  useEffect(() => () => { void live.current?.stop(); }, []);
  const voice = value.find(({ kind }) => kind === "voice");
  const others = value.filter((each) => each !== voice);
  const take = (made: Recorded): void => {
    if (typeof made === "string") say(t(`media.${made}`));
    else onChange([...others, { id: newId(), kind: "voice", ...made }]);
  };
  const stop = async (): Promise<void> => {
    const recording = live.current;
    live.current = undefined;
    if (!recording) return;
    const made = await recording.stop();
    run(undefined);
    take(made);
  };
  const begin = async (): Promise<void> => {
    say("");
    set({ level: 0, seconds: 0 });
    try {
      live.current = await record((level, seconds, full) => { set({ level, seconds }); if (full) void stop(); });
      run(live.current);
    } catch {
      say(t("media.no-microphone"));
    }
  };
  if (!canRecord()) return null;
  return (
    <div class="field voice">
      {running ? (
        <>
          <p role="status">{t("media.listening")}</p>
          <p aria-hidden="true">{minutes(now.seconds)}</p>
          <meter min={0} max={1} value={Math.min(1, now.level * 2)} aria-label={t("media.level")} />
          <Button kind="danger" icon="done" onPress={stop}>{t("media.stop")}</Button>
        </>
      ) : voice ? (
        <>
          <Heard voice={voice} />
          <div class="row"><Button icon="mic" onPress={begin}>{t("media.again")}</Button><Button onPress={() => onChange(others)}>{t("media.voice.remove")}</Button></div>
        </>
      ) : <Button icon="mic" onPress={begin}>{label ?? t("media.speak")}</Button>}
      {problem ? <p class="wrong" role="alert">{problem}</p> : null}
    </div>
  );
};
