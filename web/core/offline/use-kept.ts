import { useEffect, useState } from "preact/hooks";
import { isMine, onOutbox } from "./drain.ts";
import { kept } from "./store.ts";
import type { QueuedAct } from "./store.ts";

/** The reader's acts of one feature that this phone still keeps, oldest first, anew whenever the outbox changes; undefined until the phone has looked. */
export const useKept = (feature: string): readonly QueuedAct[] | undefined => {
  const [acts, set] = useState<readonly QueuedAct[] | undefined>();
  useEffect(() => {
    const look = (): void => void kept().then((all) => set(all.filter((act) => isMine(act) && act.feature === feature)), () => set([]));
    look();
    return onOutbox(look);
  }, [feature]);
  return acts;
};
