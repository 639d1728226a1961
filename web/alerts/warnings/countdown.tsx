import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/words.ts";

const AFTER = 3;
/** How long the second person still has; asks anew when the time is up, until the answer has changed. */
export const Countdown = ({ until, onUp }: { until: string; onUp: () => void }) => {
  const left = (): number => Math.ceil((Date.parse(until) - Date.now()) / 1_000);
  const [seconds, set] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = left();
      set(now);
      if (now <= 0 && now % AFTER === 0) onUp();
    }, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  const clock = `${Math.floor(Math.max(0, seconds) / 60)}:${String(Math.max(0, seconds) % 60).padStart(2, "0")}`;
  return <div class="tiles"><div class="tile careful" role="timer"><b>{clock}</b><span>{t(seconds > 0 ? "waiting.left" : "waiting.up")}</span></div></div>;
};
