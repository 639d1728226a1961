import { useEffect, useState } from "preact/hooks";

const PAUSE_MS = 300;
/** What somebody types to look for, trimmed, once they have paused: what is asked of the server. */
export const useSought = (typed: string): string => {
  const [sought, seek] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => seek(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return sought;
};
