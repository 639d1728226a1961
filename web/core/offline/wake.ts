import { part } from "../part.ts";

export const MARK = "wecountry.outbox";
/** Notes that something waits in the outbox, so that the next start looks without opening a database for nothing. */
export const markOutbox = (waits: boolean): void => { if (waits) localStorage.setItem(MARK, "1"); else localStorage.removeItem(MARK); };

/** Fetches the part that empties the outbox; it registers itself and drains. */
export const wakeOutbox = (): Promise<unknown> => part<() => Promise<void>>("outbox").then((drain) => drain());

/** A network that comes back is often of no use in its first moments: the same is tried after so many milliseconds. */
const TRIES = [0, 3_000, 6_000, 20_000];
/** At the start, when the network comes back (more than once) and when the page is looked at again: send what waits. */
export const drainIfAny = (): void => {
  const look = (): void => { if (localStorage.getItem(MARK) && document.visibilityState === "visible") wakeOutbox().catch(() => undefined); };
  addEventListener("online", () => { for (const after of TRIES) setTimeout(look, after); });
  document.addEventListener("visibilitychange", look);
  look();
};
