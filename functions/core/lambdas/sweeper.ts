import { clock } from "../clock.ts";
import { sweep } from "../sweep.ts";

/** Woken once a minute. */
export const handler = async (): Promise<{ due: number }> => ({ due: await sweep(clock().now()) });
