import type { WhyAside } from "../../../shared/platform/media/media.ts";

/** What a picture or voice turned out to be: its clean bytes, and pixels of a picture; or why it is set aside. */
export type Looked = { readonly clean: Uint8Array; readonly width: number | null; readonly height: number | null } | { readonly why: WhyAside };

/** Four letters (or fewer) at a place, as text. */
export const letters = (bytes: Uint8Array, at: number, length = 4): string => String.fromCharCode(...bytes.subarray(at, at + length));
export const begins = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((each, i) => bytes[i] === each);
export const big = (bytes: Uint8Array, at: number, length: number): number => { let sum = 0; for (let i = 0; i < length; i++) sum = sum * 256 + (bytes[at + i] ?? 0); return sum; };
export const little = (bytes: Uint8Array, at: number, length: number): number => { let sum = 0; for (let i = length - 1; i >= 0; i--) sum = sum * 256 + (bytes[at + i] ?? 0); return sum; };
export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
};
