import { createHash, timingSafeEqual } from "node:crypto";
import { secret } from "./secrets.ts";

/** A code shorter than this is no code: whoever set it is told by being refused. */
const SHORTEST = 16;

/** Whether a text is the code with which a region is begun; compared in constant time, as hashes, so that not even its length shows. */
export const isSetupCode = async (text: string): Promise<boolean> => {
  const code = await secret("setup");
  const hash = (value: string): Buffer => createHash("sha256").update(value).digest();
  return timingSafeEqual(hash(text), hash(code)) && code.length >= SHORTEST;
};
