import { handler as router } from "../../functions/core/lambdas/router.ts";
import { openStream } from "./stream.ts";

const PAUSE = 60;

/** Follows a table's stream as the cloud's router does, beside whatever works on its queues. @returns stops it */
export const followStream = async (endpoint: string, table: string): Promise<() => Promise<void>> => {
  const stream = await openStream(endpoint, table, "horizon");
  let going = true;
  const loop = (async () => {
    while (going) {
      const records = await stream.read();
      if (records.length > 0) await router({ Records: records } as never);
      else await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  })();
  return async () => { going = false; await loop; };
};
