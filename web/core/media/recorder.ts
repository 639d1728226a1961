import { MEDIA_LIMITS } from "../../../shared/contract/media-limits.ts";

/** What this phone can write of what is taken, best first. */
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"] as const;
const BITS = 24_000;
/** Below this, of 1, nobody was speaking. */
const SILENT = 0.02;

export type Recorded = { readonly blob: Blob; readonly seconds: number } | "too-short" | "silent";
export interface Recording { stop(): Promise<Recorded> }

/** Whether this phone can record at all. */
export const canRecord = (): boolean => "MediaRecorder" in globalThis && Boolean(navigator.mediaDevices) && TYPES.some((type) => MediaRecorder.isTypeSupported(type));

/**
 * Listens to the microphone until stopped, two minutes at most.
 * @param tell told some times a second: how loud it is (0 to 1) and how many seconds have passed; `true` when the two minutes are over
 * @throws when the reader does not allow it or there is no microphone
 */
export const record = async (tell: (level: number, seconds: number, full: boolean) => void): Promise<Recording> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true, echoCancellation: true } });
  const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each))!;
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => { parts.push(data); };
  const context = new AudioContext();
  const meter = context.createAnalyser();
  // A third of a second at once: a slow phone that looks seldom still hears every word.
  meter.fftSize = 16_384;
  context.createMediaStreamSource(stream).connect(meter);
  const wave = new Uint8Array(meter.fftSize);
  let loudest = 0;
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  const look = setInterval(() => {
    meter.getByteTimeDomainData(wave);
    let level = 0;
    for (const each of wave) level = Math.max(level, Math.abs(each - 128) / 128);
    loudest = Math.max(loudest, level);
    tell(level, passed(), passed() >= MEDIA_LIMITS.seconds);
  }, 100);
  recorder.start();
  return {
    stop: async () => {
      const seconds = Math.min(MEDIA_LIMITS.seconds, passed());
      clearInterval(look);
      await new Promise<void>((resolve) => { recorder.onstop = () => resolve(); if (recorder.state === "inactive") resolve(); else recorder.stop(); });
      for (const track of stream.getTracks()) track.stop();
      await context.close();
      if (seconds < 1) return "too-short";
      return loudest < SILENT ? "silent" : { blob: new Blob(parts, { type: type.split(";")[0]! }), seconds: Math.round(seconds * 10) / 10 };
    },
  };
};
