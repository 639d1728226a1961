import { createHash } from "node:crypto";
import { objects } from "./media.ts";

/** Private papers the program itself makes, beside the pictures: exports, and what is taken in from them. Nobody reads them by address. */
export interface Files {
  put(key: string, text: string): Promise<void>;
  /** Null where there is none. */
  get(key: string): Promise<string | null>;
  /** One that is not there counts as removed. */
  remove(keys: readonly string[]): Promise<void>;
}

/** The region's bucket, for texts. */
export const files = async (): Promise<Files> => {
  const store = await objects();
  return {
    put: (key, text) => store.put(key, new TextEncoder().encode(text), "text/plain; charset=utf-8"),
    get: async (key) => { const bytes = await store.get(key); return bytes === null ? null : new TextDecoder().decode(bytes); },
    remove: async (keys) => { for (let i = 0; i < keys.length; i += 50) await store.remove(keys.slice(i, i + 50)); },
  };
};

/** The hash by which a file is known again. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
