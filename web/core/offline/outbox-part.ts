import { drain } from "./drain.ts";

/** The part of the frame that empties the outbox at the start; it is fetched only when something waits. */
(globalThis as unknown as { outbox: () => Promise<void> }).outbox = drain;
