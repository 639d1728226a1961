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

/**
 * Of these acts, those this phone keeps no more: the server has said yes. The keys are those `queue.send` gave; each look at the disk begins
 * after that, so nothing counts as taken that is only on its way. Undefined until the phone has looked.
 */
export const useTaken = (keys: readonly string[]): ReadonlySet<string> | undefined => {
  const [taken, set] = useState<ReadonlySet<string> | undefined>();
  useEffect(() => {
    let left = false;
    const look = (): void => void kept().then((all) => { if (!left) set(new Set(keys.filter((key) => !all.some((act) => act.key === key)))); }, () => undefined);
    look();
    const end = onOutbox(look);
    return () => { left = true; end(); };
  }, [keys.join()]);
  return taken;
};
